import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SoundIndex } from './sound-index.ts';
import { encodeSounds } from './sounds.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'k', 'o', 'n', 'r'), minLength: 5, maxLength: 12 });

test('a word is found with up to as many sounds changed, lost, added or swapped as may be left out', () => {
  fc.assert(fc.property(word, fc.array(fc.tuple(fc.constantFrom('change', 'lose', 'add', 'swap'), fc.nat(4)), { maxLength: 2 }), (written, slips) => {
    let misread = written;
    for (const [slip, at] of slips) {
      const [before, here, next, after] = [misread.slice(0, at), misread.slice(at, at + 1), misread.slice(at + 1, at + 2), misread.slice(at + 2)];
      if (slip === 'change') misread = `${before}z${next}${after}`;
      else if (slip === 'lose') misread = before + next + after;
      else if (slip === 'add') misread = `${before}z${here}${next}${after}`;
      else misread = before + next + here + after;
    }
    const index = new SoundIndex([2]);
    index.add(encodeSounds('rrrrrrrrrrrrrrrr'), 0);
    index.add(encodeSounds(written), 7);
    return index.find(encodeSounds(misread)).includes(7);
  }));
});

test('words of which more differs are not found but by a chance of one in some hundred thousand', () => {
  const index = new SoundIndex([2]);
  const signs = Array.from('abvdezklmn');
  for (let at = 0; at < 1000; at++) index.add(encodeSounds(Array.from(String(at).padStart(3, '0'), (digit) => (signs[Number(digit)] ?? '').repeat(3)).join('')), at);
  const found = index.find(encodeSounds('aaabbbvvv'));
  expect(found).toContain(12);
  expect(found.length).toBeLessThan(3);
});
