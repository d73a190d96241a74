import { describe, expect, it } from 'vitest';
import { directComparison } from '../direct-comparison.ts';
import { markersFrom, shippedFrequencyTables } from '../frequencies/frequency-table.ts';
import { stepwiseMutation } from '../frequencies/mutation-rates.ts';
import { prepareMissingPerson } from '../missing-person/prepare.ts';
import { scoreRemains } from '../missing-person/score.ts';
import { simulateFamily } from '../simulate.ts';
import { defaultPolicies, type Pedigree, type Profile } from '../types.ts';
import { laneCount, makeLaneGroup, makeReferenceKernel, setScales } from './lanes.ts';
import { indexRemains, type RemainsIndex } from './remains-index.ts';
import { codeOfObservation, decodeObservation, observationOfCode, prepareScreenMarkers, type ScreenMarker } from './screen-marker.ts';
import { lnSexRatios, Screen, type Candidates } from './screen.ts';
import { familyShapes } from './testing/family-shapes.ts';
import { seeded } from '../testing/enumeration.ts';
import { makeVectorKernel, singlePrecisionError } from './vector-kernel.ts';

const table = shippedFrequencyTables().find((t) => t.id === 'nist1036-2017-cauc');
if (table === undefined) throw new Error('the NIST table is shipped');
const names = ['D3S1358', 'TH01', 'D21S11', 'D18S51', 'D5S818', 'D13S317', 'D7S820', 'D16S539', 'CSF1PO', 'vWA', 'D8S1179', 'TPOX', 'FGA'];
const given = markersFrom({ table, mutation: stepwiseMutation, names }).map((m) => {
  const seen = m.alleles.map((allele, i) => ({ allele, p: m.freqs[i] ?? 0 })).filter(({ p }) => p > 0);
  const sum = seen.reduce((x, { p }) => x + p, 0);
  return { ...m, alleles: seen.map((s) => s.allele), freqs: seen.map((s) => s.p / sum) };
});
const markers = prepareScreenMarkers(given, defaultPolicies);
const sex = { error: 0.01, maleShare: 0.6 };

interface World {
  readonly remains: RemainsIndex;
  readonly profiles: readonly Profile[];
  readonly sexes: Uint8Array;
  readonly families: readonly { readonly pedigree: Pedigree; readonly profiles: Record<string, Profile> }[];
}

function encode(profile: Profile, marker: ScreenMarker): number {
  return codeOfObservation(marker, profile[marker.name]);
}

/** Families of every shape, their missing persons and strangers among the remains, with gaps and single alleles. */
function makeWorld(seed: number, strangers: number): World {
  const random = seeded(seed);
  const profiles: Profile[] = [];
  const spoil = (profile: Profile): Profile =>
    Object.fromEntries(Object.entries(profile).flatMap(([name, seen]) => (random() < 0.2 ? [] : [[name, random() < 0.01 ? [seen[0] ?? null, null] : seen] as const])));
  const families = Object.entries(familyShapes).flatMap(([name, { individuals, typed }]) =>
    [0].map(() => {
      const pedigree = { name, individuals: individuals.map((i) => (typed.includes(i.id) ? { ...i, profile: i.id } : i)) };
      const all = simulateFamily({ pedigree, markers: given, random });
      profiles.push(spoil(all.MP ?? {}));
      return { pedigree, profiles: Object.fromEntries(typed.map((id) => [id, spoil(all[id] ?? {})])) };
    }),
  );
  const alone: Pedigree = { name: 'one', individuals: [{ id: 'R', father: null, mother: null, sex: 'male' }] };
  for (let i = 0; i < strangers; i++) profiles.push(spoil(simulateFamily({ pedigree: alone, markers: given, random }).R ?? {}));
  const sexes = Uint8Array.from(profiles, () => Math.floor(3 * random()));
  const codes = Uint16Array.from(profiles.flatMap((p) => markers.map((m) => encode(p, m))));
  return { remains: indexRemains(markers, codes, sexes), profiles, sexes, families };
}

function candidatesOf(world: World, screen: Screen): Candidates {
  const codes: number[] = [];
  const starts: number[] = [];
  const shapes = world.families.map(({ pedigree, profiles }) => {
    const at = new Map(pedigree.individuals.map((p, i) => [p.id, i]));
    const relatives = pedigree.individuals.flatMap((p, i) => (profiles[p.id] === undefined ? [] : [i]));
    starts.push(codes.length);
    for (const r of relatives) codes.push(...markers.map((m) => encode(profiles[pedigree.individuals[r]?.id ?? ''] ?? {}, m)));
    const parent = (id: string | null): number => (id === null ? -1 : (at.get(id) ?? -1));
    return screen.shapeOf({
      father: pedigree.individuals.map((p) => parent(p.father)), mother: pedigree.individuals.map((p) => parent(p.mother)),
      sex: pedigree.individuals.map((p) => p.sex), relatives, missing: at.get('MP') ?? -1,
    });
  });
  return { count: shapes.length, shapes: Int32Array.from(shapes), sexes: Uint8Array.from(shapes, () => 1), starts: Int32Array.from(starts), codes: Uint16Array.from(codes) };
}

