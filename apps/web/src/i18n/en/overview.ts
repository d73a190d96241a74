export const overview = {
  title: 'Overview', asOf: 'As of {{time}}, {{size}} entries in the ledger', asOfUnknown: 'As of {{size}} entries in the ledger',
  everywhere: 'all sites and offices', saidFigures: 'Figures that others gave, with who said them', countsTitle: 'Counts', countsText: 'Counted here, in this register: each number names its unit and its place, and leads to what was counted.',
  firstUnits: 'Registers', restUnits: 'Offices, areas and sources', unit: 'Unit', state: 'State', place: 'Place', number: 'Number', inAll: 'in all',
  waitingTitle: 'What waits, and for whom', waitingNone: 'Nothing waits.', forRole: 'for: {{role}}',
  myTasksTitle: 'My tasks', myTasksNone: 'Nothing waits for you.', since: 'since {{day}}', allTasks: 'All my tasks',
  units: { device: 'devices', office: 'offices', site: 'sites', area: 'areas', grave: 'graves', burial_record: 'lines of burial journals', remains: 'remains', sample: 'samples', profile: 'DNA profiles', person: 'missing persons', family: 'families', relative: 'relatives', source: 'sources', claim: 'statements', identification: 'identifications', run: 'matching runs' },
} as const;
