export const overview = {
  title: 'Огляд', asOf: 'Станом на {{time}}, записів у журналі: {{size}}', asOfUnknown: 'Записів у журналі: {{size}}',
  everywhere: 'усі місця й установи', saidFigures: 'Усі числа, які назвали інші, і хто їх назвав', countedHere: 'Пораховано тут, у цьому реєстрі', saidByOthers: 'Сказано іншими: найновіше', speakerUnknown: 'не вказано, хто сказав', dayUnknown: 'день невідомий', countsTitle: 'Кількість', countsText: 'Кожне число каже, чи його пораховано тут, чи хтось назвав; воно має одиницю й місце і веде до того, що за ним стоїть.',
  firstUnits: 'Реєстр', restUnits: 'Установи, ділянки й джерела', unit: 'Одиниця', state: 'Стан', place: 'Місце', number: 'Кількість', inAll: 'усього',
  waitingTitle: 'Що чекає і на кого', waitingNone: 'Ніщо не чекає.', forRole: 'на кого: {{role}}',
  myTasksTitle: 'Мої завдання', myTasksNone: 'На вас ніщо не чекає.', since: 'від {{day}}', allTasks: 'Усі мої завдання',
  units: { device: 'пристрої', office: 'установи', site: 'місця', area: 'ділянки', grave: 'могили', burial_record: 'рядки журналів поховань', remains: 'останки', sample: 'зразки', profile: 'ДНК-профілі', person: 'зниклі особи', family: 'родини', relative: 'родичі', source: 'джерела', claim: 'твердження', identification: 'ідентифікації', run: 'порівняння' },
} as const;
