import { closeSync, openSync, readSync } from 'node:fs';
import { ChanceSampler, makeReferenceKernel, makeVectorKernel, prepareScreenMarkers, Screen, seededRandom, type Candidates, type FamilyStructure, type RemainsIndex, type ScreenMarker } from '@imena/kinship';
import { contradictingMarkers } from './contradictions.ts';
import type { ChunkResult, Hit, ScreenPlan } from './plan.ts';
import { FamilyReader, type CandidateRow } from './read-families.ts';
import { RefusedAt } from './refused-at.ts';
import { refuseOtherEncodings } from './refuse-other-encodings.ts';

/** Longest line of the families file, and longest family; more is refused in words. */
const longestFamilyBytes = 16 * 1024 * 1024;
const lookBack = 64 * 1024;

/** Numbers kept at once: more tables would be found again too seldom to be worth touching the memory. */
const tableValues = 12 * 1024 * 1024;

/** Screens one chunk of the families after the other; each worker has one, and all give the same numbers for the same chunk. */
export class ChunkWorker {
  readonly #plan: ScreenPlan;
  readonly #remains: RemainsIndex;
  readonly #screen: Screen;
  readonly #reader: FamilyReader;
  readonly #chance: ChanceSampler;
  readonly #chanceShapes = new Map<number, number>();
  readonly #markers: readonly ScreenMarker[];
  /** Whether relatives can contradict each other at some marker: with mutation nothing is impossible. */
  readonly #canContradict: boolean;
  readonly #structures = new Map<number, FamilyStructure>();

  constructor(plan: ScreenPlan, remains: RemainsIndex) {
    this.#plan = plan;
    this.#remains = remains;
    const markers = prepareScreenMarkers(plan.markers, { outsideAllele: { kind: 'refuse' }, normalisation: 'asGiven' });
    this.#markers = markers;
    this.#canContradict = markers.some(({ prepared }) => prepared.marker.mutation === null);
    const sex = { error: plan.sexError, maleShare: plan.maleShare };
    const common = { markers, remains: this.#remains, theta: plan.theta, lnThreshold: plan.lnThreshold, sex };
    const room = { markers, remains: this.#remains, valueCount: tableValues };
    this.#screen = new Screen({ ...common, kernel: makeVectorKernel(room) ?? makeReferenceKernel(room), directError: plan.directError });
    this.#chance = new ChanceSampler(common);
    this.#reader = new FamilyReader(plan, (structure) => {
      const shape = this.#screen.shapeOf(structure);
      this.#structures.set(shape, structure);
      this.#chanceShapes.set(shape, this.#chance.shapeOf(structure));
      return shape;
    });
  }

  /** @throws RefusedAt, KinshipError */
  run(chunk: number): ChunkResult {
    return this.#plan.mode === 'families' ? this.#runFamilies(chunk) : this.#runDirect(chunk);
  }

  #runFamilies(chunk: number): ChunkResult {
    const { bytes, base, from, to } = this.#readChunk(chunk);
    const batch = this.#reader.read(bytes, { from, to, base });
    const result = this.#compare(chunk, batch, batch.rows);
    return { ...result, withoutReferences: batch.withoutReferences, families: batch.families, chance: this.#sampleChance(batch, batch.placeOf) };
  }

  #runDirect(chunk: number): ChunkResult {
    const { chunkSize, directCodes, directSexes, isSelf, markers } = this.#plan;
    const first = chunk * chunkSize;
    const count = Math.min(chunkSize, directSexes.length - first);
    const candidates: Candidates = {
      count,
      shapes: new Int32Array(count).fill(-1),
      sexes: directSexes.subarray(first, first + count),
      starts: Int32Array.from({ length: count }, (_, i) => (first + i) * markers.length),
      codes: directCodes,
      // Of each pair of one file the later is compared with the earlier.
      ...(isSelf ? { rowLimits: Int32Array.from({ length: count }, (_, i) => first + i) } : {}),
    };
    const rows = (candidate: number): CandidateRow => ({ at: first + candidate, family: '', person: '' });
    return { ...this.#compare(chunk, candidates, rows), withoutReferences: 0, families: [], chance: [0, 0, 0] };
  }

  #compare(chunk: number, candidates: Candidates, rows: (candidate: number) => CandidateRow): Omit<ChunkResult, 'withoutReferences' | 'families' | 'chance'> {
    const hits: Hit[] = [];
    const before = { ...this.#screen.counts };
    const contradicted = new Map<number, readonly number[]>();
    this.#screen.run(candidates, (candidate, remains, lnLr) => {
      const known = contradicted.get(candidate) ?? this.#contradictedOf(candidates, candidate);
      contradicted.set(candidate, known);
      hits.push({ remains, lnLr, markers: this.#markersUsed(candidates, candidate, { remains, without: known }), contradicted: known.map((m) => this.#markers[m]?.name ?? ''), ...rows(candidate) });
    });
    const { pairs, survivors } = this.#screen.counts;
    return { chunk, hits, missing: candidates.count, pairs: pairs - before.pairs, survivors: survivors - before.survivors };
  }

  #contradictedOf(candidates: Candidates, candidate: number): readonly number[] {
    const structure = this.#canContradict ? this.#structures.get(candidates.shapes[candidate] ?? -1) : undefined;
    return structure === undefined ? [] : contradictingMarkers(this.#markers, { structure, codes: candidates.codes, start: candidates.starts[candidate] ?? 0 });
  }

