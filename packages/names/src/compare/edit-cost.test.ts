import { makeRandom } from '@imena/synth';
import { expect, test } from 'vitest';
import { doubledCost, letterCostsOf, lostCosts, swappedCost, unreadCost, type LetterCosts } from '../sounds/letter-costs.ts';
import { oneUnread, someUnread, soundCount, unwritten } from '../sounds/sounds.ts';
import { editCost, tooFar } from './edit-cost.ts';

/** The whole table, cell by cell. */
function slowCost(a: readonly number[], b: readonly number[], { change }: LetterCosts): number {
  const at = (word: readonly number[], place: number): number => word[place] ?? 0;
  const lost = (word: readonly number[], place: number): number => {
    const cost = lostCosts[at(word, place)] ?? 0;
    return place > 0 && word[place - 1] === word[place] ? Math.min(doubledCost, cost) : cost;
  };
  const table: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= b.length; j++) {
      const ways = [i === 0 && j === 0 ? 0 : Infinity];
      if (i > 0) ways.push((table[i - 1]?.[j] ?? Infinity) + (b[j - 1] === someUnread ? unreadCost : lost(a, i - 1)));
      if (j > 0) ways.push((row[j - 1] ?? Infinity) + (a[i - 1] === someUnread ? unreadCost : lost(b, j - 1)));
      if (i > 0 && j > 0) ways.push((table[i - 1]?.[j - 1] ?? Infinity) + (change[at(a, i - 1) * soundCount + at(b, j - 1)] ?? Infinity));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && a[i - 1] !== b[j - 1]) ways.push((table[i - 2]?.[j - 2] ?? Infinity) + swappedCost);
      row.push(Math.min(...ways));
    }
  }
  return table[a.length]?.[b.length] ?? Infinity;
}

test('the cost of letters up to a limit is that of the whole table of letters, for whatever words, limits and scripts, and above the limit it is said to be too far', () => {
  const random = makeRandom('costs of letters');
  const signs = [unwritten, oneUnread, someUnread, 15];
  const letter = (isOdd: boolean): number => (isOdd && random.chance(0.3) ? random.pick(signs) : random.int(1, 12));
  let within = 0;
  for (let round = 0; round < 20_000; round++) {
    const isOdd = random.chance(0.2);
    const a = Array.from({ length: random.int(0, random.chance(0.1) ? 36 : 11) }, () => letter(isOdd));
    const b = a.slice();
    for (let slips = random.int(0, 4); slips > 0; slips--) b.splice(random.int(0, b.length), random.int(0, 2), ...Array.from({ length: random.int(0, 1) }, () => letter(isOdd)));
    if (random.chance(0.2)) b.reverse();
    const costs = letterCostsOf('Cyrl', random.pick(['Cyrl', 'Latn'] as const));
    const limit = random.int(0, 900);
    const expected = slowCost(a, b, costs);
    if (expected <= limit) within++;
    expect(editCost(Uint8Array.from(a), Uint8Array.from(b), costs, limit), `${a.join(' ')} | ${b.join(' ')} | ${limit}`).toBe(expected <= limit ? expected : tooFar);
  }
  expect(within).toBeGreaterThan(5000);
});

test('a word against itself costs what the whole table says, whatever of it was read', () => {
  const random = makeRandom('costs of a word itself');
  const costs = letterCostsOf('Cyrl', 'Cyrl');
  for (let round = 0; round < 2000; round++) {
    const word = Array.from({ length: random.int(0, 12) }, () => (random.chance(0.1) ? random.pick([unwritten, oneUnread, someUnread]) : random.int(1, 40)));
    const [sounds, limit, expected] = [Uint8Array.from(word), random.int(-5, 40), slowCost(word, word, costs)];
    expect(editCost(sounds, sounds, costs, limit), `${word.join(' ')} | ${limit}`).toBe(expected <= limit ? expected : tooFar);
  }
});
