import { expect, test } from 'vitest';
import { defaultSettings } from '../evidence/parameters.ts';
import { emptyRemains } from '../records/types.ts';
import { inventedLists } from '../testing/invented-lists.ts';
import { matchLists } from './match-lists.ts';

const { missing, remains, truth } = inventedLists(11, 500, 300);
const matched = matchLists(missing, remains, { most: 500 });

test('on invented lists with known truth, what is called probable happens about as often as said, and no more is claimed than happens', () => {
  let said = 0;
  let happened = 0;
  let high = { said: 0, happened: 0, count: 0 };
  matched.remains.forEach(({ candidates }, i) => {
    const report = truth[i] ?? null;
    for (const { report: id, probability } of candidates) {
      const right = report !== null && missing[report]?.id === id ? 1 : 0;
      said += probability;
      happened += right;
      if (probability >= 0.5) high = { said: high.said + probability, happened: high.happened + right, count: high.count + 1 };
    }
  });
  // Over all pairs no more is claimed than happens, within three standard deviations; it may be less (see joint.md, limits).
  expect(said).toBeLessThan(happened + 3 * Math.sqrt(happened));
  expect(high.count).toBeGreaterThan(40);
  expect(Math.abs(high.said - high.happened) / high.count).toBeLessThan(0.1);
});

// Above 1 by what reports may be repeats of each other: then one body is of two reports.
test('each individual is at most one person and each report is of at most one individual, in sum of probabilities', () => {
  const byReport = new Map<string, number>();
  for (const { candidates } of matched.remains) {
    expect(candidates.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThan(1.15);
    for (const { report, probability } of candidates) byReport.set(report, (byReport.get(report) ?? 0) + probability);
  }
  for (const sum of byReport.values()) expect(sum).toBeLessThan(1.15);
});

test('the same lists give the same answer to the last digit', () => {
  const few = { missing: missing.slice(0, 120), remains: remains.slice(0, 60) };
  expect(JSON.stringify(matchLists(few.missing, few.remains))).toBe(JSON.stringify(matchLists(few.missing, few.remains)));
});

test('an empty description gives no candidate any weight: missing data is neutral', () => {
  const nothing = emptyRemains('P');
  const [only] = matchLists(missing, [nothing], { learnFrom: 'documented' }).remains;
  for (const { log10Lr } of only?.candidates ?? []) expect(Math.abs(log10Lr)).toBeLessThan(0.25);
});

test('a second report of one person does not raise the probability of the first: descriptions of one body are averaged, not multiplied', () => {
  const settings = defaultSettings();
  const at = remains.findIndex(({ name }, i) => truth[i] !== null && name?.includes(' ') === true);
  const found = remains[at];
  const own = missing[truth[at] ?? -1];
  if (found === undefined || own === undefined) throw new Error('the invented lists hold no pair');
  const once = matchLists(missing, [found], { settings, learnFrom: 'documented' });
  const twice = matchLists([...missing, { ...own, id: 'again' }], [found], { settings, learnFrom: 'documented' });
  const of = (result: typeof once): number => result.remains[0]?.candidates.find(({ report }) => report === own.id)?.log10Lr ?? 0;
  expect(Math.abs(of(twice) - of(once))).toBeLessThan(0.1);
  const p = (result: typeof once): number => result.remains[0]?.candidates.find(({ report }) => report === own.id)?.probability ?? 0;
  expect(p(twice)).toBeLessThan(p(once) + 0.05);
  expect(twice.duplicates.some(({ a, b }) => a === own.id && b === 'again')).toBe(true);
});
