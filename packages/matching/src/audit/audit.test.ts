import { expect, test } from 'vitest';
import { defaultSettings } from '../evidence/parameters.ts';
import { inventedLists } from '../testing/invented-lists.ts';
import { emptyRemains, emptyReport, type FoundRemains, type MissingReport } from '../records/types.ts';
import { auditIdentities, type AuditInput } from './audit-identities.ts';
import { groundErrors } from './audit-settings.ts';
import type { StandingIdentity } from './types.ts';

// Invented people; nobody of them exists.
const audit = (input: AuditInput) => auditIdentities(input).identities;
const report = (id: string, more: Partial<MissingReport> = {}): MissingReport => ({ ...emptyReport(id), lang: 'uk', ...more });
const found = (id: string, more: Partial<FoundRemains> = {}): FoundRemains => ({ ...emptyRemains(id), source: 'marker', lang: 'uk', ...more });
const identity = (remains: string, to: string, more: Partial<StandingIdentity> = {}): StandingIdentity => ({ id: `${remains}=${to}`, standing: 'presumed', remains, report: to, grounds: ['marker'], others: [], ...more });

// Five men and five women: shares of sexes are (5 + 5) / 20 with the flat part.
const missing = [
  ...Array.from({ length: 5 }, (_, i) => report(`A${i}`, { sex: 'M', name: `Вигадько Іван` })),
  ...Array.from({ length: 5 }, (_, i) => report(`B${i}`, { sex: 'F', name: `Умовна Олена` })),
];
const remains = [found('P0', { sex: 'F', name: 'Вигадько Іван' }), found('P1', { sex: 'M', name: 'Вигадько Іван' })];

test('worked example of the method page: a man’s name on the marker, a woman in the grave; the name cannot confirm itself', () => {
  const [first, second] = audit({ missing, remains, identities: [identity('P1', 'A1'), identity('P0', 'A0')] });
  const error = defaultSettings().sexEstimateError + defaultSettings().sexReportError;
  expect(first?.identity.id).toBe('P0=A0');
  const log10Lr = Math.log10(error / 0.5);
  expect(first?.log10Lr).toBeCloseTo(log10Lr, 6);
  expect(first?.log10Lr).toBeCloseTo(-0.959, 3);
  expect(first?.prior).toBe(groundErrors.marker.value);
  expect(first?.wrong).toBeCloseTo(0.2195, 4);
  expect(second?.wrong).toBeCloseTo(0.03 / (0.03 + 0.97 * 1.89), 6);
  expect(first?.evidence[0]).toMatchObject({ kind: 'sex', found: { en: 'F', uk: 'F' }, reported: { en: 'M', uk: 'M' }, verdict: 'against', counts: true });
  expect(first?.evidence.at(-1)).toMatchObject({ kind: 'name', found: { uk: 'Вигадько Іван' }, reported: { uk: 'Вигадько Іван' }, verdict: 'for', counts: false });
  expect(first?.reportsThatFitBetter.map(({ id }) => id)).toEqual(['B0', 'B1', 'B2']);
  expect(first?.remainsThatFitBetter.map(({ id }) => id)).toEqual(['P1']);
  expect(second?.reportsThatFitBetter).toEqual([]);
});

test('the name counts where the identity does not rest on it, and DNA against an older identification weighs most', () => {
  const [by] = audit({ missing, remains, identities: [identity('P1', 'B0', { grounds: ['recognition'], others: [] })] });
  expect(by?.evidence.map(({ kind, verdict, counts }) => [kind, verdict, counts])).toEqual([['name', 'against', true], ['sex', 'against', true]]);
  const [dna] = audit({ missing, remains, identities: [identity('P1', 'A1', { standing: 'established', grounds: ['earlier_identification', 'marker'], others: [{ kind: 'dna', log10Lr: -7 }] })] });
  expect(dna?.evidence[0]).toMatchObject({ kind: 'dna', log10Lr: -7, verdict: 'against' });
  expect(dna?.wrong).toBeGreaterThan(0.99);
});

