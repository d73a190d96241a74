export const remains = {
  title: 'Remains', one: 'Remains', empty: 'No remains are registered yet.', register: 'Register remains', completeness: 'Completeness', sex: 'Sex found',
  chooseSite: 'Choose the site first.', team: 'Team', checkRight: 'check character right', checkCharacter: 'Check character: it finds a wrong letter or digit',
  codeExplained: 'The next free number of the site. The last character, underlined, finds mistakes in reading and writing; write the code whole on the label.',
  label: 'Label (PDF)', recovery: 'Recovery', bagAndSeal: 'New bag or seal', examination: 'Examination', examine: 'Record an examination', notExamined: 'Not examined yet.', found: 'What was found', describe: 'Describe what was found', notDescribed: 'Place, clothing, marks and teeth are not described yet.',
  blindedTitle: 'You see these remains without the presumed name', blindedWhy: 'So that what was presumed cannot steer what is found, names, markers, other numbers and notes are hidden from the mortuary until the findings are signed. They appear when you have recorded the examination.',
  journey: {
    title: 'The journey of these remains', grave: 'Grave', recovered: 'Recovered', bag: 'In a bag', examined: 'Examined', sampled: 'Sample taken', profiled: 'Profile typed', candidate: 'Candidate', identified: 'Identified', notified: 'Family told',
    done: 'done', next: 'next: {{role}}', waits: 'waits', unseen: 'not shown to your role',
  },
  exposure: {
    question: 'Did you know the presumed name before you examined?', explained: 'Asked first. What was known does not block the examination; it is recorded, and a second, unexposed reading may be asked for.',
    no: 'No', yes: 'Yes', what: 'What did you know?', from: 'From where?', since: 'Since when?', notBlocked: 'Record what you found as you found it.', wasExposed: 'Knew: {{what}}', wasNot: 'Did not know the presumed name',
  },
  presumptions: 'Presumed identity', presume: 'Record a presumption', presumedName: 'Name as presumed', presumedPerson: 'Missing person it may be', presumptionExplained: 'A presumption is not an identification and never becomes one by itself.', noPresumption: 'Nobody has recorded a presumption.',
  aliases: 'Other numbers', noAlias: 'No other number is known.', reassociations: 'Parts in other bags', reassociate: 'Re-associate', noReassociation: 'No other bag is known to hold parts of the same individual.', reassociationExplained: 'Bags that hold parts of the same individual.', saidThere: 'recorded at the other bag',
  samples: 'Samples', oneSample: 'Sample', takeSample: 'Take a sample', noSample: 'No sample taken yet.', sampleType: 'Type', sampleWay: 'The way of the sample', stage: { sent: 'Sent', received: 'Received', consumed: 'Used up', failed: 'Failed' },
  profiles: 'DNA profiles', profilesUnseen: 'DNA profiles are shown to laboratory, analyst and board only.', noProfile: 'No profile typed yet.', markers_one: '{{count}} marker', markers_other: '{{count}} markers',
} as const;
