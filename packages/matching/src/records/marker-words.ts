/** Words on a marker or in a list that say what the number beside them is, in one language. Lower case, without dots. */
export interface MarkerWords {
  /** ISO 639-1 */
  readonly language: string;
  /** After or before a year of birth. */
  readonly born: readonly string[];
  /** After years lived. */
  readonly lived: readonly string[];
  /** Before a number of the person or marker. */
  readonly number: readonly string[];
  /** Beside the number of a grave. */
  readonly grave: readonly string[];
  /** Beside a number that only tells where: a row, a place in it, a house. */
  readonly spot: readonly string[];
}

/** From general knowledge of the languages. */
export const markerWords: readonly MarkerWords[] = [
  {
    language: 'uk', born: ['рн', 'рнар', 'нар', 'народж', 'народження', 'року народження', 'народився', 'народилася'], lived: ['р', 'років', 'роки', 'рік', 'рока'],
    number: ['номер', 'ном'], grave: ['могила', 'мог', 'поховання', 'труна'], spot: ['ряд', 'місце', 'ділянка', 'сектор', 'квартал', 'кв', 'буд', 'будинок', 'секція'],
  },
  {
    language: 'ru', born: ['гр', 'род', 'рожд', 'рождения', 'года рождения', 'родился', 'родилась'], lived: ['л', 'лет', 'год', 'года', 'г'],
    number: ['номер'], grave: ['могила', 'мог', 'захоронение', 'гроб'], spot: ['ряд', 'место', 'участок', 'сектор', 'квартал', 'кв', 'д', 'дом', 'секция'],
  },
  { language: 'en', born: ['b', 'born'], lived: ['years', 'yrs', 'yo', 'y', 'aged'], number: ['no', 'nr', 'n', 'number'], grave: ['grave', 'burial'], spot: ['row', 'place', 'plot', 'section', 'house', 'apt'] },
];
