import { describe, expect, it } from 'vitest';
import type { Item } from '../api/index.ts';
import type { Candidate } from '../dna/dna-api.ts';
import { sumEvidence } from './all-evidence.ts';
import { alternativeVerdict } from './alternative-verdict.ts';
import { markerBars } from './marker-bars.ts';
import { orderQueue } from './next-step.ts';
import { posteriorOf, weightOf } from './weight.ts';

const item = (id: string, more: Partial<Item> = {}): Item => ({ id, kind: 'remains', scope: 's', code: id, title: '', status: 'examined', facets: {}, xMm: null, yMm: null, lastIndex: 0, updatedAt: '', links: [], ...more });
const pair = (remains: string, person: string, more: Partial<Candidate> = {}): Candidate => ({
  place: 0, remainsId: remains, personId: person, remains: item(remains), person: item(person), family: 'f', lnLr: 20, log10Lr: 8.7, posterior: 0.99999, markersUsed: 20, rank: 1, symmetric: [], joint: null, ...more,
});
const context = { threshold: 0.9995, identifications: [] };
const steps = (candidates: readonly Candidate[], given = context) => orderQueue(candidates, given).map((one) => `${one.candidate.remainsId}-${one.candidate.personId} ${one.step}`);

describe('the queue of candidates', () => {
  it('begins with pairs over the threshold that nothing speaks against', () => {
    expect(steps([pair('a', 'x', { posterior: 0.9 }), pair('b', 'y', { symmetric: ['z'] }), pair('c', 'w')])).toEqual(['c-w ready', 'b-y symmetric', 'a-x weak']);
  });

  it('marks another sex and a marker that names somebody else, and hides neither', () => {
    const sexes = pair('a', 'x', { remains: item('a', { facets: { sex: 'female' } }), person: item('x', { facets: { sex: 'male' } }) });
    const marker = pair('b', 'y', { remains: item('b', { links: [{ rel: 'presumed', to: 'somebody' }] }) });
    const same = pair('c', 'z', { remains: item('c', { links: [{ rel: 'presumed', to: 'z' }], facets: { sex: 'undetermined' } }), person: item('z', { facets: { sex: 'male' } }) });
    expect(orderQueue([sexes, marker, same], context).map((one) => [one.step, one.against])).toEqual([['ready', []], ['contradiction', ['sex']], ['contradiction', ['presumption']]]);
  });

  it('marks remains that fit two persons over the threshold', () => {
    expect(steps([pair('a', 'x'), pair('a', 'y')])).toEqual(['a-x rival', 'a-y rival']);
  });

  it('says which other remains fit the same person over the threshold', () => {
    const queue = orderQueue([pair('a', 'x'), pair('b', 'x'), pair('c', 'x', { posterior: 0.5 }), pair('d', 'y')], context);
    expect(queue.map((one) => [one.candidate.remainsId, one.alsoFits])).toEqual([['d', []], ['a', ['b']], ['b', ['a']], ['c', []]]);
  });

  it('asks first whether two bags that fit one person are one individual; once they are joined both can be proposed', () => {
    expect(steps([pair('a', 'x'), pair('b', 'x'), pair('d', 'y')])).toEqual(['d-y ready', 'a-x parts', 'b-x parts']);
    const joined = pair('a', 'x', { remains: item('a', { links: [{ rel: 'reassociated', to: 'b' }] }) });
    expect(steps([joined, pair('b', 'x'), pair('d', 'y')])).toEqual(['a-x ready', 'b-x ready', 'd-y ready']);
  });

  it('puts what waits for a signature first for who signs and proposes nothing', () => {
    const queue = [pair('b', 'y'), pair('c', 'z')];
    const given = { ...context, identifications: [{ links: [{ rel: 'remains', to: 'c' }, { rel: 'person', to: 'z' }], status: 'reviewed' }] as never };
    expect(steps(queue, given)).toEqual(['b-y ready', 'c-z sign']);
    expect(steps(queue, { ...given, signsOnly: true } as never)).toEqual(['c-z sign', 'b-y ready']);
  });

  it('puts what was proposed or excluded last; a revoked identification frees the pair again', () => {
    const excluded = pair('a', 'x', { remains: item('a', { links: [{ rel: 'excluded', to: 'x' }] }) });
    const links = [{ rel: 'remains', to: 'b' }, { rel: 'person', to: 'y' }];
    const queue = [excluded, pair('b', 'y'), pair('c', 'z')];
    expect(steps(queue, { threshold: 0.9995, identifications: [{ links, status: 'proposed' }] as never })).toEqual(['c-z ready', 'b-y review', 'a-x excluded']);
    expect(steps(queue, { threshold: 0.9995, identifications: [{ links, status: 'returned' }] as never })).toEqual(['c-z ready', 'b-y returned', 'a-x excluded']);
    expect(steps(queue, { threshold: 0.9995, identifications: [{ links, status: 'reviewed' }] as never })).toEqual(['c-z ready', 'b-y sign', 'a-x excluded']);
    expect(steps(queue, { threshold: 0.9995, identifications: [{ links, status: 'revoked' }] as never })).toEqual(['b-y ready', 'c-z ready', 'a-x excluded']);
  });
});

