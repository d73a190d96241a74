import type { ClaimQuantity, Speaker, Words } from './claim-facts.ts';

/**
 * Papers that never were, with people who never were: they show how statements agree, change, contradict and copy each
 * other. Each says in its title, outlet, first line and mark that it is synthetic.
 */
export interface SyntheticPaper {
  readonly title: string;
  readonly outlet: string;
  readonly language: 'en' | 'uk';
  readonly publishedOn: string;
  readonly paragraphs: readonly string[];
  /** What a reader confirmed; null for a paper that nobody has read yet. */
  readonly claims: readonly SyntheticClaim[] | null;
}

export interface SyntheticClaim {
  readonly key: string;
  /** The words of the text that say it. */
  readonly passage: string;
  readonly quoteType: 'direct' | 'indirect';
  readonly speaker: Speaker;
  readonly saidOn: string;
  readonly quantities: readonly ClaimQuantity[];
  readonly words: Words;
}

const spokeswoman = (name: string): Speaker => ({
  name, role: { en: 'spokeswoman of an invented search team (synthetic)', uk: 'речниця вигаданої пошукової групи (синтетична)' }, type: 'person', named: true,
});
const volunteer: Speaker = {
  name: 'Богдан Уявний', role: { en: 'volunteer of an invented society (synthetic)', uk: 'волонтер вигаданого товариства (синтетичний)' }, type: 'person', named: true,
};

export const syntheticPapers: readonly SyntheticPaper[] = [
  {
    title: 'Синтетичний документ 1: підсумок трьох днів', outlet: 'Вигаданий вісник (синтетичне видання)', language: 'uk', publishedOn: '2022-09-17',
    paragraphs: [
      'Цей текст вигадано для демонстрації: ані людей, ані чисел із нього ніколи не було.',
      '«На місці поховання позначено 445 могил», — сказала в суботу речниця вигаданої пошукової групи Ярина Вигадана.',
      'За її словами, з могил уже підняли 38 тіл.',
    ],
    claims: [
      {
        key: 's1.445', passage: 'На місці поховання позначено 445 могил', quoteType: 'direct', speaker: spokeswoman('Ярина Вигадана'), saidOn: '2022-09-17', quantities: [{ bound: 'exact', value: '445', unit: 'graves' }],
        words: { en: 'At the burial ground 445 graves have been marked (synthetic).', uk: 'На місці поховання позначено 445 могил (синтетично).' },
      },
      {
        key: 's1.38', passage: 'з могил уже підняли 38 тіл', quoteType: 'indirect', speaker: spokeswoman('Ярина Вигадана'), saidOn: '2022-09-17', quantities: [{ bound: 'exact', value: '38', unit: 'bodies' }],
        words: { en: 'So far 38 bodies have been taken out of the graves (synthetic).', uk: 'З могил уже підняли 38 тіл (синтетично).' },
      },
    ],
  },
  {
    title: 'Synthetic document 2: a telephone call on Monday', outlet: 'Invented Wire (synthetic outlet)', language: 'en', publishedOn: '2022-09-19',
    paragraphs: [
      'This text was invented for a demonstration: neither its people nor its figures ever were.',
      'The search team has counted 445 graves at the burial ground, its spokeswoman Yaryna Vyhadana said on Monday.',
      'She said that 74 bodies had been taken out of the graves.',
    ],
    claims: [
      {
        key: 's2.445', passage: 'The search team has counted 445 graves at the burial ground', quoteType: 'indirect', speaker: spokeswoman('Yaryna Vyhadana'), saidOn: '2022-09-19', quantities: [{ bound: 'exact', value: '445', unit: 'graves' }],
        words: { en: 'The search team has counted 445 graves at the burial ground (synthetic).', uk: 'Пошукова група нарахувала на місці поховання 445 могил (синтетично).' },
      },
      {
        key: 's2.74', passage: '74 bodies had been taken out of the graves', quoteType: 'indirect', speaker: spokeswoman('Yaryna Vyhadana'), saidOn: '2022-09-19', quantities: [{ bound: 'exact', value: '74', unit: 'bodies' }],
        words: { en: 'By now 74 bodies have been taken out of the graves (synthetic).', uk: 'Наразі з могил підняли 74 тіла (синтетично).' },
      },
    ],
  },
  {
    title: 'Синтетичний документ 3: розмова з волонтером', outlet: 'Синтетичний тиждень (вигадане видання)', language: 'uk', publishedOn: '2022-09-19',
    paragraphs: [
      'Цей текст вигадано для демонстрації: ані людей, ані чисел із нього ніколи не було.',
      '«У лісі понад 600 могил», — сказав у понеділок волонтер вигаданого товариства Богдан Уявний.',
      'Він додав, що з могил підняли щонайменше 70 тіл.',
    ],
    claims: [
      {
        key: 's3.600', passage: 'У лісі понад 600 могил', quoteType: 'direct', speaker: volunteer, saidOn: '2022-09-19', quantities: [{ bound: 'more_than', value: '600', unit: 'graves' }],
        words: { en: 'There are more than 600 graves in the wood (synthetic).', uk: 'У лісі понад 600 могил (синтетично).' },
      },
      {
        key: 's3.70', passage: 'з могил підняли щонайменше 70 тіл', quoteType: 'indirect', speaker: volunteer, saidOn: '2022-09-19', quantities: [{ bound: 'at_least', value: '70', unit: 'bodies' }],
        words: { en: 'At least 70 bodies have been taken out of the graves (synthetic).', uk: 'З могил підняли щонайменше 70 тіл (синтетично).' },
      },
    ],
  },
  {
    title: 'Synthetic document 4: not read yet', outlet: 'Invented Wire (synthetic outlet)', language: 'en', publishedOn: '2022-09-23',
    paragraphs: [
      'This text was invented for a demonstration: neither its people nor its figures ever were.',
      'The search team has now examined 447 graves at the burial ground, its spokeswoman Yaryna Vyhadana said on Friday.',
      'She said that 90 bodies had been taken out of the graves and that between 20 and 25 graves were empty.',
      'Nobody at the gate would say how many families had come.',
    ],
    claims: null,
  },
];

/** Links that a person confirmed; others between these statements are left for a reader of the demonstration to decide. */
export const syntheticLinks: readonly { from: string; to: string; relation: 'same-origin' | 'updates'; explanation: Words }[] = [
  { from: 's2.445', to: 's1.445', relation: 'same-origin', explanation: { en: 'One spokeswoman told both papers.', uk: 'Обом виданням сказала та сама речниця.' } },
  { from: 's2.74', to: 's1.38', relation: 'updates', explanation: { en: 'The same count two days later.', uk: 'Той самий підрахунок за два дні.' } },
];
