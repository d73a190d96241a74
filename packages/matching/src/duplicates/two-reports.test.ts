import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeMatchingSet } from '@imena/synth';
import { matchLists } from '../match/match-lists.ts';
import { openMatching } from '../match/open-matching.ts';
import { shareAmongReports } from '../match/share-among-reports.ts';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { emptyReport, type MissingReport } from '../records/types.ts';
import { inventedLists } from '../testing/invented-lists.ts';
import { findDuplicates } from './find-duplicates.ts';
import { openReportPairs } from './report-pairs.ts';

// Invented people; nobody of them exists.
const { missing: others } = inventedLists(19, 300, 1);
const report = (id: string, more: Partial<MissingReport>): MissingReport => ({ ...emptyReport(id), lang: 'uk', birth: { year: 1970, month: 5, day: 5 }, lastSeen: 19_061, place: 'Вигадане', ...more });
const oleh = report('oleh', { name: 'Вигаденко Олег Петрович', sex: 'M' });
const together = (other: MissingReport): number => {
  const reports = [...others, oleh, other];
  return findDuplicates(openMatching(reports, [])).find(({ a, b }) => reports[a]?.id === 'oleh' && reports[b]?.id === other.id)?.probability ?? 0;
};

test('one person reported twice is proposed; twins, brothers and a couple of one household are not taken for one', () => {
  expect(together(report('again', { name: 'Вигаденко Олег Петрович', sex: 'M' }))).toBeGreaterThan(0.9);
  expect(together(report('sister', { name: 'Вигаденко Інна Петрівна', sex: 'F' }))).toBeLessThan(0.01);
  expect(together(report('twin', { name: 'Вигаденко Іван Петрович', sex: 'M' }))).toBeLessThan(0.5);
  expect(together(report('brother', { name: 'Вигаденко Іван Петрович', sex: 'M', birth: { year: 1972, month: 8, day: 11 } }))).toBeLessThan(0.05);
  expect(together(report('wife', { name: 'Вигаденко Інна Іванівна', sex: 'F', birth: { year: 1971, month: 2, day: 1 } }))).toBeLessThan(0.01);
});

const set = makeMatchingSet({ seed: 61, reports: 90, remains: 40, evidence: 'all' });
const reports = set.missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing', line: i + 1 }));
const found = set.remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains', line: i + 1 }));

test('two reports weigh the same whichever is looked at first', () => {
  const between = openReportPairs(openMatching(reports, []));
  fc.assert(fc.property(fc.nat(reports.length - 1), fc.nat(reports.length - 1), (i, j) => {
    const [forth, back] = [between.weigh(i, j), between.weigh(j, i)];
    expect(forth.log10Lr).toBeCloseTo(back.log10Lr, 9);
    expect(forth.relatives).toBeCloseTo(back.relatives, 9);
  }), { numRuns: 100 });
});

test('the order of rows changes nothing: shuffled lists give the same candidates, repeats and probabilities to the last digit', () => {
  const { remains, duplicates } = matchLists(reports, found);
  const sorted = JSON.stringify([...remains].sort((a, b) => (a.remains < b.remains ? -1 : 1)));
  expect(duplicates.length).toBeGreaterThan(2);
  fc.assert(fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), fc.shuffledSubarray(found, { minLength: found.length }), (missing, bodies) => {
    const again = matchLists(missing, bodies);
    expect(again.duplicates).toEqual(duplicates);
    expect(again.remains.map((one) => one.remains)).toEqual(bodies.map(({ id }) => id));
    expect(JSON.stringify([...again.remains].sort((a, b) => (a.remains < b.remains ? -1 : 1)))).toBe(sorted);
  }), { numRuns: 3 });
});

test('a repeat that was not put together hands on as much as it is probable, and a person of many reports no more than it has', () => {
  const zeros = new Float64Array(3);
  const pairs = { remains: Int32Array.of(0, 0, 0), report: Int32Array.of(0, 1, 2), name: zeros, household: zeros, weight: zeros, rest: Float64Array.of(0) };
  const repeat = (a: number, b: number, probability: number) => ({ a, b, log10Lr: 5, relatives: 0, probability });
  const shared = shareAmongReports(pairs, { own: Float64Array.of(0.9, 0.9, 0.05), part: Float64Array.of(1, 1, 1) }, { persons: [0, 0, 2], duplicates: [repeat(0, 1, 0.99), repeat(0, 2, 0.4), repeat(1, 2, 0.3)] });
  expect(shared[0]).toBeCloseTo(0.9 + 0.4 * 0.05, 12);
  expect(shared[2]).toBeCloseTo(0.05 + 0.4 * 0.45 + 0.3 * 0.45, 12);
});
