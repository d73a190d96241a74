import { makeMatchingSet } from '@imena/synth';
import { expect, test } from 'vitest';
import type { ChartedTooth, ToothChart } from '../evidence/tooth-chart.ts';
import { weighKinds } from '../match/candidates-of.ts';
import { openMatching } from '../match/open-matching.ts';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { auditIdentities } from './audit-identities.ts';
import { groundKinds } from './audit-settings.ts';
import type { BetterFit, StandingIdentity } from './types.ts';

// Invented people; nobody of them exists.
const set = makeMatchingSet({ seed: 31, reports: 90, remains: 70 });
const tooth = (seen: ChartedTooth['seen']): ChartedTooth => ({ seen, surfaces: '', material: null, replacement: null });
const teeth = (seen: ChartedTooth['seen']): ToothChart => new Map([[16, tooth('gone')], [26, tooth(seen)]]);
// What maiden names, spans of years, charts of teeth and days of birth add to the way that a search takes.
const missing = set.missing.map((row, i): MissingReport => {
  const one = parseMissing(JSON.stringify(row), { file: 'missing.jsonl', line: i + 1 });
  return {
    ...one, ...(i % 7 === 0 ? { otherNames: [one.surname ?? 'Вигадько'] } : {}), ...(i % 5 === 0 ? { birth: null, birthYears: { from: 1950, to: 1970, isDoubtful: false } } : {}),
    teeth: i % 3 === 0 ? teeth(i % 2 === 0 ? 'filled' : 'crowned') : null,
  };
});
const remains = set.remains.map((row, i): FoundRemains => {
  const one = parseRemains(JSON.stringify(row), { file: 'remains.jsonl', line: i + 1 });
  return { ...one, ...(i % 6 === 0 ? { otherNames: ['Зразківський Петро'] } : {}), ...(i % 3 === 0 ? { birth: { year: 1950 + i, month: 5, day: 2 } } : {}), teeth: i % 2 === 0 ? teeth('crowned') : null };
});
const idOf = (found: string, person: string): string => `${found}=${person}`;
const identity = (found: string, person: string, grounds: StandingIdentity['grounds']): StandingIdentity => ({ id: idOf(found, person), standing: 'presumed', remains: found, report: person, grounds, others: [] });
const inWords = (fits: readonly BetterFit[]): string[] => fits.map(({ id, log10Lr }) => `${id} ${log10Lr.toFixed(5)}`);

// Everybody with everybody: the weight of each kind of each pair.
const matching = openMatching(missing, remains);
const kinds = new Map(remains.flatMap((found) => missing.map((person, at) => [idOf(found.id, person.id), weighKinds(matching, found, at).kinds] as const)));

for (const grounds of [['marker'], ['recognition'], ['clothing'], ['teeth'], ['papers', 'clothing']] as const) {
  test(`who fits better than somebody taken by ${grounds.join(' and ')} is found through the indexes as by comparing with everybody`, () => {
    const silent = new Set<string>(grounds.flatMap((ground) => groundKinds[ground]));
    const weightOf = (pair: string): number => (kinds.get(pair) ?? []).reduce((sum, { kind, log10Lr }) => sum + (silent.has(kind) ? 0 : log10Lr), 0);
    const fits = (than: number, others: readonly { readonly id: string }[], pairOf: (id: string) => string): string[] => {
      const weighed = others.map(({ id }) => ({ id, log10Lr: weightOf(pairOf(id)) })).filter(({ log10Lr }) => log10Lr >= than + 1);
      return inWords(weighed.sort((a, b) => b.log10Lr - a.log10Lr || (a.id < b.id ? -1 : 1)).slice(0, 3));
    };
    const pairs = remains.flatMap((found) => missing.map((person) => identity(found.id, person.id, grounds))).filter((_, at) => at % 61 === 0);
    const audited = auditIdentities({ missing, remains, identities: pairs }).identities;
    expect(audited.filter((one) => one.reportsThatFitBetter.length > 0 && one.remainsThatFitBetter.length > 0).length).toBeGreaterThan(50);
    for (const { identity: { id, remains: found, report: person }, log10Lr, reportsThatFitBetter, remainsThatFitBetter } of audited) {
      expect(log10Lr).toBeCloseTo(weightOf(id), 5);
      expect(inWords(reportsThatFitBetter), `reports than ${id}`).toEqual(fits(log10Lr, missing.filter((one) => one.id !== person), (other) => idOf(found, other)));
      expect(inWords(remainsThatFitBetter), `remains than ${id}`).toEqual(fits(log10Lr, remains.filter((one) => one.id !== found), (other) => idOf(other, person)));
    }
  });
}

test('others are looked for only with the most doubtful that were asked for, and all are counted', () => {
  const identities = remains.flatMap(({ id }, at) => { const person = missing[at]; return person === undefined ? [] : [identity(id, person.id, ['recognition'])]; });
  const [all, few] = [auditIdentities({ missing, remains, identities }), auditIdentities({ missing, remains, identities }, { most: 5 })];
  expect(few.identities).toEqual(all.identities.slice(0, 5));
  expect(few).toMatchObject({ audited: identities.length, doubtful: all.identities.filter(({ wrong }) => wrong >= 0.5).length });
  expect(few.doubtful).toBeGreaterThan(5);
});

test('in whatever order lists stand, the same others fit as well', () => {
  const identities = remains.slice(0, 20).flatMap(({ id }, at) => { const person = missing[at]; return person === undefined ? [] : [identity(id, person.id, ['marker']), identity(id, missing[at + 1]?.id ?? '', ['recognition'])]; });
  expect(auditIdentities({ missing: missing.toReversed(), remains: remains.toReversed(), identities })).toEqual(auditIdentities({ missing, remains, identities }));
});
