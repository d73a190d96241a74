import type { Random } from './random.ts';

/**
 * Surnames that say themselves that they are invented: the stems are words for "example", "imagined", "template",
 * "sketch" and the like, with common endings. A Ukrainian reader recognises them at once; a matching program does not.
 */
const stems: readonly { readonly uk: string; readonly ru: string }[] = [
  { uk: 'Вигад', ru: 'Выгад' }, { uk: 'Уяв', ru: 'Уяв' }, { uk: 'Зразк', ru: 'Зразк' }, { uk: 'Приклад', ru: 'Приклад' },
  { uk: 'Умовн', ru: 'Умовн' }, { uk: 'Небувал', ru: 'Небувал' }, { uk: 'Вимисл', ru: 'Вымысл' }, { uk: 'Модел', ru: 'Модел' },
  { uk: 'Гадан', ru: 'Гадан' }, { uk: 'Примір', ru: 'Примир' }, { uk: 'Шаблон', ru: 'Шаблон' }, { uk: 'Взірц', ru: 'Взирц' },
  { uk: 'Макет', ru: 'Макет' }, { uk: 'Начерк', ru: 'Начерк' }, { uk: 'Задум', ru: 'Задум' }, { uk: 'Ескіз', ru: 'Эскиз' },
  { uk: 'Символ', ru: 'Символ' }, { uk: 'Показ', ru: 'Показ' }, { uk: 'Нарис', ru: 'Нарис' }, { uk: 'Абрис', ru: 'Абрис' },
];

const endings: readonly { readonly uk: readonly [string, string]; readonly ru: readonly [string, string] }[] = [
  { uk: ['енко', 'енко'], ru: ['енко', 'енко'] },
  { uk: ['ук', 'ук'], ru: ['ук', 'ук'] },
  { uk: ['івський', 'івська'], ru: ['овский', 'овская'] },
  { uk: ['ич', 'ич'], ru: ['ич', 'ич'] },
  { uk: ['ишин', 'ишин'], ru: ['ишин', 'ишин'] },
  { uk: ['овець', 'овець'], ru: ['овец', 'овец'] },
  { uk: ['ійчук', 'ійчук'], ru: ['ийчук', 'ийчук'] },
];

/** An invented surname: masculine and feminine form in both languages. */
export interface Surname {
  readonly uk: readonly [string, string];
  readonly ru: readonly [string, string];
}

/** Every surname that can be made, once, in random order: 140 of them. */
export function shuffledSurnames(random: Random): Surname[] {
  const all = stems.flatMap((stem) =>
    endings.map((ending): Surname => ({
      uk: [stem.uk + ending.uk[0], stem.uk + ending.uk[1]],
      ru: [stem.ru + ending.ru[0], stem.ru + ending.ru[1]],
    })),
  );
  return random.shuffle(all);
}
