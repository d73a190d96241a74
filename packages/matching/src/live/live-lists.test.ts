import { makeMatchingSet } from '@imena/synth';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeKey } from '@imena/names';
import { openDuplicates } from '../duplicates/find-duplicates.ts';
import { candidatesOf, weighKinds } from '../match/candidates-of.ts';
import { openMatching } from '../match/open-matching.ts';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { emptyRemains, emptyReport, type FoundRemains, type MissingReport } from '../records/types.ts';
import { inOrderOfIds } from '../records/in-order.ts';
import { LiveLists } from './live-lists.ts';

const set = makeMatchingSet({ seed: 71, reports: 60, remains: 60, evidence: 'all' });
const reports = set.missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing.jsonl', line: i + 1 }));
const remains = set.remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains.jsonl', line: i + 1 }));
const at = <T>(list: readonly T[], place: number): T => {
  const one = list[place % list.length];
  if (one === undefined) throw new RangeError('an empty list');
  return one;
};

/** What happens to lists: row `to` is put under the id of row `id`, or the id goes. */
type Act = { readonly of: 'report' | 'remains'; readonly id: number; readonly to: number | null };
const acts = fc.array(fc.record<Act>({ of: fc.constantFrom('report', 'remains'), id: fc.nat(39), to: fc.option(fc.nat(59), { freq: 3 }) }), { maxLength: 100 });

function perform(live: LiveLists, { of, id, to }: Act): void {
  if (of === 'report') {
    if (to === null) live.removeReport(at(reports, id).id);
    else live.putReport({ ...at(reports, to), id: at(reports, id).id });
  } else if (to === null) live.removeRemains(at(remains, id).id);
  else live.putRemains({ ...at(remains, to), id: at(remains, id).id });
}

/** Everything that the lists answer for rows inside and outside of them. */
function answers(live: LiveLists) {
  const [some, others] = [remains.slice(24, 34), reports.slice(24, 34)];
  return { reports: some.map((found) => live.reportsFor(found, { most: 8 })), remains: others.map((report) => live.remainsFor(report, { most: 8 })), repeats: others.map((report) => [...live.repeatsOf(report)].sort((a, b) => (a.report < b.report ? -1 : 1))) };
}

