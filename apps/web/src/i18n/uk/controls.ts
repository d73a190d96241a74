export const controls = {
  dateExample: '14.09.2022, вересень 2022, близько 1950',
  dateHint: 'Настільки точно, наскільки відомо: день, місяць, рік, «близько», «між … та …».',
  positionRefused: 'Пристрій не надав положення.', whereIAm: 'Де я зараз',
  gridHint: 'За власною сіткою місця, від її початку.',
  addTooth: 'Додати зуб', toothHint: 'Номери FDI. Поверхні пломби: M, O, I, D, V, L, C.', addNumber: 'Додати номер',
  noValue: 'Значення немає',
  illegible: 'Нерозбірливий знак', pressDoubtful: 'Натисніть на сумнівний знак.', characterDoubtful: '{{character}}, сумнівно; може бути {{alternatives}}', alternatives: 'Чим ще може бути «{{character}}»?', alternativesHint: 'Інші можливі знаки через пробіл; можна лишити порожнім.', doubtful: 'Сумнівний', certain: 'Певний',
  observers: 'Хто бачив або вимірював', observersHint: 'Імена через кому; порожньо, якщо це були ви.',
  basis: 'Звідки це відомо?', whenHappened: 'Коли це сталося', note: 'Примітка',
  breachGate: 'Для місця немає чинного запису про розмінування', breachReason: 'Чому роботи тривали',
} as const;
