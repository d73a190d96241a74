import { kmu55Letters } from '../kmu55-table.ts';

/** A way of writing Cyrillic in Latin letters. */
export interface Romanisation {
  readonly letters: Readonly<Record<string, string>>;
  /** Where a letter is written otherwise at the beginning of a word. */
  readonly initial?: Readonly<Record<string, string>>;
  /** After a vowel, й, ь, ъ or an apostrophe. */
  readonly afterVowel?: Readonly<Record<string, string>>;
  /** Groups of letters that are not written letter by letter. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly source: string;
  readonly verified: boolean;
}

/** Letters and signs after which `afterVowel` holds. */
export const lettersBeforeYe = /[аеєёиіїоуыэюяйьъ'’ʼ`´]/;

const column = (at: 0 | 1): Record<string, string> => Object.fromEntries(Object.entries(kmu55Letters).map(([letter, row]) => [letter, row[at]]));

const ukrainianPlain: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ye', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'yi', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ю: 'yu', я: 'ya',
};

const russianPlain: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia',
};

const knowledge = 'general knowledge of the habit; not checked against a table';

/** The systems that are built in. Each is a function of the original and never takes its place. */
export const romanisations = {
  'uk-kmu55': {
    letters: column(1), initial: column(0), groups: { зг: 'zgh' },
    source: 'Cabinet of Ministers of Ukraine, resolution No 55 of 27 January 2010, https://zakon.rada.gov.ua/laws/show/55-2010-п', verified: true,
  },
  'uk-icao': {
    letters: { ...ukrainianPlain, є: 'ie', ї: 'i', й: 'i', ю: 'iu', я: 'ia' }, initial: { є: 'ie', ї: 'i', й: 'i', ю: 'iu', я: 'ia' },
    source: 'ICAO Doc 9303 part 3, Ukrainian', verified: false,
  },
  'uk-bgn-1965': { letters: { ...ukrainianPlain, ь: '’' }, groups: { зг: 'z·h', кг: 'k·h', сг: 's·h', тс: 't·s', цг: 'ts·h' }, source: 'BGN/PCGN 1965', verified: false },
  'uk-french': {
    letters: { ...ukrainianPlain, є: 'ie', ж: 'j', и: 'y', ї: 'ï', й: 'i', у: 'ou', ц: 'ts', ч: 'tch', ш: 'ch', щ: 'chtch', ю: 'iou', я: 'ia', г: 'h' }, initial: { є: 'ye', ю: 'you', я: 'ya' },
    source: `passports of the 1990s, French style; ${knowledge}`, verified: false,
  },
  'uk-german': {
    letters: { ...ukrainianPlain, в: 'w', є: 'je', ж: 'sch', з: 's', ї: 'ji', й: 'j', х: 'ch', ц: 'z', ч: 'tsch', ш: 'sch', щ: 'schtsch', ю: 'ju', я: 'ja' },
    source: `Duden style; ${knowledge}`, verified: false,
  },
  'uk-polish': {
    letters: { ...ukrainianPlain, в: 'w', є: 'je', ж: 'ż', ї: 'ji', й: 'j', х: 'ch', ц: 'c', ч: 'cz', ш: 'sz', щ: 'szcz', ю: 'ju', я: 'ja' },
    source: `Polish habit; ${knowledge}`, verified: false,
  },
  'ru-icao': { letters: russianPlain, source: 'ICAO Doc 9303 part 3, Russian, https://www.icao.int/publications/Documents/9303_p3_cons_en.pdf', verified: false },
  'ru-gost-2006': { letters: { ...russianPlain, ц: 'tc', ъ: '' }, source: 'GOST R 52535.1-2006, passports about 2010 to 2012', verified: false },
  'ru-1997': {
    letters: { ...russianPlain, ё: 'e', й: 'y', ъ: '', ю: 'yu', я: 'ya' }, initial: { е: 'e', ё: 'ye' }, afterVowel: { е: 'ye', ё: 'ye' },
    source: 'order 310 of 1997, passports 1997 to 2010', verified: false,
  },
  'ru-bgn-1947': {
    letters: { ...russianPlain, ё: 'ë', й: 'y', ъ: '”', ь: '’', ю: 'yu', я: 'ya' }, initial: { е: 'ye', ё: 'yë' }, afterVowel: { е: 'ye', ё: 'yë' },
    source: 'BGN/PCGN 1947', verified: false,
  },
  'ru-scientific': {
    letters: { ...russianPlain, ё: 'ë', ж: 'ž', й: 'j', х: 'x', ц: 'c', ч: 'č', ш: 'š', щ: 'šč', ъ: 'ʺ', ь: 'ʹ', э: 'è', ю: 'ju', я: 'ja' },
    source: 'library catalogues', verified: false,
  },
  'ru-french': {
    letters: { ...russianPlain, ж: 'j', й: 'i', у: 'ou', ч: 'tch', ш: 'ch', щ: 'chtch', ъ: '', ю: 'iou', я: 'ia' }, initial: { ю: 'you', я: 'ya', е: 'e' },
    source: `passports before 1997, French style; ${knowledge}`, verified: false,
  },
  'ru-german': {
    letters: { ...russianPlain, в: 'w', ё: 'jo', ж: 'sch', з: 's', й: 'j', х: 'ch', ц: 'z', ч: 'tsch', ш: 'sch', щ: 'schtsch', ъ: '', ю: 'ju', я: 'ja' }, initial: { е: 'je' }, afterVowel: { е: 'je' },
    source: `Duden style; ${knowledge}`, verified: false,
  },
} as const satisfies Readonly<Record<string, Romanisation>>;
