/** Profiles of little DNA: what is stated of them, and how a pair is calculated with them. */
export const lowTemplate = {
  title: 'Little DNA: alleles lost or added', state: 'State that alleles may be missing', badge: 'low-template', column: 'DNA amount',
  explained: 'Without a statement here the profile is taken as typed without error: one allele that was lost from a bone can exclude the right family. State it where the extract had too little DNA, where repeated typings differ, or where peaks are near the threshold. Every new run then calculates this profile with it; runs made before keep their numbers.',
  who: 'The laboratory states it.', notStated: 'Nothing is stated: the profile is taken as typed without error.', why: 'On what it rests', aboutWhy: 'How the figures were found: which typings, which study, which quantity.',
  dropOutHint: 'How often one of two different alleles is not seen. From repeats: alleles lost, divided by alleles that should be there.', homozygoteHint: 'How often a homozygote shows nothing. Left empty: the square of the figure above{{square}}.', square: ', {{percent}}',
  dropInHint: 'How often one allele that is not the person’s is seen at a marker. Left empty: never.', homozygoteLimit: 'A homozygote has twice the DNA: it is lost no more often than one allele.',
  ownMarkers: 'Markers with figures of their own', ownMarkersHint: 'Long markers lose alleles first. Without a line here all markers have the figures above.', addMarker: 'Add a marker', removeMarker: 'Remove this marker',
  inPercent: '{{what}}, %',
  ofMarker: '{{marker}}: {{what}}', figures: 'drop-out {{dropOut}}, of a homozygote {{homozygote}}, drop-in {{dropIn}}',
  onPair: 'Calculated with alleles that may be lost or added', onPairWhy: 'At these profiles one allele seen may be half of a pair, and one may be foreign. Every marker of them is calculated so.', remains: 'the remains', note: '{{who}}: {{figures}}',
  inRun: 'Profiles calculated with drop-out and drop-in', inRunNone: 'None.', changed: 'Something was stated of these profiles after this run; its numbers do not know it:',
} as const;
