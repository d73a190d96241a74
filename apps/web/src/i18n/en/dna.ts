export const dna = {
  title: 'DNA', parts: 'Parts of DNA', log10Lr: 'log10 LR',
  explained: 'Profiles of remains and of relatives, and the runs that compare them. A run ranks; people decide.',
  tabs: { profiles: 'Profiles', runs: 'Runs', tables: 'Frequency tables' },
  profiles: {
    typed: 'Profiles by whose they are', remains: 'of remains', relatives: 'of relatives', persons: 'of missing persons (own reference)', ofNobody: 'of nobody', all: 'in all', ofNobodyShort: 'of nobody',
    none: 'No profiles yet. The laboratory brings them in under Import.', of: 'Whose', markers: 'Markers', marker: 'Marker', alleles: 'Alleles', anyMarkers: 'How many markers',
    markerCount_one: '{{count}} marker', markerCount_other: '{{count}} markers', genotypes: 'Genotypes', genotypesDisagree: 'The genotypes are not recorded, or two readings differ: see the history.', about: 'About this profile',
  },
  dropped: { here: 'Left out, and why', title: 'Left out of the newest run {{run}}', none: 'Every profile and every family took part.', profile: 'A profile', family: 'A family' },
  reasons: {
    consent_withdrawn: 'consent was withdrawn', another_profile_has_more_markers: 'another profile of the same has more markers', nobody_in_pedigree: 'the relative does not stand in the pedigree',
    people_disagree: 'two readings differ; somebody must decide first', too_few_markers: 'too few markers of the frequency table', marker_named_twice: 'one marker is named twice', of_nobody: 'it is not recorded whose it is',
    no_pedigree: 'no pedigree is drawn', pedigree_disagrees: 'two pedigrees differ; somebody must decide first', missing_not_in_pedigree: 'the missing person does not stand in the pedigree', nobody_typed: 'no relative has a profile',
  },
  tables: {
    title: 'Frequency tables', explained: 'How common each allele is in a population. A run names its table; a table is never changed once it is here.', none: 'No tables.', install: 'Add a table (JSON)',
    population: 'Population', markers: 'Markers', people: 'People sampled', source: 'Source', licence: 'Licence', note: 'Note', origin: 'Here', installed: 'added in this installation',
  },
  jobs: {
    title: 'Asked for lately', none: 'No run has been asked for yet.', waiting: 'waits', running: 'computing', done: 'done', failed: 'failed', cancelled: 'cancelled', cancel: 'Cancel', progress: 'Progress of the run',
    doneOf: '{{done}} of {{total}} steps', openCandidates: 'Open the candidates',
    remaining_seconds_one: 'about {{count}} second left', remaining_seconds_other: 'about {{count}} seconds left', remaining_minutes_one: 'about {{count}} minute left', remaining_minutes_other: 'about {{count}} minutes left', remaining_hours_one: 'about {{count}} hour left', remaining_hours_other: 'about {{count}} hours left',
  },
  run: {
    jointTitle: 'Solved together', jointExplained: 'Pairs that share remains or a family were solved together: one person cannot be two individuals, and remains may be nobody on the list.', joint: { groups: 'Groups', largest: 'Remains in the largest', exact: 'Exact', certified: 'Certified', estimated: 'Estimates', refused: 'Not solved' }, jointRefused: '{{remains}} remains, {{persons}} persons: {{reason}}',
    title: 'Matching runs', one: 'Matching run', new: 'New matching run', none: 'No run is recorded yet.', explained: 'Each run is kept with everything it computed from, so that anybody can compute it again.',
    inputs: 'What it computed from', asked: 'Asked for by', remains: 'Remains compared', persons: 'Missing persons compared', references: 'Relatives compared', resultHash: 'Hash of the results', software: 'Software', inputsHash: 'Hash of the inputs',
    outcome: 'What came out', compared: 'pairs compared', above: 'pairs at or above log10 LR {{log10}}', byChance: 'at most expected by chance', openCandidates: 'Open the candidates', entry: 'The entry of this run in the ledger',
    byChanceExplained: 'If nobody among the remains were on the list, at most this many pairs would reach the threshold by chance: pairs compared divided by the likelihood ratio of the threshold.',
    failed: 'What could not be computed', failedNone: 'Everything was computed.',
  },
  direct: {
    title: 'Profiles that agree with each other', explained: 'Two bags whose profiles agree may hold one individual. Identical twins would look the same.', none: 'No two profiles agree.', first: 'First', second: 'Second', means: 'What it would mean',
    remains: 'one individual in two bags', person: 'the person’s own reference',
  },
  form: {
    explained: 'Every profile of remains is compared with every family. Nothing is decided by it.', choices: 'How to compare', start: 'Start the run', tableOption: '{{name}} · {{markers}} markers',
    frequencyTable: 'Frequency table', frequencyTableWhy: 'How common each allele is; choose the population nearest to the missing.',
    expectedMissing: 'Missing persons expected', expectedMissingWhy: 'The prior: before DNA each of them is thought equally likely, 1 in this number. Count those not yet reported too.', expectedMissingLimits: 'A whole number, 2 or more.',
    minLog10Lr: 'Threshold of the list (log10 LR)', minLog10LrWhy: 'Pairs below it are not listed; 3 means a likelihood ratio of 1,000.', minLog10LrLimits: 'Between 0 and 30.',
    theta: 'Subpopulation correction θ', thetaWhy: 'People of one region share ancestors; this keeps rare shared alleles from counting too much. 0.01 is usual.', thetaLimits: 'Between 0 and 0.2.',
    mutation: 'Mutation', mutationWhy: 'An allele may change between parent and child; with a model one mismatch never excludes a parent by itself.',
    minimumFrequency: 'Least frequency of an allele', minimumFrequencyWhy: 'Used for an allele that the table does not hold.', minimumFrequencyLimits: 'Above 0, at most 0.1.',
    minMarkers: 'Least number of markers', minMarkersWhy: 'Profiles with fewer markers say little and are left out, by name.', minMarkersLimits: 'A whole number from 1 to 100.',
    chance: 'At this threshold at most {{pairs}} pairs in 10,000 reach the list by chance.', needed: 'With this prior a posterior of 99.95 % needs a log10 LR of {{log10}}.',
  },
  mutations: { per_locus: 'by locus, stepwise', equal: 'one rate for all loci, equal', proportional: 'one rate for all loci, by frequency', stepwise: 'one rate for all loci, stepwise', none: 'none: a mismatch excludes' },
} as const;
