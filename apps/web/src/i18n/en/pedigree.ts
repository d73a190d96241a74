export const pedigree = {
  title: 'Pedigree', chooseMember: 'Pedigree: arrow keys move, Enter chooses', inWords: 'The pedigree in words',
  sex: { male: 'male', female: 'female', unknown: 'sex not known' },
  state: { alive: 'alive', dead: 'dead', missing: 'missing', unknown: 'not known whether alive' },
  typed: 'DNA profile there', notTyped: 'no DNA profile',
  childOf: 'child of {{father}} and {{mother}}',
  remainsHere: 'the remains would stand here', remainsCode: '{{code}} here?',
} as const;
