import { makeMatchingSet } from '@imena/synth';
import { expect, test } from 'vitest';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { emptyRemains, emptyReport, type FoundRemains, type MissingReport } from '../records/types.ts';
import { inventedLists } from '../testing/invented-lists.ts';
import { pairWeight } from '../weigh/add-up.ts';
import { wordsWith } from './names-of-pair.ts';
import { openMatching } from './open-matching.ts';
import { matchLists } from './match-lists.ts';
import { personFiles } from './person-files.ts';
import { openFiles } from './weigh-files.ts';
import { weighPairs } from './weigh-pairs.ts';

// Invented people; nobody of them exists.
const { missing: others, remains: bodies } = inventedLists(23, 300, 60);
const report = (more: Partial<MissingReport>): MissingReport => ({ ...emptyReport(''), lang: 'uk', name: 'Вигаденко Олег Петрович', ...more });
const body: FoundRemains = {
  ...emptyRemains('body'), lang: 'uk', name: 'Вигаденко Олег', birth: { year: 1971, month: 5, day: 5 }, sex: 'M', age: { low: 40, high: 60 }, stature: { cm: 178, sdCm: 4 }, place: 'Вигадане',
  marks: ['татуювання на передпліччі', 'шрам після апендициту'], clothing: ['чорна куртка', 'чоботи'], hair: 'brown', eyes: 'blue', isMilitary: false,
  death: { from: 19_060, to: 19_070 }, numbers: [{ kind: 'passport', number: 'AB123456' }],
};

/** What one body weighs, log10, with reports that are surely of one person, read as one file; and with each by itself. */
function weighed(reports: readonly MissingReport[], found = body): { readonly together: number; readonly apart: readonly number[] } {
  const matching = openMatching([...reports.map((one, at) => ({ ...one, id: `told ${at}` })), ...others], [found, ...bodies]);
  const places = reports.map((_, at) => at);
  const file = personFiles(matching.missing.map((_, at) => Math.max(0, at - reports.length + 1)), places.flatMap((b) => places.slice(0, b).map((a) => ({ a, b, probability: 1, log10Lr: 9, relatives: 0 }))))[0];
  const { ofPerson, part, pairs } = openFiles(matching, file === undefined ? [] : [file])(weighPairs(matching, { from: 0, to: 1 }), { ...matching, from: 0 });
  const rows = places.map((at) => pairs.report.indexOf(at));
  for (const row of rows) expect([ofPerson[row], part[row]]).toEqual([ofPerson[rows[0] ?? 0], 1]);
  const tables = matching.tablesAt(0);
  if (tables === null) throw new Error('a body that is in the list has tables');
  const name = wordsWith(matching, 0);
  return { together: ofPerson[rows[0] ?? 0] ?? 0, apart: places.map((at) => pairWeight(tables, matching.columns, { report: at, name: name(at) })) };
}

const told = report({ sex: 'M', age: 51, heightCm: 180, place: 'Вигадане', marks: ['татуювання на передпліччі'], clothing: ['чорна куртка'], hair: 'brown', eyes: 'blue', isMilitary: false, lastSeen: 19_061, numbers: [{ kind: 'passport', number: 'AB123456' }] });

test('what two reports tell between them weighs what one report would that tells all of it', () => {
  const { sex, age, heightCm, place, ...rest } = told;
  const sister = report({ sex, age, heightCm, place, eyes: 'blue' });
  const neighbour = { ...rest, sex: null, age: null, heightCm: null, place: null, eyes: null };
  const [whole] = weighed([told]).apart;
  const { together, apart } = weighed([sister, neighbour]);
  // The lists differ by one report: shares move in the third digit.
  expect(Math.abs(together - (whole ?? 0))).toBeLessThan(0.05);
  for (const one of apart) expect(together).toBeGreaterThan(one + 1);
});

