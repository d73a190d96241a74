import type { CertificateWords } from './certificate-words.ts';

export const en: CertificateWords = {
  synthetic: 'SYNTHETIC DATA — NOT A REAL PERSON',
  title: 'Certificate of identification',
  draft: 'DRAFT — the identification is not established',
  revokedTitle: 'REVOKED — this identification no longer stands',
  printed: 'Printed', page: (page, pages) => `Page ${page} of ${pages}`, installation: 'Installation', code: 'Identification', stage: 'State', ground: 'Ground', site: 'Site', graves: 'Grave',
  sections: {
    person: 'The person', remains: 'The remains covered', conclusion: 'Conclusion', dna: 'What was compared', other: 'Other evidence', decision: 'Who decided', limits: 'Limits', proof: 'How to verify',
  },
  person: { code: 'Record of the missing person', otherNames: 'Also recorded as', sex: 'Sex', birth: 'Born', lastSeen: 'Last seen' },
  remains: { code: 'Code', bag: 'Bag', grave: 'Grave', completeness: 'Completeness', aliases: 'Other numbers', missing: 'What is missing', nothingMissing: 'Nothing is recorded as missing.', onlyThese: 'This certificate covers these remains only. Parts found later need an identification of their own.' },
  conclusion: {
    lr: (lr, log10) => `The DNA results are ${lr} times (log10 LR = ${log10}) as probable if the remains are this person as if they are an unrelated person of the population.`,
    lrReverse: (lr, log10) => `The DNA results are ${lr} times as probable if the remains are an unrelated person of the population as if they are this person (log10 LR = ${log10}).`,
    impossible: 'Under the model used the DNA results are impossible if the remains are this person.',
    neither: 'no support for either hypothesis', related: 'for the hypothesis that the remains are this person', unrelated: 'for the hypothesis that the remains are an unrelated person',
    scale: (name, checked) => `Verbal scale: ${name}${checked ? '' : ' (wording not checked against its source; configurable)'}.`,
    prior: 'Probability before the DNA', priorNone: 'No explanation was recorded.', posterior: 'Probability with this prior', even: 'With equal odds before', threshold: 'Threshold of this installation', evenNote: 'without a prior from the event: both hypotheses taken as equally probable',
  },
  dna: {
    references: 'Relatives compared', relation: 'Relation', reference: 'Sample', markersTyped: 'Markers', kit: 'Kit', markers: (used) => `Markers used: ${used}. log10 LR of each:`, dropped: 'Not used', noneDropped: 'No marker was left out.',
    table: 'Allele frequencies', theta: 'Population correction θ', mutation: 'Mutation model', minimum: 'Frequency of alleles outside the table', lowTemplate: 'Alleles lost or added (little DNA)', dropOut: (one, homozygote, added) => `drop-out ${one}, of a homozygote ${homozygote}, drop-in ${added}`, lnLr: 'ln LR', log10Lr: 'log10 LR',
  },
  other: { agrees: 'Agrees', contradicts: 'Contradicts', evidence: 'Evidence', found: 'Found', reported: 'Reported', log10: 'log10 LR', none: 'No other evidence was recorded.', explained: 'Explained', open: 'Not explained', by: (name, at) => `${name}, ${at}`, notLifted: 'Other evidence never raises the probability of the DNA.' },
  decision: {
    proposed: 'Proposed', reviewed: 'Reviewed', signed: 'Signed', dissent: 'Dissent', revoked: 'Revoked', noDissent: 'No dissent was recorded.', noReview: 'Not reviewed.', noSignature: 'Not signed.', who: 'Who', when: 'When', key: 'Key', act: 'Act',
    certified: 'Act of the authority', notCertified: 'Not yet certified by the competent authority.', byAuthority: (authority, number, on) => `${authority}, no. ${number}, ${on}`, examiner: 'Examiner', verifier: 'Verified by', reason: 'Reason given by the authority',
  },
  limits: {
    second_solver_not_run: 'The likelihood ratio was computed by one algorithm; the second, independent one did not confirm it, because the family is beyond it.',
    siblings_not_told_apart: 'DNA of parents or other relatives cannot tell full siblings apart. That no sibling can stand in this place rests on what is recorded about the family.',
    rates_unverified: 'The mutation rates were taken from a compilation and not checked against its source.',
    population_of_table: 'The frequencies are those of the population named; the population concerned may differ.',
    scale_unverified: 'The verbal scale is an aid to reading; the number is the result.',
    parts_not_covered: 'Parts of the body not listed here are not covered.',
  },
  proof: {
    intro: 'Every statement is an entry in a log whose checkpoints are signed. With the code below an independent verifier can show that the log still contains these entries unchanged.',
    decisionHash: 'Hash of the decision', run: 'Matching run', inputs: 'Hash of its inputs', software: 'Software', entries: 'Entries', checkpoint: 'Checkpoint', size: (size) => `${size} entries`, root: 'Root',
  },
  codes: {
    stages: { proposed: 'proposed', returned: 'returned', reviewed: 'reviewed', established: 'established by two signatures', certified: 'certified by the authority', revoked: 'revoked' },
    grounds: { dna: 'DNA', teeth: 'teeth', friction_ridge: 'friction ridges', other: 'other ground' },
    nameKinds: { legal: 'legal name', as_said: 'as told', maiden: 'maiden name', earlier: 'earlier name', nickname: 'nickname', on_document: 'on a document' },
    sexes: { male: 'male', female: 'female', undetermined: 'undetermined' },
    completenesses: { complete: 'complete', nearly_complete: 'nearly complete', partial: 'partial', body_part: 'part of a body', commingled: 'commingled', fragments: 'fragments' },
    relations: { mother: 'mother', father: 'father', son: 'son', daughter: 'daughter', brother: 'brother', sister: 'sister', husband: 'husband', wife: 'wife', grandparent: 'grandparent', grandchild: 'grandchild', uncle_or_aunt: 'uncle or aunt', nephew_or_niece: 'nephew or niece', cousin: 'cousin', other: 'other', self: 'the person’s own sample' },
    roles: { coordinator: 'coordinator', recovery: 'recovery', mortuary: 'mortuary', family_liaison: 'family liaison', laboratory: 'laboratory', analyst: 'analyst', board: 'identification board', auditor: 'auditor' },
    keyKinds: { passkey: 'passkey', passphrase: 'personal key', paper: 'ink on paper, scanned' },
    verdicts: { agreed: 'agreed', returned: 'returned' },
    dropped: { remainsNotTyped: 'not typed in the remains', referencesNotTyped: 'not typed in the relatives', referencesImpossible: 'the relatives’ own results do not fit the pedigree', noFrequencies: 'not in the frequency table', moreThanTwoAlleles: 'more than two alleles', outsideAllele: 'allele not in the frequency table' },
    evidence: { sex: 'Sex', age: 'Age', ageYears: 'Age', stature: 'Stature', statureMm: 'Stature', marker: 'Marker on the grave', name: 'Name', markerName: 'Name on the marker', amelogenin: 'Sex marker (amelogenin)', place: 'Place', time: 'Time', clothing: 'Clothing', belongings: 'Belongings', teeth: 'Teeth', marks: 'Marks' },
  },
};
