import { expect, test } from 'vitest';
import { emptyRemains, emptyReport, type FoundRemains, type MissingReport } from '../records/types.ts';
import { inventedLists } from '../testing/invented-lists.ts';
import { leaveOutFound, leftOutKind } from './leave-out.ts';
import { matchLists, type Matched, type MatchOptions } from './match-lists.ts';

const { missing, remains, truth } = inventedLists(31, 200, 60);
const documented = { learnFrom: 'documented' } as const;
const run = (options: MatchOptions = {}, found: readonly FoundRemains[] = remains, reports: readonly MissingReport[] = missing): Matched => matchLists(reports, found, { ...documented, most: 200, ...options });
const candidateOf = (matched: Matched, pm: string, am: string) => matched.remains.find((one) => one.remains === pm)?.candidates.find(({ report }) => report === am);
const plain = run();
const at = truth.findIndex((report, i) => report !== null && remains[i]?.name === null);
const pm = remains[at]?.id ?? '';
const am = missing[truth[at] ?? -1]?.id ?? '';

test('DNA enters the weight of its pair as it is, and the joint posterior with it', () => {
  const before = candidateOf(plain, pm, am);
  const after = candidateOf(run({ dna: [{ remains: pm, report: am, log10Lr: 6 }] }), pm, am);
  expect((after?.log10Lr ?? 0) - (before?.log10Lr ?? 0)).toBeCloseTo(6, 9);
  expect(after?.probability).toBeGreaterThan(0.99);
  const against = candidateOf(run({ dna: [{ remains: pm, report: am, log10Lr: -Infinity }] }), pm, am);
  expect(against?.probability ?? 0).toBeLessThan(1e-6);
  expect(Number.isFinite(against?.log10Lr ?? 0)).toBe(true);
});

test('a pair that no other evidence brings among the candidates takes part where DNA names it, and ids of no list are told', () => {
  const far = missing.map(({ id }) => id).find((id) => candidateOf(run({ most: 20 }), pm, id) === undefined) ?? '';
  const matched = run({ dna: [{ remains: pm, report: far, log10Lr: 12 }, { remains: 'nowhere', report: far, log10Lr: 9 }] });
  expect(matched.remains.find((one) => one.remains === pm)?.candidates[0]?.report).toBe(far);
  expect(matched.unknown).toEqual(['nowhere']);
});

test('without DNA, earlier identifications and other names nothing changes to the last digit', () => {
  expect(JSON.stringify(run({ dna: [], occupied: [] }).remains)).toBe(JSON.stringify(plain.remains));
});

test('a person buried elsewhere by others is less probable here, and the burial less probable where the remains fit', () => {
  const strong = { remains: pm, report: am, log10Lr: 3 };
  const burial = { report: am, remains: null, ground: 'recognition', right: 0.9, by: 'invented' } as const;
  const alone = candidateOf(run({ dna: [strong] }), pm, am)?.probability ?? 0;
  const matched = run({ dna: [strong], occupied: [burial] });
  const [judged] = matched.occupied;
  expect(candidateOf(matched, pm, am)?.probability).toBeLessThan(alone);
  expect(judged?.prior).toBe(0.9);
  expect(judged?.probability).toBeLessThan(0.9);
  expect(judged?.contradictedBy[0]?.remains).toBe(pm);
});

test('the worked example: a burial declared right with 0.95 and one body that fits a thousand times better than chance', () => {
  // Nobody 1, burial 19, these remains w; with even odds w is the ratio itself.
  const report = { ...emptyReport('A'), sex: 'M' as const };
  const found = emptyRemains('P');
  const matched = matchLists([report], [found], { ...documented, prior: 'even-odds', dna: [{ remains: 'P', report: 'A', log10Lr: 3 }], occupied: [{ report: 'A', remains: null, ground: 'other', right: 0.95, by: null }] });
  expect(matched.occupied[0]?.probability).toBeCloseTo(19 / (1 + 19 + 1000), 9);
  expect(matched.remains[0]?.candidates[0]?.probability).toBeCloseTo(1000 / (1 + 19 + 1000), 9);
});

test('an earlier identification of remains in the list is a prior of that pair; what it rests on is not counted twice', () => {
  const named = remains.findIndex(({ name }, i) => truth[i] !== null && name?.includes(' ') === true);
  const [remainsId, right] = [remains[named]?.id ?? '', missing[truth[named] ?? -1]?.id ?? ''];
  const matched = run({ occupied: [{ report: right, remains: remainsId, ground: 'marker', right: null, by: null }] });
  expect(matched.occupied[0]?.prior).toBeCloseTo(0.97, 9);
  expect(candidateOf(matched, remainsId, right)?.log10Lr).toBeLessThan(candidateOf(run(), remainsId, right)?.log10Lr ?? 0);
  const wrong = missing[(truth[named] ?? 0) === 0 ? 1 : 0]?.id ?? '';
  const [judged] = run({ occupied: [{ report: wrong, remains: remainsId, ground: 'recognition', right: null, by: null }], dna: [{ remains: remainsId, report: right, log10Lr: 9 }] }).occupied;
  expect(judged?.isSomebodyElse?.report).toBe(right);
  expect(judged?.probability).toBeLessThan(0.01);
});

test('a kind left out weighs nothing, and a kind of no name is refused', () => {
  const found = remains.map((one) => leaveOutFound(one, new Set([leftOutKind('name'), leftOutKind('birth'), leftOutKind('age')])));
  expect(found.every(({ name, age }) => name === null && age === null)).toBe(true);
  expect(() => leftOutKind('aura')).toThrow('matching.kind_unknown');
});

test('another name read for the same body brings its own candidates; one of the two names is wrong, so each has half', () => {
  const reports = [{ ...emptyReport('A'), name: 'Вигадько Іван', surname: 'Вигадько', given: 'Іван' }, { ...emptyReport('B'), name: 'Примарук Олег', surname: 'Примарук', given: 'Олег' }, ...missing.slice(0, 50)];
  const marker = { ...emptyRemains('P'), name: 'Вигадько Іван', lang: 'uk' };
  const one = candidateOf(run({}, [marker], reports), 'P', 'A');
  const two = run({}, [{ ...marker, otherNames: ['Примарук Олег'] }], reports);
  const [first = 0, second = 0] = ['A', 'B'].map((am) => candidateOf(two, 'P', am)?.probability ?? 0);
  expect(one?.probability).toBeGreaterThan(0.7);
  expect(first).toBeLessThan(0.6);
  expect(first / second).toBeGreaterThan(0.5);
  expect(first / second).toBeLessThan(2);
});