describe('the picture of the markers', () => {
  const row = (marker: string, log10Lr: number, dropped: string | null = null) => ({ marker, lnLr: log10Lr * Math.LN10, log10Lr, dropped, notes: [], remains: null, relatives: [] });

  it('draws all bars on one scale, for and against on different sides', () => {
    expect(markerBars([row('D3S1358', 2), row('TH01', -1), row('FGA', 0, 'remainsNotTyped')]).map(({ share, side }) => [share, side])).toEqual([[1, 'for'], [0.5, 'against'], [0, 'neither']]);
  });

  it('runs to the edge where the model excludes one side, without flattening the others', () => {
    expect(markerBars([row('D3S1358', Number.NEGATIVE_INFINITY), row('TH01', 1)]).map(({ share, endless }) => [share, endless])).toEqual([[1, true], [1, false]]);
  });
});

describe('others of the family', () => {
  it('are told apart only where the ratio says so', () => {
    const verdict = (log10LrAgainst: number | null, symmetric = false) => alternativeVerdict({ log10LrAgainst, symmetric });
    expect(verdict(9, true)).toBe('cannot_tell');
    expect(verdict(0.3)).toBe('cannot_tell');
    expect(verdict(-2)).toBe('leans_away');
    expect(verdict(2)).toBe('leans_to_person');
    expect(verdict(4)).toBe('tells_for_person');
    expect(verdict(Number.NEGATIVE_INFINITY)).toBe('tells_against');
    expect(verdict(null)).toBe('not_computed');
  });
});

describe('the weight of DNA', () => {
  it('is read as a ratio of one or more, with the side it speaks for', () => {
    expect(weightOf(Math.log(12_000), 'en')).toMatchObject({ supports: 'related', ratio: { kind: 'number' } });
    expect(weightOf(-Math.log(50), 'en')).toMatchObject({ supports: 'unrelated', ratio: { kind: 'number', text: '50' } });
    expect(weightOf(Number.NEGATIVE_INFINITY, 'en').ratio.kind).toBe('infinite');
    expect(weightOf(0, 'uk').supports).toBe('neither');
  });

  it('gives the posterior of the worked example: prior 1/100 and LR 197,901 make 99.95 %', () => {
    expect(posteriorOf(Math.log(197_901), 1 / 100).probability).toBeCloseTo(0.9995, 9);
    expect(posteriorOf(0, 0.5)).toEqual({ probability: 0.5, complement: 0.5 });
    expect(posteriorOf(80, 0.01).complement).toBeGreaterThan(0);
  });
});

describe('the weight of all evidence', () => {
  const row = (kind: 'name' | 'sex' | 'birth' | 'place', log10Lr: number, state: 'weighed' | 'not_recorded' | 'people_disagree' = 'weighed') => ({ kind, log10Lr, state, told: [], byLevel: [], reported: null, found: null, details: {}, explained: { sides: null, why: [] }, nameReasons: [] });
  const weighed = { rows: [row('name', 2), row('sex', -1), row('place', 0, 'not_recorded'), row('birth', 0, 'people_disagree')], levels: [], log10Dna: 3, prior: 0.01 };

  it('is the sum of what weighs; what is missing or disputed has no bar and is named', () => {
    const { bars, sum, notRecorded, disputed, withPrior } = sumEvidence(weighed, new Set());
    expect(bars.map((bar) => [bar.kind, bar.side, bar.share])).toEqual([['dna', 'for', 0.75], ['name', 'for', 0.5], ['sex', 'against', 0.25]]);
    expect([sum.log10Lr, notRecorded, disputed]).toEqual([4, ['place'], ['birth']]);
    expect(withPrior.probability).toBeCloseTo(10_000 / 10_099, 12);
  });

  it('of several reports read as one file counts the doubt whether they are of one person anew by the kinds that are on', () => {
    const of = (kind: 'name' | 'sex', byLevel: readonly number[]) => ({ ...row(kind, byLevel[0] ?? 0), byLevel: [...byLevel] });
    const doubt = { ...row('name', -0.5), kind: 'reports' as const };
    const filed = { ...weighed, rows: [doubt, of('name', [2, 1]), of('sex', [1, 3])], levels: [{ reports: ['a', 'b'], together: 0.75 }], log10Dna: 0 };
    const whole = Math.log10(0.75 * 10 ** 3 + 0.25 * 10 ** 4);
    expect(sumEvidence(filed, new Set()).sum.log10Lr).toBeCloseTo(whole, 12);
    expect(sumEvidence(filed, new Set()).bars.find(({ kind }) => kind === 'reports')?.log10Lr).toBeCloseTo(whole - 3, 12);
    expect(sumEvidence(filed, new Set(['sex'] as const)).sum.log10Lr).toBeCloseTo(Math.log10(0.75 * 10 ** 2 + 0.25 * 10), 12);
    expect(sumEvidence(filed, new Set(['reports'] as const)).sum.log10Lr).toBe(3);
    const settled = { ...filed, levels: [{ reports: ['a', 'b'], together: 1 }] };
    expect(sumEvidence(settled, new Set()).bars.map(({ kind }) => kind)).toEqual(['dna', 'name', 'sex']);
    expect(sumEvidence(settled, new Set()).sum.log10Lr).toBeCloseTo(3, 12);
  });

  it('leaves out what is switched off, DNA too, and says what that is', () => {
    expect(sumEvidence(weighed, new Set(['name', 'place'] as const))).toMatchObject({ sum: { log10Lr: 2 }, off: ['name'] });
    expect(sumEvidence(weighed, new Set(['dna'] as const)).sum.log10Lr).toBe(1);
    expect(sumEvidence({ ...weighed, log10Dna: Number.NEGATIVE_INFINITY }, new Set()).withPrior.probability).toBe(0);
    expect(sumEvidence({ ...weighed, log10Dna: Number.NEGATIVE_INFINITY }, new Set(['dna'] as const)).sum.log10Lr).toBe(1);
  });
});
