import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfiles, readTable, writeProfiles, type WrittenProfile } from '../index.ts';
import type { DropOutRead } from './drop-out-columns.ts';
import { autosomalMarkers, otherXMarkers, yMarkers } from './marker-table.ts';

const read = (text: string) => readProfiles(readTable(new TextEncoder().encode(text), { fileName: 'profiles.csv' }));

const number = fc.integer({ min: 10, max: 400 }).map((tenths) => (tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)));
const sorted = (alleles: readonly string[]): string[] => [...alleles].sort((a, b) => Number(a) - Number(b));
const pair = fc.oneof(fc.tuple(number, number).map((both) => sorted(both) as [string, string]), number.map((one): [string, null] => [one, null]));
const by = <T>(names: readonly string[], value: fc.Arbitrary<T>, least = 0) => fc.uniqueArray(fc.tuple(fc.constantFrom(...names), value), { selector: ([name]) => name, minLength: least, maxLength: 8 }).map((entries) => Object.fromEntries(entries));
const model = fc.record<DropOutRead>({ dropOutPpm: fc.integer({ min: 0, max: 990_000 }), homozygoteDropOutPpm: fc.integer({ min: 0, max: 990_000 }), dropInPpm: fc.integer({ min: 0, max: 500_000 }) }, { requiredKeys: ['dropOutPpm'] });
const position = fc.integer({ min: 1, max: 16_569 });

const untyped = ['D2S1360', 'D3S3045', 'D3S1744', 'D4S2366'];
const profile: fc.Arbitrary<WrittenProfile> = fc.record({
  // Markers of the two kinds without a ratio are others than those with one.
  markers: by(autosomalMarkers.filter((name) => !untyped.includes(name)), pair, 1),
  nothingSeen: fc.constantFrom([], untyped.slice(0, 1), untyped.slice(0, 2)), manyAlleles: by(untyped.slice(2), fc.uniqueArray(number, { minLength: 3, maxLength: 4 }).map(sorted)), amelogenin: fc.constantFrom('XX', 'XY', 'X', 'Y', null),
  xMarkers: by([...otherXMarkers, 'DXS10103', 'DXS8378'], fc.oneof(pair, number.map((one) => [one]))), yMarkers: by(yMarkers, fc.array(number, { minLength: 1, maxLength: 2 }).map(sorted)),
  mt: fc.option(fc.record({ ranges: fc.array(fc.tuple(position, position), { minLength: 1, maxLength: 3 }), differences: fc.constantFrom([], ['263G', '315.1C'], ['A73G', '523del']) })),
  lowTemplate: fc.option(fc.record({ model, own: fc.array(fc.record({ at: fc.nat(), model }), { maxLength: 2 }), reason: fc.option(fc.constantFrom('repeats differ', 'Синтетично: "два" набори,\nмало ДНК')) })),
}).map(({ lowTemplate, nothingSeen, manyAlleles, ...autosomal }) => {
  const typed = { ...autosomal, ...(nothingSeen.length === 0 ? {} : { nothingSeen }), ...(Object.keys(manyAlleles).length === 0 ? {} : { manyAlleles }) };
  if (lowTemplate === null) return { sample: '', ...typed };
  const names = Object.keys(typed.markers);
  // Figures of its own are those that differ from the sample's; one marker keeps the sample's.
  const own = lowTemplate.own.flatMap((one): [string, DropOutRead][] => {
    const name = names[1 + (one.at % Math.max(1, names.length - 1))];
    return name === undefined || JSON.stringify(one.model) === JSON.stringify(lowTemplate.model) ? [] : [[name, one.model]];
  });
  return { sample: '', ...typed, lowTemplate: { ...lowTemplate.model, ...(own.length === 0 ? {} : { markers: Object.fromEntries(own) }), reason: lowTemplate.reason } };
});
const profiles = fc.array(profile, { minLength: 1, maxLength: 4 }).map((all) => all.map((one, at) => ({ ...one, sample: `SYN-00${at}` })));

describe('a table of profiles that is written', () => {
  it('is read back as it was: alleles, markers with none and with many, amelogenin, X, Y, mitochondrial sequence, drop-out of samples and of markers', () => {
    fc.assert(fc.property(profiles, (all) => {
      const back = read(writeProfiles(all));
      expect(back.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(back.profiles.map(({ unknownMarkers: _, heights: __, rows: ___, ...one }) => one)).toEqual(all);
    }), { numRuns: 150 });
  });

  it('has columns of drop-out only where a sample has little DNA, and figures in every line of it', () => {
    const plain: WrittenProfile = { sample: 'SYN-1', markers: { TH01: ['6', '9.3'], FGA: ['22', null] }, amelogenin: null, xMarkers: {}, yMarkers: {}, mt: null };
    expect(writeProfiles([plain])).toBe('sample,marker,allele1,allele2\r\nSYN-1,TH01,6,9.3\r\nSYN-1,FGA,22,?\r\n');
    const low: WrittenProfile = { ...plain, sample: 'SYN-2', lowTemplate: { dropOutPpm: 200_000, dropInPpm: 10_000, markers: { TH01: { dropOutPpm: 50_000 } }, reason: 'repeats' } };
    expect(writeProfiles([plain, low])).toBe('sample,marker,allele1,allele2,Drop-out,Homozygote drop-out,Drop-in,Drop-out reason\r\nSYN-1,TH01,6,9.3,,,,\r\nSYN-1,FGA,22,?,,,,\r\nSYN-2,FGA,22,?,0.2,,0.01,repeats\r\nSYN-2,TH01,6,9.3,0.05,,,\r\n');
  });
});