test('the same told twice, or three times, weighs what it weighs once', () => {
  const once = weighed([told, told]);
  expect(once.together).toBeCloseTo(once.apart[0] ?? 0, 5);
  const thrice = weighed([told, told, told]);
  expect(thrice.together).toBeCloseTo(thrice.apart[0] ?? 0, 5);
});

test('where two reports contradict each other in one thing the mean of both ratios counts, whichever comes first', () => {
  const other = { ...told, place: 'Казкове' };
  const { together, apart } = weighed([told, other]);
  expect(together).toBeCloseTo(Math.log10(apart.reduce((sum, weight) => sum + 10 ** weight, 0) / 2), 5);
  expect(weighed([other, told]).together).toBeCloseTo(together, 9);
});

test('things that only one of two reports describes are the person\'s; a list left empty, an age beside a year of birth, a month beside a day take nothing away', () => {
  const tattoo = report({ marks: ['татуювання на передпліччі'] });
  const scar = report({ marks: ['шрам після апендициту'] });
  const both = report({ marks: ['татуювання на передпліччі', 'шрам після апендициту'] });
  expect(weighed([tattoo, scar]).together).toBeCloseTo(weighed([both, both]).together, 1);
  expect(weighed([tattoo, report({})]).together).toBeCloseTo(weighed([tattoo, tattoo]).together, 1);
  const year = report({ birth: { year: 1971, month: 5, day: 5 }, lastSeen: 19_061 });
  const age = report({ age: 51, lastSeen: 19_061, lastSeenSpan: { from: 19_055, to: 19_075 } });
  expect(weighed([year, age]).together).toBeCloseTo(weighed([year, year]).together, 1);
});

test('a report that is not among the candidates comes with the one of its person that is', () => {
  const blank = { ...emptyReport(''), sex: 'M' as const };
  const matching = openMatching([{ ...told, id: 'told' }, { ...blank, id: 'blank' }, ...others], [body]);
  const some = weighPairs(matching, { from: 0, to: 1 });
  const keep = Array.from(some.report, (_, p) => p).filter((p) => some.report[p] === 0);
  const only = { remains: Int32Array.from(keep, () => 0), report: Int32Array.from(keep, () => 0), name: some.name.filter((_, p) => keep.includes(p)), household: some.household.filter((_, p) => keep.includes(p)), weight: some.weight.filter((_, p) => keep.includes(p)), rest: some.rest };
  const { pairs, part } = openFiles(matching, [{ parts: [0, 1], reports: [0, 1], together: 0.8 }])(only, { ...matching, from: 0 });
  expect([...pairs.report]).toEqual([0, 1]);
  expect(part[0]).toBeCloseTo(1, 3);
  expect(part[1]).toBeGreaterThan(0.7);
  expect(part[1]).toBeLessThan(0.9);
});

test('where half of the reports are repeats, which are partly of relatives and namesakes, probabilities are those that come true', () => {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, said: 0, right: 0 }));
  for (const seed of [71]) {
    const { missing, remains, truth } = makeMatchingSet({ seed, reports: 500, remains: 300, repeated: 0.5, world: 'third' });
    const matched = matchLists(missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing', line: i + 1 })), remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains', line: i + 1 })));
    for (const { remains: pm, candidates } of matched.remains) {
      const [top] = candidates;
      const bin = bins[Math.min(9, Math.floor(10 * (top?.probability ?? 0)))];
      if (top === undefined || bin === undefined) continue;
      bin.count++;
      bin.said += top.probability;
      if (truth.pm_person[pm] !== null && truth.pm_person[pm] === truth.am_person[top.report]) bin.right++;
    }
  }
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const ece = bins.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / count;
  console.info(`half of the reports repeats (third world, seed 71): ECE ${ece.toFixed(3)}\n  ${bins.map(({ count: n, said, right }, at) => `0.${at}: said ${(said / n).toFixed(2)}, right ${(right / n).toFixed(2)} (${n})`).join('\n  ')}`);
  expect(ece).toBeLessThan(0.05);
});
