import { FamilyTables } from './family-tables.ts';
import type { RemainsIndex } from './remains-index.ts';
import { genotypeCode, type ScreenMarker } from './screen-marker.ts';
import { lnSexRatios, type Candidates, type SexModel } from './screen.ts';
import { TableStore } from './table-store.ts';
import type { Seen } from './marker-machine.ts';

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
  readonly #genotypes: readonly (readonly Seen[])[];
  readonly #lnUnrelated: readonly Float64Array[];
  readonly #sizes: number;

  constructor(input: { markers: readonly ScreenMarker[]; remains: RemainsIndex; theta: number; lnThreshold: number; sex: SexModel }) {
    const { markers } = input;
    this.#markers = markers;
    this.#remains = input.remains;
    this.#lnThreshold = input.lnThreshold;
    this.#sex = input.sex;
    this.#genotypes = markers.map(({ k }) => {
      const all: Seen[] = [];
      for (let b = 0; b < k; b++) for (let a = 0; a <= b; a++) all.push({ a, b });
      return all;
    });
    this.#lnUnrelated = markers.map((m, i) => {
      const { freqs } = m.prepared.locus;
      return Float64Array.from(this.#genotypes[i] ?? [], ({ a, b }) => Math.log((a === b ? 1 : 2) * (freqs[a] ?? NaN) * (freqs[b] ?? NaN)));
    });
    const offsets = new Int32Array(markers.length + 1);
    this.#genotypes.forEach((g, i) => (offsets[i + 1] = (offsets[i] ?? 0) + 1 + g.length));
    this.#sizes = (offsets[markers.length] ?? 0) + markers.length;
    const occurs = new Uint8Array(offsets[markers.length] ?? 0).fill(1);
    this.#store = new TableStore(new Float64Array(Math.max(1 << 18, 4 * this.#sizes)), { occurs, offsets });
    const seenCodes = this.#genotypes.map((g) => Uint16Array.from(g, ({ a, b }) => genotypeCode(a, b)));
    this.#families = new FamilyTables({ markers, theta: input.theta, store: this.#store, seen: this.#genotypes, seenCodes });
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

  /** A genotype of the missing person: P = ratio x P(genotype of a stranger). */
  #draw(place: number, column: number, u: number): number {
    const lnUnrelated = this.#lnUnrelated[column] ?? new Float64Array(0);
    let left = u * lnUnrelated.reduce((sum, ln, i) => sum + Math.exp((this.#store.values[place + i] ?? NaN) + ln), 0);
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
