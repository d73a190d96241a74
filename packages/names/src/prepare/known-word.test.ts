import { beforeEach, expect, test, vi } from 'vitest';
import type { NameParts } from '../index.ts';

// Words that several names share, read in several ways: stated and found, in capitals, half typed in Latin, by other languages, as initials.
const names: readonly (readonly [name: string | NameParts, language: string | null])[] = [
  ['Вигадуєнко Іван Петрович', null], ['ВИГАДУЄНКО ІВАН ПЕТРОВИЧ', null], ['Іван Вигадуєнко', 'ru'], [{ surname: 'Іван', given: 'Вигадуєнко' }, null],
  ['Вигадуєнко І.', null], ['І. Вигадуєнко', null], ['Н. Н.', null], ['Н. Вигадуєнко', null], ['BEPA MAK', null], ['BEPA Вигадуєнко', null], ['Beрa Mak', 'ru'],
  ['Marko Ivan', null], ['Marko Ivan', 'es'], ['Марко Иван', 'sr'], ['Марко Иван', null], ['Ибн Иван', null], ['Іван ибн Марко', 'ar'], ['Б[о/а]рис', null], ['Борис', null],
  [{ surname: 'Борис' }, null], ['Дід Іван', null], [{ surname: 'Дід', given: 'Іван' }, null], ['ІВАН 1947', null], ['Алёша Іван', null], ['', null],
];

beforeEach(() => { vi.resetModules(); });

async function prepareAll(order: readonly number[]): Promise<unknown[]> {
  const { prepareName } = await import('../index.ts');
  const prepared: unknown[] = [];
  for (const at of order) {
    const [name, language] = names[at] ?? ['', null];
    prepared[at] = prepareName(name, { language });
  }
  return prepared;
}

test('a name is read the same whatever names were read before it', async () => {
  const order = names.map((_, at) => at);
  const forth = await prepareAll(order);
  vi.resetModules();
  const back = await prepareAll(order.toReversed());
  expect(back).toEqual(forth);
  vi.resetModules();
  const alone = await Promise.all([0, 6, 8, 13, 14].map(async (at) => {
    vi.resetModules();
    return [at, (await prepareAll([at]))[at]] as const;
  }));
  for (const [at, name] of alone) expect(name).toEqual(forth[at]);
  expect(await prepareAll([...order, ...order])).toEqual(forth);
});

test('capitals and small letters of one word share what was found out about it', async () => {
  const { prepareName } = await import('../index.ts');
  const [small, capitals] = ['Вигадуєнко Іван', 'ВИГАДУЄНКО ІВАН'].map((name) => prepareName(name).words[0]);
  expect(small?.readings).toBe(capitals?.readings);
  expect([small?.text, capitals?.text]).toEqual(['Вигадуєнко', 'ВИГАДУЄНКО']);
});
