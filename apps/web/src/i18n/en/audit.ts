/** Identities that the rest of the evidence speaks against. */
export const audit = {
  title: 'Identities to look at again', explained: 'Presumed and established identities, those first against which the rest of the evidence speaks most. What an identity rests on cannot confirm it and does not count. Nothing is revoked by this: people look and decide.',
  counts: 'To look at: {{doubtful}} of {{of}}. As of {{asOf}} entries.', noRun: 'No DNA was compared yet.', dnaOf: 'DNA from run', withoutDna_one: '{{count}} identity has no DNA in it.', withoutDna_other: '{{count}} identities have no DNA in it.',
  none: 'No remains are taken for a person of the register.', nobodyDoubtful: 'Nothing speaks strongly against any of them.', showAll_one: 'Show all', showAll_other: 'Show all {{count}}', firstOnly: 'Shown are the {{shown}} most doubtful.', onlyDoubtful: 'Show only those to look at', all: 'To look at: {{number}}',
  standing: { presumed: 'presumed', established: 'established' }, wrong: 'Wrong with a probability of {{percent}}', restsOn: 'It rests on: {{grounds}}.', against: 'Against it', rest: 'All other evidence', doesNotCount: '(it rests on this; does not count)',
  reportsBetter: 'These persons fit the remains better (log10):', remainsBetter: 'These remains fit the person better (log10):', collides: 'Also taken for one another:', look: 'Look at the pair', sides: 'found: {{found}}, reported: {{reported}}', cm: 'cm', yes: 'yes', no: 'no',
  kinds: { dna: 'DNA', teeth: 'Teeth', name: 'Name', sex: 'Sex', birth: 'Birth, as read', age: 'Age of the body', height: 'Stature', seen: 'Last seen and death', place: 'Place', military: 'Military', marks: 'Marks', clothing: 'Clothing', hair: 'Hair', eyes: 'Eyes', belongings: 'Belongings', numbers: 'Numbers on things' },
} as const;
