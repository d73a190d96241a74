import type { ConfusionTable } from './language.ts';

const own = 'knowledge of the scripts and of common errors; no measured rates for markers and lists were found';

/**
 * What takes the place of what, and how readily. Costs are `-log10` of the probability of that very letter in the place
 * of the right one (for instance: one letter in twenty is misread in handwriting, a third of these as this letter: 1.8).
 */
export const confusionTables: readonly ConfusionTable[] = [
  // In sounds: one name by the rules of two languages or conventions.
  { cause: 'spelling', script: null, cost: 0.15, pairs: ['iy', 'ij', 'yj', 'gh'], source: own, verified: false },
  { cause: 'spelling', script: null, cost: 0.5, pairs: ['xh', 'xk', 'fv', 'vw', 'cs', 'gx', 'Zj', 'ei'], source: own, verified: false },
  // Ukrainian і and о where Russian has о and ё: Кривоніс and Кривонос, Чорновол and Черновол.
  { cause: 'spelling', script: 'Cyrl', isAlone: true, cost: 1, pairs: ['іо', 'ое'], source: own, verified: false },
  // And в where Russian has л: Вовк and Волк, Мовчан and Молчан, Товстий and Толстой.
  { cause: 'spelling', script: 'Cyrl', isAlone: true, cost: 1.5, pairs: ['вл'], source: own, verified: false },
  { cause: 'spelling', script: null, cost: 0.8, pairs: ['sS', 'cC', 'zZ', 'Ck', 'ck', 'xC', 'zc', 'SC', 'uv', 'ft', 'zs'], source: own, verified: false },
  // Written down by ear.
  { cause: 'by-ear', script: null, cost: 1.2, pairs: ['ao', 'ei', 'ey', 'ea'], source: own, verified: false },
  { cause: 'by-ear', script: null, cost: 1.7, pairs: ['ou', 'bp', 'dt', 'gk', 'hk', 'vf', 'ZS', 'mn', 'SC', 'oi', 'uy', 'ui'], source: own, verified: false },
  // Handwriting and weathered paint; letters of the script.
  {
    cause: 'handwriting', script: 'Cyrl', cost: 1.7, source: own, verified: false,
    pairs: [
      'ин', 'ип', 'нп', 'пт', 'тм', 'тш', 'шм', 'ши', 'шщ', 'лм', 'ао', 'ад', 'вб', 'во', 'ес', 'ео', 'со', 'гт', 'гч', 'чу', 'уд', 'ду', 'дб', 'кн', 'кх', 'лп', 'лд',
      'ял', 'цщ', 'йи', 'іт', 'жк', 'зэ', 'зв', 'рф', 'ьв', 'ьб', 'юн', 'єс', 'уи', 'шт', 'шн', 'мн', 'пи', 'аи', 'шп', 'гі', 'яа', 'сє',
    ],
  },
  {
    cause: 'reading', script: 'Cyrl', cost: 2, source: own, verified: false,
    pairs: ['нн', 'вз', 'эе', 'ол', 'лн', 'дл', 'цп', 'щш', 'нк', 'вн', 'хж', 'єе', 'іг', 'їі', 'рв', 'бо', 'юо', 'зо', 'ас', 'ае', 'тг', 'пн'],
  },
  // Letters that differ by their points.
  {
    cause: 'handwriting', script: 'Arab', isAlone: true, cost: 1.7, source: own, verified: false,
    pairs: ['بت', 'بن', 'بي', 'تث', 'تن', 'ثن', 'نت', 'يت', 'جح', 'حخ', 'جخ', 'دذ', 'رز', 'سش', 'صض', 'طظ', 'عغ', 'فق', 'در', 'رو', 'كل', 'هة'],
  },
  { cause: 'handwriting', script: 'Latn', cost: 1.7, source: own, verified: false, pairs: ['nu', 'uv', 'rn', 'rv', 'ao', 'ce', 'il', 'lt', 'gy', 'hk', 'bh', 'ea', 'ou', 'nm', 'ec', 'vn'] },
  { cause: 'reading', script: 'Latn', cost: 2, source: own, verified: false, pairs: ['li', 'ij', 'tf', 'ft', 'cl', 'oc', 'bh', 'vy', 'gq', 'nh', 'it', 'eo', 'rt', 'sz'] },
];

/** Digits and signs that stand inside a word for a letter, by the script of the word. */
export const signsForLetters: Readonly<Record<'Cyrl' | 'Latn', Readonly<Record<string, string>>>> = {
  Cyrl: { '0': 'о', '1': 'і', '3': 'з', '4': 'ч', '6': 'б', '8': 'в', '9': 'д', '|': 'і', '!': 'і', '@': 'а', $: 'с' },
  Latn: { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '6': 'b', '8': 'b', '9': 'g', '|': 'l', '!': 'i', '@': 'a', $: 's' },
};

/** Latin letters written for Cyrillic ones (by look) and the other way round. */
export const lookAlikes: Readonly<Record<'Cyrl' | 'Latn', Readonly<Record<string, string>>>> = {
  Cyrl: { a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у', ï: 'ї', ë: 'ё', u: 'и', n: 'п', r: 'г', j: 'ј', s: 'ѕ', l: 'і', α: 'а', ο: 'о', ε: 'е', ρ: 'р' },
  Latn: { а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', і: 'i', ї: 'i', ј: 'j', ѕ: 's', ё: 'e', α: 'a', ο: 'o', ε: 'e', ρ: 'p', ν: 'v', ι: 'i', κ: 'k', τ: 't' },
};

/** `-log10` of the probability of what happens to any letter. */
export const letterErrors = {
  /** The right letter. */
  kept: 0.02,
  neighbourKey: 2.2,
  anyOther: 2.9,
  lostOrAdded: 2.3,
  /** й before a vowel, ь: written or not by the rules of another convention. */
  glideLostOrAdded: 0.3,
  vowelLostOrAdded: 1.9,
  doubled: 0.7,
  swapped: 2.1,
  /** A letter against a sign for what cannot be read. */
  unread: 0.1,
  /** A vowel against the place of one that its script does not write. */
  unwrittenVowel: 0.05,
} as const;
