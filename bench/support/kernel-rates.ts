import { laneCount, makeReferenceKernel, makeVectorKernel, Screen, simulateFamily, codeOfObservation, indexRemains, seededRandom, type Candidates, type RemainsIndex, type ScreenKernel, type ScreenMarker } from '@imena/kinship';
import { bestSeconds } from './figures.ts';
import { alone, drawScreenFamily } from './kinship-families.ts';

/** Remains of strangers. */
export function makeRemains(count: number, markers: readonly ScreenMarker[], random: () => number): RemainsIndex {
  const given = markers.map((m) => m.prepared.marker);
  const codes = new Uint16Array(count * markers.length);
  for (let r = 0; r < count; r++) {
    const profile = simulateFamily({ pedigree: alone, markers: given, random }).R ?? {};
    markers.forEach((m, i) => (codes[r * markers.length + i] = codeOfObservation(m, profile[m.name])));
  }
  return indexRemains(markers, codes, new Uint8Array(count).fill(1));
}

const shapes = ['mother', 'father and mother', 'one sibling', 'mother and sibling', 'two siblings', 'half sibling', 'child and spouse', 'two children and spouse'];

export type Measured = 'bounded' | 'bounded, reference' | 'whole' | 'exact64' | 'exact32' | 'plain';
export const onEachCore: readonly Measured[] = ['bounded', 'whole', 'exact64', 'exact32'];

/** Pairs a second of each way to compare, one thread. The same seed gives every thread the same work. */
export function measureRates(markers: readonly ScreenMarker[], remainsCount: number, wanted: readonly Measured[]): Partial<Record<Measured, number>> {
  const random = seededRandom(7);
  const remains = makeRemains(remainsCount, markers, random);
  const room = { markers, remains, valueCount: 1 << 22 };
  const reference = makeReferenceKernel(room);
  const vector = makeVectorKernel(room);
  const kernel: ScreenKernel = vector ?? reference;
  const screen = screenWith(kernel, markers, remains);
  const candidates = drawCandidates(screen, markers, random);
  const groups = shapes.map((_, s) => Int32Array.from({ length: laneCount }, (_x, i) => s * laneCount + i));
  const survivors = new Uint32Array(2 * remains.count);
  const pairs = candidates.count * remains.count;
  const out: Partial<Record<Measured, number>> = {};
  const bounded = (one: ScreenKernel, forMs: number): number => {
    const owner = one === kernel ? screen : screenWith(one, markers, remains);
    const mine = one === kernel ? candidates : drawCandidates(owner, markers, seededRandom(8));
    return pairs / groups.reduce((seconds, members) => {
      const group = owner.groupOf(mine, members);
      return seconds + bestSeconds(() => one.bounded(group, survivors, remains.count), forMs);
    }, 0);
  };
  if (wanted.includes('bounded')) out.bounded = bounded(kernel, 150);
  if (wanted.includes('bounded, reference')) out['bounded, reference'] = bounded(reference, 1);
  if (wanted.includes('whole')) out.whole = pairs / bestSeconds(() => screen.run(candidates, () => undefined), 600);
  const group = screen.groupOf(candidates, groups[0] ?? new Int32Array(0));
  const lanes = (n: number): Int32Array => Int32Array.from({ length: remains.columns * n }, (_x, i) => group.places[Math.floor(i / n) * laneCount + (i % n)] ?? 0);
  let sum = 0;
  const read = (_first: number, sums: Float64Array | Float32Array): void => void (sum += sums[0] ?? 0);
  if (vector !== null && wanted.includes('exact64')) out.exact64 = (8 * remains.count) / bestSeconds(() => vector.exact64(lanes(8), read), 600);
  if (vector !== null && wanted.includes('exact32')) out.exact32 = (16 * remains.count) / bestSeconds(() => vector.exact32(lanes(16), read), 600);
  if (wanted.includes('plain')) out.plain = remains.count / bestSeconds(() => void (sum += sumPlainly(kernel, remains, group.places)), 300);
  if (Number.isNaN(sum)) throw new Error('not a number');
  return out;
}

function screenWith(kernel: ScreenKernel, markers: readonly ScreenMarker[], remains: RemainsIndex): Screen {
  return new Screen({ markers, remains, kernel, lnThreshold: Math.log(1000), theta: 0, sex: { error: 0.01, maleShare: 0.5 }, directError: 0.001 });
}

function drawCandidates(screen: Screen, markers: readonly ScreenMarker[], random: () => number): Candidates {
  const codes: number[] = [];
  const starts: number[] = [];
  const numbers = shapes.flatMap((name) =>
    Array.from({ length: laneCount }, () => {
      const made = drawScreenFamily(name, markers, random);
      starts.push(codes.length);
      codes.push(...made.codes);
      return screen.shapeOf(made.structure);
    }),
  );
  return { count: numbers.length, shapes: Int32Array.from(numbers), sexes: new Uint8Array(numbers.length).fill(1), starts: Int32Array.from(starts), codes: Uint16Array.from(codes) };
}

/** Every remains against the first lane, a look-up and an addition a marker. */
function sumPlainly({ values }: ScreenKernel, { rows, columns, count, offsets }: RemainsIndex, places: Int32Array): number {
  let last = 0;
  for (let r = 0; r < count; r++) {
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += values[(places[c * laneCount] ?? 0) + (rows[r * columns + c] ?? 0) - (offsets[c] ?? 0)] ?? 0;
    last = sum;
  }
  return last;
}
