export const graves = {
  allSites: 'All sites', title: 'Graves', none: 'No grave is marked yet.', mark: 'Mark a grave', markFirst: 'Graves are marked from the page of their site.',
  marker: 'Marker', markerCol: 'On the marker', photographsCol: 'Photographs', disagree: 'Disagreements', hasName: 'Inscription', all: 'all', named: 'with a name', unnamed: 'without a name',
  transcribe: 'Transcribe the marker', describe: 'Describe', open: 'Record opening', emptied: 'Record emptying', foundEmpty: 'Found empty', alias: 'Another number', note: 'Note', photograph: 'Photograph',
  readingsTitle: 'Readings of the marker', readingsNone: 'Nobody has read the marker yet.', readBy: 'read by {{name}}', whereAndWhat: 'Place and description', stages: 'Stages', stagesNone: 'No stage recorded.', bodies_one: '{{count}} body', bodies_other: '{{count}} bodies',
  remainsHere: 'Remains found here', remainsNone: 'No remains are recorded from this grave.', recoverRemains: 'Record remains', aliases: 'Other numbers', aliasesNone: 'No other number.', aliasFrom: 'from {{origin}}', notes: 'Notes', notesNone: 'No notes.',
  clearance: 'Clearance of the site', bodiesLabel: 'How many bodies', bodiesHint: 'As far as it can be seen; empty when not known.', originHint: 'Where this number was given: cross, police, journal, morgue …',
  otherTextHint: 'Anything else written on the marker.', nextNumber: 'As written on the marker or in the field list.', breach: 'No clearance that holds on that day is on record for this site. What has happened is recorded all the same; give the reason.', languageOfMarker: 'Language of the inscription',
} as const;
