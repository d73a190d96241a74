import { prepareName, type PreparedWord } from '@imena/names';
import { expect, test } from 'vitest';
import { PartIndex } from './part-index.ts';

const whole = ['Коваленко', 'Ковальчук', 'Шевченко', 'Оваленко', 'Литвин'];
const inPart = ['К*ко', 'Ков*', '*чук', '?оваленко', 'Шевч*'];

test('a word that was read in part meets those that begin and end so and have its sounds, from whichever side it is asked', () => {
  const index = new PartIndex();
  const words = [...whole, ...inPart];
  words.forEach((word, number) => { index.add(wordOf(word), number); });
  const meets = (word: string): string[] => [...new Set(index.find(wordOf(word)))].map((number) => words[number] ?? '').filter((other) => other !== word);
  expect(meets('К*ко').sort()).toEqual(['?оваленко', 'Коваленко', 'Ков*'].sort());
  expect(meets('*чук')).toEqual(['Ковальчук']);
  expect(meets('Коваленко').sort()).toEqual(['?оваленко', 'К*ко', 'Ков*'].sort());
  expect(meets('Шевченко')).toEqual(['Шевч*']);
  expect(meets('Литвин')).toEqual([]);
});

function wordOf(text: string): PreparedWord {
  const [word] = prepareName({ surname: text }).words;
  if (word === undefined) throw new RangeError(`no word in ${text}`);
  return word;
}
