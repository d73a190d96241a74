import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordsByEnds } from './words-by-ends.ts';

const letters = ['a', 'b', '𐎠'] as const;
const word = fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 });
const pattern = fc.string({ unit: fc.constantFrom(...letters, '?', '*'), maxLength: 6 });

test('the words that fit what was read in part are those of the expression that says the same', () => {
  fc.assert(fc.property(fc.array(word, { maxLength: 8 }), pattern, (words, read) => {
    const says = new RegExp(`^${read.replaceAll('?', '.').replaceAll('*', '.*')}$`, 'u');
    expect(new WordsByEnds(words).fitting(read)).toEqual(words.flatMap((one, at) => (says.test(one) ? [at] : [])));
  }), { seed: 11, numRuns: 2000 });
});
