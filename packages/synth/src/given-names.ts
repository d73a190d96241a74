/** A given name in both languages; patronymics of male names as [son, daughter]. */
export interface GivenName {
  readonly uk: string;
  readonly ru: string;
  readonly patronymicUk?: readonly [string, string];
  readonly patronymicRu?: readonly [string, string];
}

/** Common given names: a given name alone points to nobody. */
export const maleGivenNames: readonly GivenName[] = [
  { uk: 'Олександр', ru: 'Александр', patronymicUk: ['Олександрович', 'Олександрівна'], patronymicRu: ['Александрович', 'Александровна'] },
  { uk: 'Олексій', ru: 'Алексей', patronymicUk: ['Олексійович', 'Олексіївна'], patronymicRu: ['Алексеевич', 'Алексеевна'] },
  { uk: 'Микола', ru: 'Николай', patronymicUk: ['Миколайович', 'Миколаївна'], patronymicRu: ['Николаевич', 'Николаевна'] },
  { uk: 'Володимир', ru: 'Владимир', patronymicUk: ['Володимирович', 'Володимирівна'], patronymicRu: ['Владимирович', 'Владимировна'] },
  { uk: 'Сергій', ru: 'Сергей', patronymicUk: ['Сергійович', 'Сергіївна'], patronymicRu: ['Сергеевич', 'Сергеевна'] },
  { uk: 'Андрій', ru: 'Андрей', patronymicUk: ['Андрійович', 'Андріївна'], patronymicRu: ['Андреевич', 'Андреевна'] },
  { uk: 'Дмитро', ru: 'Дмитрий', patronymicUk: ['Дмитрович', 'Дмитрівна'], patronymicRu: ['Дмитриевич', 'Дмитриевна'] },
  { uk: 'Іван', ru: 'Иван', patronymicUk: ['Іванович', 'Іванівна'], patronymicRu: ['Иванович', 'Ивановна'] },
  { uk: 'Петро', ru: 'Пётр', patronymicUk: ['Петрович', 'Петрівна'], patronymicRu: ['Петрович', 'Петровна'] },
  { uk: 'Павло', ru: 'Павел', patronymicUk: ['Павлович', 'Павлівна'], patronymicRu: ['Павлович', 'Павловна'] },
  { uk: 'Михайло', ru: 'Михаил', patronymicUk: ['Михайлович', 'Михайлівна'], patronymicRu: ['Михайлович', 'Михайловна'] },
  { uk: 'Василь', ru: 'Василий', patronymicUk: ['Васильович', 'Василівна'], patronymicRu: ['Васильевич', 'Васильевна'] },
  { uk: 'Григорій', ru: 'Григорий', patronymicUk: ['Григорович', 'Григорівна'], patronymicRu: ['Григорьевич', 'Григорьевна'] },
  { uk: 'Юрій', ru: 'Юрий', patronymicUk: ['Юрійович', 'Юріївна'], patronymicRu: ['Юрьевич', 'Юрьевна'] },
  { uk: 'Ігор', ru: 'Игорь', patronymicUk: ['Ігорович', 'Ігорівна'], patronymicRu: ['Игоревич', 'Игоревна'] },
  { uk: 'Олег', ru: 'Олег', patronymicUk: ['Олегович', 'Олегівна'], patronymicRu: ['Олегович', 'Олеговна'] },
  { uk: 'Віктор', ru: 'Виктор', patronymicUk: ['Вікторович', 'Вікторівна'], patronymicRu: ['Викторович', 'Викторовна'] },
  { uk: 'Анатолій', ru: 'Анатолий', patronymicUk: ['Анатолійович', 'Анатоліївна'], patronymicRu: ['Анатольевич', 'Анатольевна'] },
  { uk: 'Віталій', ru: 'Виталий', patronymicUk: ['Віталійович', 'Віталіївна'], patronymicRu: ['Витальевич', 'Витальевна'] },
  { uk: 'Вадим', ru: 'Вадим', patronymicUk: ['Вадимович', 'Вадимівна'], patronymicRu: ['Вадимович', 'Вадимовна'] },
  { uk: 'Максим', ru: 'Максим', patronymicUk: ['Максимович', 'Максимівна'], patronymicRu: ['Максимович', 'Максимовна'] },
  { uk: 'Роман', ru: 'Роман', patronymicUk: ['Романович', 'Романівна'], patronymicRu: ['Романович', 'Романовна'] },
  { uk: 'Богдан', ru: 'Богдан', patronymicUk: ['Богданович', 'Богданівна'], patronymicRu: ['Богданович', 'Богдановна'] },
  { uk: 'Степан', ru: 'Степан', patronymicUk: ['Степанович', 'Степанівна'], patronymicRu: ['Степанович', 'Степановна'] },
  { uk: 'Федір', ru: 'Фёдор', patronymicUk: ['Федорович', 'Федорівна'], patronymicRu: ['Фёдорович', 'Фёдоровна'] },
  { uk: 'Леонід', ru: 'Леонид', patronymicUk: ['Леонідович', 'Леонідівна'], patronymicRu: ['Леонидович', 'Леонидовна'] },
  { uk: 'Денис', ru: 'Денис', patronymicUk: ['Денисович', 'Денисівна'], patronymicRu: ['Денисович', 'Денисовна'] },
  { uk: 'Артем', ru: 'Артём', patronymicUk: ['Артемович', 'Артемівна'], patronymicRu: ['Артёмович', 'Артёмовна'] },
  { uk: 'Антон', ru: 'Антон', patronymicUk: ['Антонович', 'Антонівна'], patronymicRu: ['Антонович', 'Антоновна'] },
  { uk: 'Борис', ru: 'Борис', patronymicUk: ['Борисович', 'Борисівна'], patronymicRu: ['Борисович', 'Борисовна'] },
];

export const femaleGivenNames: readonly GivenName[] = [
  { uk: 'Ольга', ru: 'Ольга' },
  { uk: 'Олена', ru: 'Елена' },
  { uk: 'Наталія', ru: 'Наталья' },
  { uk: 'Тетяна', ru: 'Татьяна' },
  { uk: 'Ірина', ru: 'Ирина' },
  { uk: 'Світлана', ru: 'Светлана' },
  { uk: 'Людмила', ru: 'Людмила' },
  { uk: 'Любов', ru: 'Любовь' },
  { uk: 'Віра', ru: 'Вера' },
  { uk: 'Марія', ru: 'Мария' },
  { uk: 'Ганна', ru: 'Анна' },
  { uk: 'Катерина', ru: 'Екатерина' },
  { uk: 'Оксана', ru: 'Оксана' },
  { uk: 'Галина', ru: 'Галина' },
  { uk: 'Валентина', ru: 'Валентина' },
  { uk: 'Лариса', ru: 'Лариса' },
  { uk: 'Юлія', ru: 'Юлия' },
  { uk: 'Дарія', ru: 'Дарья' },
  { uk: 'Антоніна', ru: 'Антонина' },
  { uk: 'Раїса', ru: 'Раиса' },
  { uk: 'Зінаїда', ru: 'Зинаида' },
  { uk: 'Лідія', ru: 'Лидия' },
  { uk: 'Євгенія', ru: 'Евгения' },
  { uk: 'Ніна', ru: 'Нина' },
  { uk: 'Зоя', ru: 'Зоя' },
];
