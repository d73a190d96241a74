import { expect, test } from 'vitest';
import { inventedLists } from '../testing/invented-lists.ts';
import { candidatesOf } from './candidates-of.ts';
import { matchLists } from './match-lists.ts';
import { openMatching } from './open-matching.ts';

const { missing, remains, truth } = inventedLists(23, 300, 80);

test('one individual against a prepared list weighs the same as in the comparison of whole lists, and its kinds add up to that weight', () => {
  const matching = openMatching(missing, remains);
  const whole = matchLists(missing, remains, { learnFrom: 'documented', most: 300 });
  for (const [i, found] of remains.slice(0, 20).entries()) {
    const weights = new Map(whole.remains[i]?.candidates.map(({ report, log10Lr }) => [report, log10Lr]));
    const alone = candidatesOf(matching, found);
    expect(alone.length).toBe(20);
    for (const { report, log10Lr, kinds } of alone) {
      expect(log10Lr).toBeCloseTo(weights.get(report) ?? NaN, 4);
      expect(kinds.reduce((sum, kind) => sum + kind.log10Lr, 0)).toBeCloseTo(log10Lr, 9);
    }
  }
});

test('every name that is compared has its reasons in words of both languages', () => {
  const matching = openMatching(missing, remains);
  const at = remains.findIndex(({ name }, i) => truth[i] !== null && name?.includes(' ') === true);
  const found = remains[at];
  if (found === undefined) throw new Error('the invented lists hold no name');
  const name = candidatesOf(matching, found, 1)[0]?.kinds.find(({ kind }) => kind === 'name');
  expect(name?.reason).toBe('speaks_for');
  expect(name?.words.en.length).toBeGreaterThan(0);
  expect(name?.words.uk.length).toBe(name?.words.en.length);
});
