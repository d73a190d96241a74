import { makeMatchingSet } from '@imena/synth';
import { expect, test } from 'vitest';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { leaveOutFound, leftOutKinds, type LeftOutKind } from './leave-out.ts';
import { matchLists, type Matched } from './match-lists.ts';

// Lists of the project's own generator, whose rates the models were not fitted to.
const seed = 41;
const { missing, remains, truth } = makeMatchingSet({ seed, reports: 700, remains: 400, evidence: 'all' });
const reports = missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing', line: i + 1 }));
const found = remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains', line: i + 1 }));
const links = new Set(truth.links.map(([pm, am]) => `${pm} ${am}`));

interface Figures {
  readonly ece: number;
  readonly first: number;
  readonly precision: number;
}

function figures(matched: Matched): Figures {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, right: 0 }));
  let [linked, right, hits] = [0, 0, 0];
  for (const { remains: pm, candidates } of matched.remains) {
    const [top] = candidates;
    if (top === undefined) continue;
    const isRight = links.has(`${pm} ${top.report}`) ? 1 : 0;
    hits += isRight;
    const bin = bins[Math.min(9, Math.floor(10 * top.probability))];
    if (bin !== undefined) { bin.said += top.probability; bin.right += isRight; }
    for (const { report, probability } of candidates) if (probability >= 0.5) { linked++; right += links.has(`${pm} ${report}`) ? 1 : 0; }
  }
  const reported = new Set(truth.links.map(([pm]) => pm)).size;
  return { ece: bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.right), 0) / matched.remains.length, first: hits / reported, precision: right / linked };
}

const all = figures(matchLists(reports, found));

test(`with every kind of evidence probabilities happen about as often as said, and links are right (seed ${seed})`, () => {
  expect(all.ece).toBeLessThan(0.08);
  expect(all.precision).toBeGreaterThan(0.95);
});

test(`the kinds besides names and the plain fields find people whom the others do not (seed ${seed})`, () => {
  const added: ReadonlySet<LeftOutKind> = new Set(['hair', 'eyes', 'teeth', 'numbers', 'belongings']);
  const without = figures(matchLists(reports, found.map((one) => leaveOutFound(one, added))));
  expect(all.first).toBeGreaterThan(without.first + 0.01);
});

test('every kind weighs something in these lists, so that leaving any out changes the answer', () => {
  const few = { reports: reports.slice(0, 90), found: found.slice(0, 40) };
  const whole = JSON.stringify(matchLists(few.reports, few.found, { learnFrom: 'documented' }).remains);
  for (const kind of leftOutKinds) {
    if (kind === 'dna') continue;
    const left = few.found.map((one) => leaveOutFound(one, new Set([kind])));
    expect([kind, JSON.stringify(matchLists(few.reports, left, { learnFrom: 'documented' }).remains) !== whole]).toEqual([kind, true]);
  }
});
