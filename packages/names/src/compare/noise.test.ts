import { describe, expect, it } from 'vitest';
import { compareNames } from './compare-names.ts';

/** Invented names in writings that were not used to build the model; nobody bears them. */
const writings: readonly (readonly [what: string, a: string, b: string])[] = [
  ['typed together', 'Вигаденко Олена', 'ВигаденкоОлена'],
  ['typed together without a capital', 'Вигаденко Олена', 'Вигаденкоолена'],
  ['typed together in the other language', 'Вигаденко Олена Петрівна', 'ВыгаденкоЕленаПетровна'],
  ['the other order, in capitals, with a patronymic', 'Олена Вигаденко', 'ВИГАДЕНКО ОЛЕНА ПЕТРІВНА'],
  ['half of a double surname', 'Зразко-Вигадницька Марія', 'Вигадницька Марія'],
  ['a double surname without its hyphen', 'Зразко-Вигадницька Марія', 'Зразко Вигадницкая Мария'],
  ['Polish spelling', 'Вичевшенко Тарас', 'Wyczewszenko Taras'],
  ['German spelling', 'Вичевшенко Тарас', 'Wytschewschenko Taras'],
  ['French spelling', 'Вичевшенко Тарас', 'Vytchevchenko Taras'],
  ['Latin letters by the rules of two languages at once', 'Вигадчук Сергій', 'Vygadchuk Serhiy'],
  ['digits read for letters', 'Козаваченко Зоя', 'К0заваченко 3оя'],
  ['the soft sign left out', 'Вигадаль Ольга', 'Вигадал Олга'],
  ['initials without dots', 'Вигадаль І П', 'Вигадаль Іван Петрович'],
  ['initials with dots before the surname', 'І.П. Вигадаль', 'Вигадаль Іван Петрович'],
  ['a title before and words of birth after', 'гр. Вигадаль Іван 1956 р.н.', 'Вигадаль Іван'],
  ['a year of birth against the name', 'Вигадаль Іван1956', 'Вигадаль Іван'],
  ['a date of birth against the name', 'Вигадаль Іван12.03.1956р.н.', 'Вигадаль Іван'],
  ['a year before the name without a gap', '1956Вигадаль Іван', 'Вигадаль Іван'],
  ['letters with alternatives and an end that was not read', 'Виг(а/о)даль Ів[нерозб.]', 'Вигадаль Іван'],
  ['another surname in brackets', 'Зразкова Марія (Вигадаль)', 'Вигадаль Марія'],
];

describe('a name is still told to be of one person', () => {
  it.each(writings)('%s: “%s” and “%s”', (_, a, b) => {
    const { log10Lr, score } = compareNames(a, b);
    expect(log10Lr).toBeGreaterThan(2);
    expect(score).toBeGreaterThan(0.8);
  });
});

it('digits inside a word stay misread letters and do not cut it', () => {
  expect(compareNames('Вигадаль 0лена', 'Вигадаль Олена').score).toBeGreaterThan(0.95);
});
