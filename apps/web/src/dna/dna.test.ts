import { describe, expect, it } from 'vitest';
import { chancePairs, log10LrNeeded } from './chance-pairs.ts';
import { ownerOf } from './profile-rows.ts';
import { roughTime } from './remaining-time.ts';
import { runFormFaults } from './run-form-rules.ts';

describe('what chance alone is expected to bring', () => {
  it('is at most the pairs compared divided by the threshold', () => {
    expect(chancePairs({ compared: 10_800, minLog10Lr: 3 })).toBeCloseTo(10.8, 9);
    expect(chancePairs({ compared: 10_800, minLog10Lr: 6 })).toBeCloseTo(0.0108, 9);
  });

  it('needs the likelihood ratio that the reference table on decisions gives for 99.95 %', () => {
    expect(10 ** log10LrNeeded({ threshold: 0.9995, expectedMissing: 100 })).toBeCloseTo(197_901, 0);
    expect(10 ** log10LrNeeded({ threshold: 0.9995, expectedMissing: 8000 }) / 15_990_001).toBeCloseTo(1, 6);
  });
});

describe('the time that remains', () => {
  it('is told roughly', () => {
    expect(roughTime(1)).toEqual({ unit: 'seconds', count: 5 });
    expect(roughTime(31)).toEqual({ unit: 'seconds', count: 35 });
    expect(roughTime(100)).toEqual({ unit: 'minutes', count: 2 });
    expect(roughTime(7000)).toEqual({ unit: 'hours', count: 2 });
  });
});

describe('profiles', () => {
  const of = (rel: string, to: string) => ({ links: [{ rel: 'sample', to: 's' }, { rel, to }] });

  it('belong to remains, a relative or a missing person, or to nobody', () => {
    expect(ownerOf(of('relative', 'r1'))).toEqual({ kind: 'relative', id: 'r1' });
    expect(ownerOf({ links: [] })).toBeNull();
  });

});

describe('the form of a run', () => {
  it('is ready once the number of missing persons is known', () => {
    const rest = { frequencyTable: 'norstr-2023-europe', theta: 0.01, mutation: { model: 'per_locus' }, minLog10Lr: 3, minimumFrequency: 0.001, minMarkers: 6 } as const;
    expect(runFormFaults({ ...rest, expectedMissing: 120 })).toEqual([]);
    expect(runFormFaults(rest)).toEqual(['expectedMissing']);
  });

  it('names every field that is out of its limits', () => {
    expect(runFormFaults({ frequencyTable: '', theta: 0.3, minLog10Lr: -1, expectedMissing: 1.5, minimumFrequency: 0, minMarkers: 0 })).toHaveLength(6);
  });
});
