export const sites = {
  title: 'Sites', register: 'Register a site', none: 'No site is registered yet.',
  description: 'Description', stages: 'Stages', stagesNone: 'No stage recorded.', addStage: 'Record a stage', confirmed: 'Confirm', secured: 'Secured', opened: 'Opened', closed: 'Closed',
  locate: 'Record the location', leads: 'Leads', leadsNone: 'No lead recorded.', addLead: 'Record a lead', clearances: 'Clearance of mines and ordnance', clearancesNone: 'No clearance is recorded. Work may go on; each breach is recorded with its reason.', addClearance: 'Record a clearance', clearedUntil: 'valid {{from}} to {{to}}', clearanceStates: { valid: 'valid today', not_yet: 'not valid yet', over: 'no longer valid' }, clearedFrom: 'valid from {{from}}',
  claims: 'What was said about this site', claimsNone: 'No statement of a source is linked with this site.', figures: 'Figures', saidBy: 'by {{name}}', unnamed: 'not named',
  plan: 'Plan', reconcile: 'Journal and markers', gravesOf: 'Graves of this site', areas: 'Areas', areasNone: 'No area is defined.', defineArea: 'Define an area', markGrave: 'Mark a grave', correctDescription: 'Correct',
  codeHint: 'Up to 12 letters or digits; it begins every code of remains from here.',
  outlineHint: 'One corner a line: metres east and north of the origin, for example 12,5 30.', outlineBad: 'Line {{line}} is no pair of numbers.', outlineFew: 'At least three corners.',
  inOverview: '{{count}} of {{total}}',
  planView: {
    label: 'Plan of {{site}}', zoomIn: 'Closer', zoomOut: 'Farther', whole: 'Whole plan', north: 'N', invented: 'The positions on this plan are invented for the demonstration.', noPositions: 'No grave and no area of this site has a position yet.',
    withoutPosition_one: '{{count}} grave has no position and is not drawn.', withoutPosition_other: '{{count}} graves have no position and are not drawn.',
    selectArea: 'Select by rectangle', selected_one: '{{count}} grave selected', selected_other: '{{count}} graves selected', clearSelection: 'Clear the selection', filterText: 'Name or number', shows: 'Show', all: 'all', withName: 'with a name', withNumber: 'with a number only', withNeither: 'with neither', states: 'States', legend: 'Legend', open: 'Open the grave', graveLabel: 'Grave {{number}}, {{status}}', graveLabelNamed: 'Grave {{number}}, {{status}}, on the marker: {{name}}', help: 'Drag moves, wheel or + and − zoom, arrow keys move, Enter opens the chosen grave.', marker: 'On the marker', drawn: '{{shown}} of {{total}} graves shown', scale: '{{metres}} m',
  },
} as const;
