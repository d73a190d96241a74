export const controls = {
  dateExample: '14.09.2022, September 2022, about 1950',
  dateHint: 'As precisely as it is known: a day, a month, a year, "about", "between … and …".',
  positionRefused: 'The device gave no position.', whereIAm: 'Where I am now',
  gridHint: 'On the site’s own grid, from its origin.',
  addTooth: 'Add a tooth', toothHint: 'FDI numbers. Surfaces of a filling: M, O, I, D, V, L, C.', addNumber: 'Add a number',
  nothingChosen: 'Nothing is chosen yet: choose from the list.', nothingFits: 'Nothing here has this number or name, so nothing is chosen.', notAsked: 'The list could not be fetched, so nothing is chosen yet.',
  noValue: 'There is no value',
  illegible: 'An illegible character', pressDoubtful: 'Press a character that is doubtful.', characterDoubtful: '{{character}}, doubtful; may be {{alternatives}}', alternatives: 'What else may “{{character}}” be?', alternativesHint: 'Other possible characters, with spaces between; may stay empty.', doubtful: 'Doubtful', certain: 'Certain',
  observers: 'Who saw or measured it', observersHint: 'Names, separated by commas; empty when it was you.',
  basis: 'How is it known?', whenHappened: 'When it happened', note: 'Note',
  breachGate: 'The site has no valid clearance of mines and ordnance on record', breachReason: 'Why work went on',
} as const;
