export const graves = {
  allSites: 'Усі місця', title: 'Могили', none: 'Ще не позначено жодної могили.', mark: 'Позначити могилу', markFirst: 'Могили позначають зі сторінки їхнього місця.',
  marker: 'Знак', markerCol: 'На знаку', photographsCol: 'Світлини', disagree: 'Розбіжності', hasName: 'Напис', all: 'усі', named: 'з іменем', unnamed: 'без імені',
  transcribe: 'Прочитати напис', describe: 'Описати', open: 'Записати розкриття', emptied: 'Записати, що останки вилучено', foundEmpty: 'Записати, що останків немає', alias: 'Інший номер', note: 'Примітка', photograph: 'Світлина',
  readingsTitle: 'Прочитання напису', readingsNone: 'Напис ще ніхто не прочитав.', readBy: 'хто прочитав: {{name}}', whereAndWhat: 'Розташування й опис', stages: 'Етапи', stagesNone: 'Етапів не записано.', bodies_one: '{{count}} тіло', bodies_few: '{{count}} тіла', bodies_many: '{{count}} тіл', bodies_other: '{{count}} тіла',
  remainsHere: 'Останки, знайдені тут', remainsNone: 'З цієї могили останків не записано.', recoverRemains: 'Записати останки', aliases: 'Інші номери', aliasesNone: 'Інших номерів немає.', aliasFrom: 'звідки: {{origin}}', notes: 'Примітки', notesNone: 'Приміток немає.',
  clearance: 'Розмінування місця', bodiesLabel: 'Скільки тіл', bodiesHint: 'Наскільки видно; порожньо, якщо невідомо.', originHint: 'Де надано цей номер: хрест, поліція, журнал, морг …',
  otherTextHint: 'Усе інше, що написано на знаку.', nextNumber: 'Як написано на знаку або в польовому списку.', breach: 'На цю дату для місця немає чинного запису про розмінування. Те, що сталося, все одно записується; назвіть причину.', languageOfMarker: 'Мова напису',
} as const;