test('a year of birth written on the marker counts only where the identity does not rest on it; the examiner’s age always does', () => {
  const people = missing.map((one, i) => ({ ...one, birth: { year: 1930 + 7 * i, month: null, day: null } }));
  const body = found('P5', { age: { low: 20, high: 30 } });
  const read = { name: 'Вигадько Іван', birth: { year: 1951, month: null, day: null } };
  const doubtful = { name: 'Вигадько Іван', birth: null, birthYears: { from: 1951, to: 1951, isDoubtful: true } };
  for (const written of [read, doubtful]) {
    const of = (grounds: StandingIdentity['grounds']) => audit({ missing: people, remains: [{ ...body, ...written }], identities: [identity('P5', 'A3', { grounds })] })[0];
    const kind = (wanted: string, grounds: StandingIdentity['grounds']) => of(grounds)?.evidence.find((one) => one.kind === wanted);
    expect(kind('birth', ['recognition'])).toMatchObject({ counts: true });
    expect(kind('birth', ['recognition'])?.log10Lr).toBeGreaterThan(0);
    expect(kind('birth', ['marker'])).toMatchObject({ counts: false });
    expect(kind('age', ['marker'])).toMatchObject({ verdict: 'against', found: { en: '20–30' }, reported: { en: '1951' }, counts: true });
    expect(of(['marker'])?.log10Lr).toBeCloseTo(kind('age', ['marker'])?.log10Lr ?? NaN, 9);
  }
});

test('two identities that name one person, or the same remains otherwise, point at each other', () => {
  const audited = audit({ missing, remains, identities: [identity('P0', 'A0'), identity('P1', 'A0'), identity('P1', 'A2')] });
  const of = (id: string): readonly string[] | undefined => audited.find((one) => one.identity.id === id)?.collidesWith;
  expect(of('P0=A0')).toEqual(['P1=A0']);
  expect(of('P1=A0')).toEqual(['P0=A0', 'P1=A2']);
});

test('on invented lists with known truth, wrong identities stand before right ones, and none of both is certain', () => {
  const lists = inventedLists(23, 300, 200);
  const right = lists.truth.flatMap((r, i) => (r === null ? [] : [{ i, r }]));
  // Every fourth identity is given to the next person instead.
  const identities = right.map(({ i, r }, n): StandingIdentity => {
    const given = n % 4 === 0 ? (right[n + 1]?.r ?? r) : r;
    return identity(`P${i}`, `A${given}`, { id: `${given === r ? 'right' : 'wrong'} ${n}`, grounds: ['recognition'] });
  });
  const audited = audit({ missing: lists.missing, remains: lists.remains, identities });
  const wrong = audited.map((one) => one.identity.id.startsWith('wrong'));
  const count = wrong.filter(Boolean).length;
  expect(count).toBeGreaterThan(20);
  // Pairs of a wrong and a right one in the right order: area under the curve.
  let ordered = 0;
  let seen = 0;
  for (const one of wrong) { if (one) seen++; else ordered += seen; }
  expect(ordered / (count * (wrong.length - count))).toBeGreaterThan(0.95);
  expect(audited.every((one) => one.wrong > 0 && one.wrong < 1)).toBe(true);
});

test('every name that was read is looked at: papers with the person’s own name do not speak against the identity', () => {
  const of = (otherNames: readonly string[]) => audit({ missing, remains: [found('P6', { name: 'Інший Роман', otherNames })], identities: [identity('P6', 'A1', { grounds: ['recognition'] })] })[0]?.evidence.find(({ kind }) => kind === 'name');
  expect(of([])?.verdict).toBe('against');
  expect(of(['Вигадько Іван'])?.verdict).not.toBe('against');
});

test('identities of unknown remains or persons, without grounds, or listed twice are refused', () => {
  const one = (more: Partial<StandingIdentity>) => () => audit({ missing, remains, identities: [{ ...identity('P0', 'A0'), ...more }] });
  expect(one({ report: 'X' })).toThrow('matching.audit_unknown');
  expect(one({ remains: 'X' })).toThrow('matching.audit_unknown');
  expect(one({ grounds: [] })).toThrow('matching.audit_without_grounds');
  expect(() => audit({ missing, remains, identities: [identity('P0', 'A0'), identity('P0', 'A0')] })).toThrow('matching.listed_twice');
});
