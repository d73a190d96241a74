/** Shares of given names among adults of one sex, by the Ukrainian form. */
export interface NameShares {
  readonly source: string;
  /** Whether somebody has checked the figures against the source. */
  readonly verified: boolean;
  readonly shares: Readonly<Record<string, number>>;
  /** For names of the lexicon that are not listed. */
  readonly otherListed: number;
}

/** Starting values until an installation learns its own with `learnNameModel`. */
export const givenNameShares: NameShares = {
  source: 'rough estimates of the project for adults in Ukraine; to be replaced by learned or published shares',
  verified: false,
  shares: {
    Олександр: 0.08, Сергій: 0.065, Володимир: 0.06, Микола: 0.055, Андрій: 0.045, Віктор: 0.04, Іван: 0.04, Василь: 0.04, Юрій: 0.035,
    Михайло: 0.03, Анатолій: 0.03, Ігор: 0.03, Олег: 0.03, Дмитро: 0.03, Петро: 0.025, Олексій: 0.025, Валерій: 0.02, Віталій: 0.02,
    Євген: 0.02, Роман: 0.018, Павло: 0.016, Григорій: 0.014, Вадим: 0.012, Максим: 0.012, Руслан: 0.01, Степан: 0.01, Леонід: 0.012,
    Денис: 0.01, Богдан: 0.008, "В'ячеслав": 0.009, Станіслав: 0.007, Ярослав: 0.006, Артем: 0.008, Антон: 0.007, Борис: 0.007, Костянтин: 0.008,
    Олена: 0.06, Наталія: 0.055, Тетяна: 0.055, Людмила: 0.05, Ольга: 0.05, Ірина: 0.05, Світлана: 0.045, Галина: 0.045, Марія: 0.045,
    Ганна: 0.045, Валентина: 0.04, Оксана: 0.035, Надія: 0.03, Любов: 0.03, Ніна: 0.03, Катерина: 0.025, Юлія: 0.025, Лариса: 0.02,
    Вікторія: 0.02, Віра: 0.018, Раїса: 0.012, Лідія: 0.012, Алла: 0.012, Антоніна: 0.012, Інна: 0.012, Анастасія: 0.012, Марина: 0.012,
    Євгенія: 0.008, Олександра: 0.01, Тамара: 0.01, Софія: 0.006, Дарія: 0.006, Зінаїда: 0.008, Зоя: 0.006,
  },
  otherListed: 0.0025,
};