function screenOf(world: World, threshold: number, kind: 'vector' | 'reference', theta = 0): Screen {
  const room = { markers, remains: world.remains, valueCount: 4_000_000 };
  const kernel = kind === 'vector' ? makeVectorKernel(room) : makeReferenceKernel(room);
  if (kernel === null) throw new Error('no WebAssembly SIMD here');
  return new Screen({ markers, remains: world.remains, kernel, lnThreshold: Math.log(threshold), theta, sex, directError: 0.001 });
}

function hitsOf(world: World, threshold: number, kind: 'vector' | 'reference', theta = 0): string[] {
  const screen = screenOf(world, threshold, kind, theta);
  const hits: string[] = [];
  screen.run(candidatesOf(world, screen), (candidate, row, lnLr) => hits.push(`${candidate} ${row} ${lnLr}`));
  return hits.sort();
}

describe('a screen', () => {
  it('loses no pair above the threshold, and gives each the ratio that a single comparison gives, to 1e-9', () => {
    const world = makeWorld(11, 150);
    const ratios = lnSexRatios(sex);
    const prepared = world.families.map(({ pedigree, profiles }) => prepareMissingPerson({ pedigree, missing: 'MP', profiles, markers: given }));
    for (const threshold of [0.5, 1000]) {
      const found = new Map(hitsOf(world, threshold, 'vector').map((line) => [line.split(' ', 2).join(' '), Number(line.split(' ')[2])]));
      let expected = 0;
      prepared.forEach((person, f) => {
        world.profiles.forEach((profile, r) => {
          const lnLr = scoreRemains(person, profile).lnLr + (ratios[1]?.[world.sexes[r] ?? 0] ?? NaN);
          if (Math.abs(lnLr - Math.log(threshold)) < 1e-9) return;
          const hit = found.get(`${f} ${r}`);
          expect([f, r, hit !== undefined]).toEqual([f, r, lnLr > Math.log(threshold)]);
          if (hit === undefined) return;
          expected += 1;
          expect(Math.abs(hit - lnLr)).toBeLessThan(1e-9);
        });
      });
      expect(found.size).toBe(expected);
      expect(expected).toBeGreaterThan(5);
    }
  });

  it('gives the same pairs and the same digits with the vector kernel as with the reference', () => {
    for (const seed of [1, 2]) {
      const world = makeWorld(seed, 200);
      for (const threshold of [0.01, 1000]) expect(hitsOf(world, threshold, 'vector')).toEqual(hitsOf(world, threshold, 'reference'));
    }
  });

  it('rules out the same pairs in the first pass, bit for bit, in both kernels', () => {
    const world = makeWorld(5, 300);
    const { columns, count, offsets } = world.remains;
    const random = seeded(99);
    const room = { markers, remains: world.remains, valueCount: 100_000 };
    const kernels = [makeVectorKernel(room), makeReferenceKernel(room)] as const;
    const group = makeLaneGroup(columns);
    const found = kernels.map((kernel, k) => {
      if (kernel === null) throw new Error('no WebAssembly SIMD here');
      const again = k === 0 ? random : seeded(99);
      let used = 1;
      for (let c = 0; c < columns; c++)
        for (let lane = 0; lane < laneCount; lane++) {
          const length = (offsets[c + 1] ?? 0) - (offsets[c] ?? 0);
          group.places[c * laneCount + lane] = lane === 7 ? -1 : used;
          let top = -Infinity;
          for (let e = 0; e < length; e++) {
            const value = again() < 0.05 ? -Infinity : 4 * again() - 3;
            kernel.values[used + e] = value;
            top = Math.max(top, value);
          }
          kernel.values[used - 1] = top === -Infinity ? 0 : top;
          used += length + 1;
          if (used > 99_000) used = 1;
        }
      setScales(group, kernel.values, -9);
      const survivors = new Uint32Array(2 * count);
      const n = kernel.bounded(group, survivors, count);
      return Array.from(survivors.subarray(0, 2 * n));
    });
    expect(found[0]?.length).toBeGreaterThan(10);
    expect(found[0]).toEqual(found[1]);
  });

  it('writes every sum with the digits of a plain sum, and in single precision within the stated error', () => {
    const world = makeWorld(8, 120);
    const kernel = makeVectorKernel({ markers, remains: world.remains, valueCount: 1_000_000 });
    if (kernel === null) throw new Error('no WebAssembly SIMD here');
    const { columns, rows, offsets, count } = world.remains;
    const random = seeded(4);
    const entries = offsets[columns] ?? 0;
    let largest = 0;
    for (let i = 0; i < 16 * entries; i++) {
      kernel.values[i] = 20 * random() - 14;
      largest = Math.max(largest, Math.abs(kernel.values[i] ?? 0));
    }
    const placesOf = (lanes: number): Int32Array => Int32Array.from({ length: columns * lanes }, (_, i) => (i % lanes) * entries + (offsets[Math.floor(i / lanes)] ?? 0));
    const plain = (row: number, lane: number): number => {
      let sum = 0;
      for (let c = 0; c < columns; c++) sum += kernel.values[lane * entries + (rows[row * columns + c] ?? 0)] ?? NaN;
      return sum;
    };
    let seen = 0;
    kernel.exact64(placesOf(8), (first, sums) => sums.forEach((sum, i) => {
      seen += 1;
      expect(sum).toBe(plain(first + Math.floor(i / 8), i % 8));
    }));
    expect(seen).toBe(8 * count);
    const bound = singlePrecisionError(largest, columns);
    expect(bound).toBeLessThan(1e-3);
    kernel.exact32(placesOf(16), (first, sums) => sums.forEach((sum, i) => expect(Math.abs(sum - plain(first + Math.floor(i / 16), i % 16))).toBeLessThan(bound)));
  });

  it('carries a subpopulation correction, with the ratio of a single comparison to 1e-9', () => {
    const world = makeWorld(21, 20);
    const few = { ...world, families: world.families.slice(0, 4) };
    const hits = hitsOf(few, 10, 'vector', 0.02);
    expect(hits.length).toBeGreaterThan(1);
    const ratios = lnSexRatios(sex);
    for (const line of hits) {
      const [f = 0, r = 0, lnLr = 0] = line.split(' ').map(Number);
      const family = few.families[f];
      if (family === undefined) throw new Error('no family');
      const prepared = prepareMissingPerson({ pedigree: family.pedigree, missing: 'MP', profiles: family.profiles, markers: given, theta: 0.02 });
      expect(Math.abs(scoreRemains(prepared, few.profiles[r] ?? {}).lnLr + (ratios[1]?.[few.sexes[r] ?? 0] ?? NaN) - lnLr)).toBeLessThan(1e-9);
    }
  });

  it('compares profiles directly: one person in two samples stands out although a marker differs', () => {
    const world = makeWorld(31, 60);
    const screen = screenOf(world, 1000, 'vector');
    const codes = Uint16Array.from(world.profiles.flatMap((p) => markers.map((m) => encode(p, m))));
    // The second sample of person 3 has another genotype at one marker: a typing error.
    const [first] = markers;
    const at = 3 * markers.length;
    if (first !== undefined) codes[at] = codes[at] === 1 ? 2 : 1;
    const found: number[] = [];
    screen.run(
      { count: 1, shapes: Int32Array.of(-1), sexes: Uint8Array.of(0), starts: Int32Array.of(at), codes },
      (_, row) => found.push(row),
    );
    expect(found).toEqual([3]);
  });

  it.each([0, 0.03])('a direct comparison has the ratio of directComparison, single alleles included (theta %s)', (theta) => {
    const world = makeWorld(32, 40);
    const screen = screenOf(world, 1e-300, 'vector', theta);
    const own = world.profiles[1] ?? {};
    const found = new Map<number, number>();
    screen.run(
      { count: 1, shapes: Int32Array.of(-1), sexes: Uint8Array.of(0), starts: Int32Array.of(0), codes: Uint16Array.from(markers.map((m) => encode(own, m))) },
      (_, row, lnLr) => found.set(row, lnLr),
    );
    expect(found.size).toBeGreaterThan(40);
    for (const [row, lnLr] of found) {
      const { perMarker } = directComparison({ a: own, b: world.profiles[row] ?? {}, markers: given, theta });
      const expected = perMarker.reduce((sum, m) => sum + Math.log(0.999 * Math.exp(m.lnLr) + 0.001), 0);
      expect(Math.abs(lnLr - expected)).toBeLessThan(1e-9);
    }
  });
});

describe('the code of an observation', () => {
  it('keeps every genotype and every single allele', () => {
    for (const marker of markers)
      for (let code = 0; code < marker.codes; code++) expect(codeOfObservation(marker, observationOfCode(marker, code))).toBe(code);
    expect(decodeObservation(5, 0)).toBeNull();
  });
});