describe('lists that stay open', () => {
  test('after any order of additions, corrections and removals they answer what lists opened fresh under the same shares answer', () => {
    fc.assert(fc.property(acts, fc.array(fc.nat(99), { maxLength: 6 }), (list, asked) => {
      const live = new LiveLists(reports.slice(0, 30), remains.slice(0, 30));
      list.forEach((act, step) => {
        perform(live, act);
        // A question in between must not change what comes after.
        if (asked.includes(step)) live.reportsFor(at(remains, step));
      });
      const fresh = new LiveLists(rowsOf(live).reports, rowsOf(live).remains, { shares: live.shares });
      expect(answers(live)).toEqual(answers(fresh));
    }), { numRuns: process.env['IMENA_LONG'] === '1' ? 60 : 4 });
  });

  test('more rows than one short list holds are opened in several, and every one is still found', () => {
    const live = new LiveLists([], [], { shares: new LiveLists(reports, remains).shares });
    for (const report of reports) {
      live.putReport(report);
      // Asked after each, so that each is opened with those before it.
      live.reportsFor(at(remains, 0), { most: 1 });
    }
    for (const found of remains) live.putRemains(found);
    expect(answers(live)).toEqual(answers(new LiveLists(reports, remains)));
  });

  test('a pair weighs the same whichever side is asked, and what `candidatesOf` weighs it', () => {
    const live = new LiveLists(reports, remains);
    const matching = openMatching(reports, remains);
    const backward = new Map(reports.flatMap((report) => live.remainsFor(report, { most: 60 }).map((one) => [`${one.remains} ${report.id}`, one.log10Lr] as const)));
    for (const found of remains.slice(0, 20)) {
      const forward = live.reportsFor(found);
      expect(forward).toEqual(candidatesOf(matching, found));
      for (const { report, log10Lr } of forward) expect(backward.get(`${found.id} ${report}`)).toBeCloseTo(log10Lr, 9);
    }
  });

  test('what was learned of places counts from both sides as in `candidatesOf`, and still after a count', () => {
    const [first] = reports.flatMap(({ place }) => place ?? []);
    const placesTaught = { imagined: 5, settlements: [{ reported: placeKey(first ?? ''), own: 1, found: [[placeKey(at(remains.filter(({ place }) => place !== null && placeKey(place) !== placeKey(first ?? '')), 0).place ?? ''), 30]] as const }] };
    const live = new LiveLists(reports, remains, { placesTaught });
    const taught = openMatching(reports, remains, { placesTaught });
    for (const found of remains) expect(live.reportsFor(found)).toEqual(candidatesOf(taught, found));
    const moved = remains.some((found) => JSON.stringify(live.reportsFor(found)) !== JSON.stringify(candidatesOf(openMatching(reports, remains), found)));
    expect(moved).toBe(true);
    const backward = reports.flatMap((report) => live.remainsFor(report, { most: 60 }).map((one) => [`${one.remains} ${report.id}`, one] as const));
    const byPair = new Map(backward);
    for (const found of remains.slice(0, 20)) for (const { report, log10Lr } of live.reportsFor(found)) expect(byPair.get(`${found.id} ${report}`)?.log10Lr).toBeCloseTo(log10Lr, 9);
    expect(backward.some(([, { kinds }]) => kinds.some(({ words }) => words.en.some((line) => line.startsWith('The lists teach'))))).toBe(true);
    live.recount();
    expect(live.reportsFor(at(remains, 0))).toEqual(candidatesOf(taught, at(remains, 0)));
  });

  test('one report is answered with the remains that weigh most of all, by comparison with every one of them', () => {
    const matching = openMatching(reports, remains);
    const live = new LiveLists(reports, remains);
    for (const [place, report] of reports.slice(0, 30).entries()) {
      const every = remains.map((found) => weighKinds(matching, found, place).log10Lr).sort((a, b) => b - a).slice(0, 12);
      const found = live.remainsFor(report, { most: 12 });
      every.forEach((weight, rank) => { expect(found[rank]?.log10Lr).toBeCloseTo(weight, 9); });
    }
  });

  test('remains whose surname shares no more than a stem with the report are found where nothing else tells so much', () => {
    const read = (id: string, name: string): FoundRemains => ({ ...emptyRemains(id), name });
    // Of the others nothing was read: they weigh nothing.
    const live = new LiveLists(reports, [...Array.from({ length: 40 }, (_, i) => emptyRemains(`E${i}`)), read('F1', 'Вигадьенко Іван'), read('F2', 'Вигадьенко'), read('F3', 'Вигадьак')]);
    const found = live.remainsFor({ ...emptyReport('R1'), name: 'Вигадьак Іван' }, { most: 3 });
    expect(found.map(({ remains: id }) => id).sort()).toEqual(['F1', 'F2', 'F3']);
  });

  test('repeats of a report are those that a search through the whole list weighs, with the same weights', () => {
    const list = inOrderOfIds(reports);
    const live = new LiveLists(reports, reports.map((report) => ({ ...emptyRemains(report.id) })));
    const weighed = openDuplicates(openMatching(list, []))({ from: 0, to: list.length });
    expect(weighed.length).toBeGreaterThan(5);
    for (const { a, b, log10Lr } of weighed) {
      const [one, other] = [at(list, a), at(list, b)];
      const found = [...live.repeatsOf(one).filter(({ report }) => report === other.id), ...live.repeatsOf(other).filter(({ report }) => report === one.id)];
      expect(found.length).toBeGreaterThan(0);
      expect(found[0]?.log10Lr).toBeCloseTo(log10Lr, 9);
    }
  });

  test('only those who are asked for take part, and as many as are wanted come all the same', () => {
    const live = new LiveLists(reports, remains);
    const isAsked = (id: string): boolean => id.endsWith('3');
    const [found, report] = [at(remains, 4), at(reports, 4)];
    const [of, about] = [live.reportsFor(found, { most: 5, isAsked }), live.remainsFor(report, { most: 5, isAsked })];
    expect([of.length, about.length, of.every(({ report: id }) => isAsked(id)), about.every(({ remains: id }) => isAsked(id))]).toEqual([5, 5, true, true]);
    const all = live.reportsFor(found, { most: 60 }).filter(({ report: id }) => isAsked(id));
    expect(of).toEqual(all.slice(0, 5));
  });

  test('the shares are counted again when a twentieth of the lists changed, under another version, and then answers are those of the new count', () => {
    const live = new LiveLists(reports.slice(0, 40), remains.slice(0, 40));
    const { version } = live.shares;
    reports.slice(40, 43).forEach((report) => { live.putReport(report); });
    expect(live.isCountDue).toBe(false);
    live.putReport(at(reports, 43));
    expect([live.isCountDue, live.shares.version]).toEqual([true, version]);
    live.recount();
    expect(live.isCountDue).toBe(false);
    expect(live.shares.version).not.toBe(version);
    expect(answers(live)).toEqual(answers(new LiveLists(reports.slice(0, 44), remains.slice(0, 40))));
  });

  test('rows without anything, other names and spans of years and days are answered like all others', () => {
    const report: MissingReport = { ...emptyReport('R1'), name: 'Вигадько Марія', otherNames: ['Прикладенко'], birthYears: { from: 1950, to: 1955, isDoubtful: true }, lastSeenSpan: { from: 19_070, to: 19_090 }, lastSeen: 19_080, sex: 'F' };
    const found: FoundRemains = { ...emptyRemains('F1'), name: 'Прикладенко Марія', otherNames: ['Вигадько М.'], birth: { year: 1952, month: 3, day: 4 }, age: { low: 60, high: 75 }, death: { from: 19_085, to: 19_095 }, sex: 'F' };
    const live = new LiveLists([...reports, emptyReport('R0'), report], [...remains, emptyRemains('F0'), found]);
    expect(live.reportsFor(found, { most: 1 })[0]?.report).toBe('R1');
    const [best] = live.remainsFor(report, { most: 1 });
    expect(best?.remains).toBe('F1');
    expect(best?.log10Lr).toBeCloseTo(live.reportsFor(found, { most: 1 })[0]?.log10Lr ?? NaN, 9);
    expect(live.remainsFor(emptyReport('R2'), { most: 3 })).toHaveLength(3);
  });
});

/** What the lists hold. */
function rowsOf(live: LiveLists): { reports: MissingReport[]; remains: FoundRemains[] } {
  return { reports: reports.flatMap(({ id }) => live.reportOf(id) ?? []), remains: remains.flatMap(({ id }) => live.remainsOf(id) ?? []) };
}
