export const sites = {
  title: 'Місця', register: 'Зареєструвати місце', none: 'Ще не зареєстровано жодного місця.',
  description: 'Опис', stages: 'Етапи', stagesNone: 'Етапів не записано.', addStage: 'Записати етап', confirmed: 'Підтвердити', secured: 'Взято під охорону', opened: 'Відкрито', closed: 'Закрито',
  locate: 'Записати розташування', leads: 'Повідомлення про місце', leadsNone: 'Повідомлень не записано.', addLead: 'Записати повідомлення', clearances: 'Розмінування', clearancesNone: 'Розмінування не записано. Роботи можуть тривати; кожне відхилення записується з причиною.', addClearance: 'Записати розмінування', clearedUntil: 'чинне від {{from}} до {{to}}', clearanceStates: { valid: 'чинне сьогодні', not_yet: 'ще не чинне', over: 'уже не чинне' }, clearedFrom: 'чинне від {{from}}',
  claims: 'Що сказано про це місце', claimsNone: 'Жодне твердження з джерел не пов’язане з цим місцем.', figures: 'Числа', saidBy: 'хто: {{name}}', unnamed: 'не названо',
  plan: 'План', reconcile: 'Журнал і знаки', gravesOf: 'Могили цього місця', areas: 'Ділянки', areasNone: 'Ділянок не визначено.', defineArea: 'Визначити ділянку', markGrave: 'Позначити могилу', correctDescription: 'Виправити',
  codeHint: 'До 12 літер або цифр; з нього починається кожен код останків звідси.',
  outlineHint: 'Один кут у рядку: метри на схід і на північ від початку, наприклад 12,5 30.', outlineBad: 'Рядок {{line}} не є парою чисел.', outlineFew: 'Потрібно щонайменше три кути.',
  inOverview: '{{count}} із {{total}}',
  planView: {
    label: 'План: {{site}}', zoomIn: 'Ближче', zoomOut: 'Далі', whole: 'Увесь план', north: 'Пн', invented: 'Положення на цьому плані вигадані для демонстрації.', noPositions: 'Жодна могила й жодна ділянка цього місця ще не має положення.',
    withoutPosition_one: '{{count}} могила не має положення, її не зображено.', withoutPosition_few: '{{count}} могили не мають положення, їх не зображено.', withoutPosition_many: '{{count}} могил не мають положення, їх не зображено.', withoutPosition_other: '{{count}} могили не мають положення, їх не зображено.',
    selectArea: 'Вибрати прямокутником', selected_one: 'Вибрано {{count}} могилу', selected_few: 'Вибрано {{count}} могили', selected_many: 'Вибрано {{count}} могил', selected_other: 'Вибрано {{count}} могили', clearSelection: 'Зняти вибір', filterText: 'Ім’я або номер', shows: 'Показати', all: 'усі', withName: 'з іменем', withNumber: 'лише з номером', withNeither: 'без імені й номера', states: 'Стани', legend: 'Позначення', open: 'Відкрити могилу', graveLabel: 'Могила {{number}}, {{status}}', graveLabelNamed: 'Могила {{number}}, {{status}}, на знаку: {{name}}', help: 'Перетягування пересуває, коліщатко або + і − змінюють масштаб, стрілки пересувають, Enter відкриває вибрану могилу.', marker: 'На знаку', drawn: 'Показано могил: {{shown}} із {{total}}', scale: '{{metres}} м',
  },
} as const;
