/** Kinds of settlement that are written or left out; as `normaliseForSearch` folds them. */
export const settlementKinds: ReadonlySet<string> = new Set(['м', 'с', 'смт', 'сел', 'село', 'мисто', 'город', 'г', 'пос', 'пгт', 'селище', 'хутир', 'хутор', 'city', 'village', 'town']);

/** Kinds of larger units, as written after their name. */
export const regionWords: readonly string[] = ['обл', 'область', 'області', 'области', 'р-н', 'район', 'району', 'района', 'громада', 'oblast', 'region', 'raion', 'district'];

/** Kinds of streets, as written before their name. */
export const streetWords: readonly string[] = [
  'вулиця', 'вулиці', 'вул', 'улица', 'улице', 'ул', 'провулок', 'пров', 'переулок', 'пер', 'проспект', 'просп', 'пр-т', 'бульвар', 'бульв', 'площа', 'площадь', 'street', 'lane', 'vul',
];

/** Countries that stand beside a settlement; folded likewise. */
export const countries: ReadonlySet<string> = new Set(['украина', 'ukraine', 'ukraina', 'польща', 'польша', 'poland', 'polska', 'молдова', 'moldova', 'сирия', 'syria', 'босния', 'bosnia', 'ua']);

/** What stands before the number of a flat or house in an address, folded. */
export const houseWords: ReadonlySet<string> = new Set(['кв', 'квартира', 'буд', 'будинок', 'д', 'дом', 'корп', 'корпус', 'apt', 'flat', 'house']);

/**
 * What Ukrainian and Russian forms of one place differ in, in skeletons (`nameSkeleton`): Харків and Харьков, Петрівка and
 * Петровка, Степове and Степовое. Keys only: two places with one key may still be two.
 */
export const placeFolds: readonly (readonly [form: RegExp, kept: string])[] = [
  [/(?:oe|oi|e|i|o)$/u, ''],
  [/[ieo]v(?=$|[^aeiou])/gu, 'v'],
  [/(?:aia|aja|ia|a)$/u, 'a'],
  [/p[io]l$/u, 'pol'],
];

/** Names of settlements and streets that are two words in two languages; the first stands for all. Compiled from general knowledge. */
export const samePlaces: readonly (readonly string[])[] = [
  ['Миколаїв', 'Николаев', 'Mykolaiv', 'Nikolaev', 'Nikolayev'], ['Дніпро', 'Днепр', 'Dnipro', 'Dnepr'], ['Запоріжжя', 'Запорожье', 'Zaporizhzhia', 'Zaporozhye'], ['Ріг', 'Рог', 'Rih', 'Rog'],
  ['Київ', 'Киев', 'Kyiv', 'Kiev'], ['Харків', 'Харьков', 'Kharkiv', 'Kharkov'], ['Львів', 'Львов', 'Lviv', 'Lvov'], ['Чернігів', 'Чернигов', 'Chernihiv', 'Chernigov'], ['Рівне', 'Ровно', 'Rivne', 'Rovno'], ['Тернопіль', 'Тернополь', 'Ternopil', 'Ternopol'],
  ['Маріуполь', 'Мариуполь', 'Mariupol'], ['Харківська', 'Харьковская', 'Kharkivska'], ['Київська', 'Киевская', 'Kyivska'], ['Чернігівська', 'Черниговская', 'Chernihivska'],
  ['Червоний', 'Красный', 'Krasny'], ['Чернівці', 'Черновцы', 'Chernivtsi'], ['Світлодарськ', 'Светлодарск'], ['Сіверськ', 'Северск'], ['Лисичанськ', 'Лисичанск'], ['Сєвєродонецьк', 'Северодонецк', 'Sievierodonetsk'],
  ['Лісова', 'Лесная'], ['Степова', 'Степная'], ['Польова', 'Полевая'], ['Шкільна', 'Школьная'], ['Молодіжна', 'Молодежная'], ['Миру', 'Мира'], ['Незалежності', 'Независимости'], ['Перемоги', 'Победы'],
  ['Першотравнева', 'Первомайская'], ['Залізнична', 'Железнодорожная'], ['Річкова', 'Речная'], ['Північна', 'Северная'], ['Південна', 'Южная'], ['Східна', 'Восточная'], ['Західна', 'Западная'], ['Робітнича', 'Рабочая'],
  ['Сонячна', 'Солнечная'], ['Весняна', 'Весенняя'], ['Горіхова', 'Ореховая'], ['Колгоспна', 'Колхозная'], ['Радянська', 'Советская'], ['Жовтнева', 'Октябрьская'], ['Гагаріна', 'Гагарина'], ['Свободи', 'Свободы'], ['Квіткова', 'Цветочная'],
  ['Церковна', 'Церковная'], ['Ринкова', 'Рыночная'], ['Заводська', 'Заводская'], ['Травнева', 'Майская'], ['Базарна', 'Базарная'], ['Дружби', 'Дружбы'], ['Вчительська', 'Учительская'], ['Козацька', 'Казацкая'], ['Зоряна', 'Звездная'],
];