  /** Markers at which the remains and at least one relative are typed, but for those that do not count. */
  #markersUsed(candidates: Candidates, candidate: number, { remains, without }: { readonly remains: number; readonly without: readonly number[] }): number {
    const width = this.#plan.markers.length;
    const shape = candidates.shapes[candidate] ?? -1;
    const relatives = shape < 0 ? 1 : this.#screen.relativesOf(shape);
    const start = candidates.starts[candidate] ?? 0;
    let used = 0;
    for (let m = 0; m < width; m++) {
      if (this.#plan.remainsCodes[remains * width + m] === 0 || without.includes(m)) continue;
      for (let r = 0; r < relatives; r++)
        if (candidates.codes[start + r * width + m] !== 0) {
          used += 1;
          break;
        }
    }
    return used;
  }

  /** Chosen by their place in the file, and drawn with a seed that is their place: the same whoever works on the chunk. */
  #sampleChance(candidates: Candidates, placeOf: (candidate: number) => number): [number, number, number] {
    const { chanceEvery } = this.#plan;
    if (chanceEvery === 0) return [0, 0, 0];
    let samples = 0;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < candidates.count; i++) {
      const random = seededRandom(placeOf(i) % 2 ** 32);
      if (random() * chanceEvery >= 1) continue;
      const shapes = Int32Array.of(this.#chanceShapes.get(candidates.shapes[i] ?? -1) ?? -1);
      const one = { ...candidates, shapes, sexes: candidates.sexes.subarray(i, i + 1), starts: candidates.starts.subarray(i, i + 1) };
      const value = this.#chance.sample(one, 0, random);
      samples += 1;
      sum += value;
      squares += value * value;
    }
    return [samples, sum, squares];
  }

  /** The bytes of a chunk and what belongs to it: a family is of the chunk in which its first row begins. */
  #readChunk(chunk: number): { bytes: Uint8Array; base: number; from: number; to: number } {
    const { familiesForm: form, familiesBytes, chunkSize } = this.#plan;
    const start = form.dataStart + chunk * chunkSize;
    const end = Math.min(familiesBytes, start + chunkSize);
    const base = Math.max(form.dataStart, start - lookBack);
    for (let beyond = 256 * 1024; ; beyond *= 4) {
      const bytes = readRange(form.file, base, Math.min(familiesBytes, end + beyond));
      const from = start === form.dataStart ? 0 : firstFamilyFrom(bytes, start - base, form);
      const isWhole = base + bytes.length >= familiesBytes;
      if (isWhole || hasFamilyFrom(bytes, end - base, form)) {
        const whole = isWhole ? bytes : bytes.subarray(0, bytes.lastIndexOf(10) + 1);
        refuseOtherEncodings(whole.subarray(from), { file: form.file, base: base + from });
        return { bytes: whole, base, from, to: end - base };
      }
      if (beyond > longestFamilyBytes) throw new RefusedAt('screen.family_too_long', { limit: longestFamilyBytes }, { file: form.file, at: end });
    }
  }
}

function readRange(file: string, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, to - from));
  const handle = openSync(file, 'r');
  try {
    for (let done = 0; done < bytes.length; ) {
      const got = readSync(handle, bytes, done, bytes.length - done, from + done);
      if (got === 0) return bytes.subarray(0, done);
      done += got;
    }
  } finally {
    closeSync(handle);
  }
  return bytes;
}

/** Beginning of the first row at or after a byte. */
function rowFrom(bytes: Uint8Array, at: number): number {
  if (at === 0) return 0;
  const before = bytes.indexOf(10, at - 1);
  return before < 0 ? bytes.length : before + 1;
}

function familyOf(bytes: Uint8Array, rowStart: number, form: ScreenPlan['familiesForm']): string {
  let at = rowStart;
  for (let c = 0; ; c++) {
    let end = at;
    if (bytes[at] === 34) {
      end = at + 1;
      while (end < bytes.length && bytes[end] !== 10 && (bytes[end] !== 34 || bytes[end + 1] === 34)) end += bytes[end] === 34 ? 2 : 1;
    }
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13 && bytes[end] !== form.separator) end += 1;
    if (c === form.named.family || bytes[end] !== form.separator) return Buffer.from(bytes.subarray(at, end)).toString('latin1').replace(/^"|"$/g, '').trim();
    at = end + 1;
  }
}

function skipBlank(bytes: Uint8Array, at: number): number {
  while (bytes[at] === 10 || bytes[at] === 13) at += 1;
  return at;
}

/** Beginning of the first family whose first row begins at or after a byte: rows that go on with the family before are passed over. */
function firstFamilyFrom(bytes: Uint8Array, at: number, form: ScreenPlan['familiesForm']): number {
  let row = skipBlank(bytes, rowFrom(bytes, at));
  let end = row - 1;
  while (end > 0 && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end -= 1;
  if (end <= 0) return row;
  const previous = familyOf(bytes, bytes.lastIndexOf(10, end - 1) + 1, form);
  while (row < bytes.length && familyOf(bytes, row, form) === previous) row = skipBlank(bytes, rowFrom(bytes, row + 1));
  return row;
}

/** Whether a whole row of another family begins at or after the byte. */
function hasFamilyFrom(bytes: Uint8Array, at: number, form: ScreenPlan['familiesForm']): boolean {
  const row = firstFamilyFrom(bytes, at, form);
  return row < bytes.length && bytes.indexOf(10, row) >= 0;
}
