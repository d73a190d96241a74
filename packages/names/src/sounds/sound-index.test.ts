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
    // A swap with a sound put between is three slips of the pen, not two.
    return align(encodeSounds(written), encodeSounds(misread)) > 2 || near(index, misread).includes(7);
  }));
});

test('words of which more differs are not near', () => {
  const index = new SoundIndex([2]);
  const signs = Array.from('abvdezklmn');
  for (let at = 0; at < 1000; at++) index.add(encodeSounds(Array.from(String(at).padStart(3, '0'), (digit) => (signs[Number(digit)] ?? '').repeat(3)).join('')), at);
  expect(near(index, 'aaabbbvvv')).toEqual([12]);
});

test('the number of sounds that differ is that of optimal string alignment', () => {
  fc.assert(fc.property(word, word, (a, b) => {
    const distance = align(encodeSounds(a), encodeSounds(b));
    return [1, 2, 3, 4].every((most) => {
      const index = new SoundIndex([most]);
      index.add(encodeSounds(a), 1);
      const found: number[] = [];
      index.findNear(encodeSounds(b), (_, measured) => { found.push(measured); });
      return distance <= most ? found.includes(distance) : found.length === 0;
    });
  }));
});

function near(index: SoundIndex, written: string): number[] {
  const found: number[] = [];
  index.findNear(encodeSounds(written), (number) => { found.push(number); });
  return found;
}

function align(a: Uint8Array, b: Uint8Array): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) for (let j = 1; j <= b.length; j++) {
    const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
    const row = table[i];
    if (row !== undefined) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swap);
  }
  return at(a.length, b.length);
}

test('words of one form are all found, and an ending counts the words that have it, whether they are written alike or not', () => {
  const [alike, unlike] = [new SoundIndex([2]), new SoundIndex([2])];
  for (let at = 0; at < 49; at++) {
    alike.add(encodeSounds('kanenko'), at);
    unlike.add(encodeSounds(`${'abvdezk'.charAt(at % 7)}${'lmnoprs'.charAt(Math.floor(at / 7))}nenko`), at);
  }
  expect(near(alike, 'kanenko').sort((a, b) => a - b)).toEqual(Array.from({ length: 49 }, (_, at) => at));
  // `nenko` is left of all of them: 49 words are too many to be followed by it.
  expect(near(alike, 'trnenko')).toEqual([]);
  expect(near(unlike, 'ggnenko')).toEqual([]);
  const few = new SoundIndex([2]);
  for (let at = 0; at < 48; at++) few.add(encodeSounds('kanenko'), at);
  expect(near(few, 'trnenko')).toHaveLength(48);
});

test('what is added after a word was asked for is found too, and each index keeps to its own words', () => {
  const [first, second] = [new SoundIndex([2]), new SoundIndex([2])];
  first.add(encodeSounds('kanenko'), 1);
  second.add(encodeSounds('kanenko'), 9);
  expect(near(first, 'kanenka')).toEqual([1]);
  first.add(encodeSounds('kanenko'), 2);
  first.add(encodeSounds('karenko'), 3);
  expect(near(first, 'kanenka').sort((a, b) => a - b)).toEqual([1, 2, 3]);
  expect(near(second, 'kanenka')).toEqual([9]);
});
