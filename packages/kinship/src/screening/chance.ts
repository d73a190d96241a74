import { FamilyTables } from './family-tables.ts';
import { makeReferenceKernel } from './lanes.ts';
import { indexEveryGenotype, type RemainsIndex } from './remains-index.ts';
import type { ScreenMarker } from './screen-marker.ts';
import { lnSexRatios, type Candidates, type SexModel } from './screen.ts';
import { TableStore } from './table-store.ts';
import { makeVectorKernel } from './vector-kernel.ts';

/**
 * Estimates how many unrelated remains reach the threshold. For a pair of strangers P(LR >= T) = E(1 / LR; LR >= T), the
 * mean taken over remains that are the missing person (change of measure; Good 1950, Turing): so profiles of the missing
 * person are drawn from the tables, typed at the markers of a row of the remains drawn at random. Each sample lies in
 * 0 .. 1 / T, the mean over samples is unbiased, and no more than N M / T chance pairs can be expected in all.
 */
export class ChanceSampler {
  readonly #families: FamilyTables;
  readonly #store: TableStore;
  readonly #remains: RemainsIndex;
  readonly #markers: readonly ScreenMarker[];
  readonly #lnThreshold: number;
  readonly #sex: SexModel;
  readonly #lnUnrelated: readonly Float64Array[];
  readonly #sizes: number;

  constructor(input: { markers: readonly ScreenMarker[]; remains: RemainsIndex; theta: number; lnThreshold: number; sex: SexModel }) {
    const { markers } = input;
    this.#markers = markers;
    this.#remains = input.remains;
    this.#lnThreshold = input.lnThreshold;
    this.#sex = input.sex;
    const every = indexEveryGenotype(markers);
    this.#lnUnrelated = markers.map((m, i) => {
      const { freqs } = m.prepared.locus;
      return Float64Array.from(every.seen[i] ?? [], ({ a, b }) => Math.log((a === b ? 1 : 2) * (freqs[a] ?? NaN) * (freqs[b] ?? NaN)));
    });
    this.#sizes = (every.offsets[every.columns] ?? 0) + every.columns;
    const room = { markers, remains: every, valueCount: Math.max(1 << 18, 4 * this.#sizes) };
    const kernel = makeVectorKernel(room) ?? makeReferenceKernel(room);
    this.#store = new TableStore(kernel.values, every);
    this.#families = new FamilyTables({ markers, theta: input.theta, store: this.#store, machine: kernel.machine, remains: every });
  }

  shapeOf(...structure: Parameters<FamilyTables['shapeOf']>): number {
    return this.#families.shapeOf(...structure);
  }

  /** One sample for one missing person: 1 / LR of the DNA where a drawn profile, with the sex of a row, reaches the threshold, else 0. */
  sample(candidates: Candidates, candidate: number, random: () => number): number {
    const { rows, columns, offsets, count } = this.#remains;
    if (count === 0) return 0;
    const row = Math.min(count - 1, Math.floor(random() * count));
    if (!this.#store.hasRoomFor(columns, this.#sizes)) this.#store.forget();
    const isTyped = (c: number): boolean => rows[row * columns + c] !== offsets[c];
    let lnLr = 0;
    const at = candidates.starts[candidate] ?? 0;
    this.#markers.forEach((_, c) => {
      if (!isTyped(c)) return;
      const place = this.#families.tableOf(candidates.shapes[candidate] ?? -1, c, { codes: candidates.codes, at }) + 1;
      lnLr += this.#store.values[place + this.#draw(place, c, random())] ?? NaN;
    });
    // The sex as recorded of that row: what share of the remains is male is theirs to say, not the model's.
    const sex = (rows[row * columns + columns - 1] ?? 0) - (offsets[columns - 1] ?? 0);
    const lnSex = lnSexRatios(this.#sex)[candidates.sexes[candidate] ?? 0]?.[sex] ?? 0;
    return lnLr + lnSex >= this.#lnThreshold ? Math.exp(-lnLr) : 0;
  }

  /** A genotype of the missing person: P = ratio x P(genotype of a stranger); these sum to one. */
  #draw(place: number, column: number, u: number): number {
    const lnUnrelated = this.#lnUnrelated[column] ?? new Float64Array(0);
    let left = u;
    let last = 0;
    for (let i = 0; i < lnUnrelated.length; i++) {
      const p = Math.exp((this.#store.values[place + i] ?? NaN) + (lnUnrelated[i] ?? NaN));
      if (p > 0) last = i;
      left -= p;
      if (left < 0 && p > 0) return i;
    }
    return last;
  }
}
