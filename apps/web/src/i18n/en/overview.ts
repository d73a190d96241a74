export const overview = {
  title: 'Overview', asOf: 'As of {{time}}, {{size}} entries in the ledger', asOfUnknown: 'As of {{size}} entries in the ledger',
  everywhere: 'all sites and offices', saidFigures: 'All figures that others gave, with who said them', countedHere: 'Counted here, in this register', saidByOthers: 'Said by others: the newest', speakerUnknown: 'speaker not stated', dayUnknown: 'on a day nobody knows', countsTitle: 'Counts', countsText: 'Each number says whether it was counted here or said by somebody; it names its unit and its place, and leads to what stands behind it.',
  firstUnits: 'Registers', restUnits: 'Offices, areas and sources', unit: 'Unit', state: 'State', place: 'Place', number: 'Number', inAll: 'in all',
  waitingTitle: 'What waits, and for whom', waitingNone: 'Nothing waits.', forRole: 'for: {{role}}',
  myTasksTitle: 'My tasks', myTasksNone: 'Nothing waits for you.', since: 'since {{day}}', allTasks: 'All my tasks',
  units: { device: 'devices', office: 'offices', site: 'sites', area: 'areas', grave: 'graves', burial_record: 'lines of burial journals', remains: 'remains', sample: 'samples', profile: 'DNA profiles', person: 'missing persons', family: 'families', relative: 'relatives', source: 'sources', claim: 'statements', identification: 'identifications', run: 'matching runs' },
} as const;
