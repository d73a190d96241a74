import { expect, test } from 'vitest';
import { compareNames } from '../index.ts';

test('one name in two registers is one name, and no other beside it is', () => {
  for (const [a, b] of [['Юрій', 'Георгій'], ['Юрій', 'Жора'], ['Єгор', 'Георгий'], ['Егор', 'Жора']] as const) expect(compareNames(`Вигадуєнко ${a}`, `Вигадуєнко ${b}`).reasons.map(({ kind }) => kind), `${a} ${b}`).not.toContain('different');
  expect(compareNames('Вигадуєнко Юрій', 'Вигадуєнко Григорій').reasons.map(({ kind }) => kind)).toContain('different');
});

test('an abbreviation with a dot is the beginning of a name', () => {
  for (const [a, b] of [['Ол.', 'Олександр'], ['Дм.', 'Дмитро']] as const) {
    expect(compareNames(`Вигадуєнко ${a}`, `Вигадуєнко ${b}`).reasons.map(({ kind }) => kind), a).toEqual(['same', 'illegible']);
    expect(compareNames(`Вигадуєнко ${a}`, `Вигадуєнко ${b}`).log10Lr).toBeGreaterThan(compareNames('Вигадуєнко', `Вигадуєнко ${b}`).log10Lr);
  }
  expect(compareNames('Вигадуєнко Дм.', 'Вигадуєнко Степан').reasons.map(({ kind }) => kind)).toContain('different');
});

test('letters of one language in a word decide for that word alone', () => {
  expect(compareNames('Лісовий Алёша', 'Лісовий Олексій').reasons.map(({ kind }) => kind)).toEqual(['same', 'diminutive']);
});
