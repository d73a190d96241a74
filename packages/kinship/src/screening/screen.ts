import { KinshipError } from '../kinship-error.ts';
import { DirectTables } from './direct-tables.ts';
import { FamilyTables, type FamilyStructure } from './family-tables.ts';
import { laneCount, makeLaneGroup, setScales, type LaneGroup, type ScreenKernel } from './lanes.ts';
import type { RemainsIndex, SexCode } from './remains-index.ts';
import type { ScreenMarker } from './screen-marker.ts';
import { TableStore } from './table-store.ts';

export interface ScreenInput {
  readonly markers: readonly ScreenMarker[];
  readonly remains: RemainsIndex;
  readonly kernel: ScreenKernel;
  /** ln of the smallest ratio that is reported. */
  readonly lnThreshold: number;
  /** Subpopulation correction, 0 <= theta < 1. */
  readonly theta: number;
  readonly sex: SexModel;
  /** Direct comparison: share of markers whose typing may be wrong, 0 < error < 1. */
  readonly directError: number;
}

/** Sex as evidence: recorded wrongly with probability `error`; `maleShare` of the remains' population is male. */
export interface SexModel {
  readonly error: number;
  readonly maleShare: number;
}

/** Missing persons (or profiles, for direct comparison) to be screened, as flat arrays. */
export interface Candidates {
  readonly count: number;
  /** Number from `shapeOf`; -1 for a profile compared directly. */
  readonly shapes: Int32Array;
  readonly sexes: Uint8Array;
  /** Where the observations of the candidate's relatives (or its own) begin in `codes`, relative-major. */
  readonly starts: Int32Array;
  readonly codes: Uint16Array;
  /** Compared with the first so many remains only; with all where absent. */
  readonly rowLimits?: Int32Array;
}

/** Called for each pair at or above the threshold. */
export type OnHit = (candidate: number, remains: number, lnLr: number) => void;

const sexSpace = 0x3fffffff;

/**
 * Compares missing persons with remains, each pair exactly where it reaches the threshold. The first pass rules out pairs in
 * 8-bit penalties, without loss; what survives is summed in double precision, marker by marker in their order.
 * Source and proof: docs/methods/screening.md.
 */
export class Screen {
  readonly #input: ScreenInput;
  readonly #store: TableStore;
  readonly #families: FamilyTables;
  readonly #direct: DirectTables;
  readonly #group;
  readonly #survivors: Uint32Array;
  readonly #lnSex: readonly (readonly number[])[];
  /** Pairs looked at, pairs that survived the first pass. */
  readonly counts = { pairs: 0, survivors: 0, hits: 0 };

  constructor(input: ScreenInput) {
    const { remains, markers, kernel, sex } = input;
    for (const [name, value] of Object.entries({ sexError: sex.error, maleShare: sex.maleShare, directError: input.directError }))
      if (!(value > 0 && value < 1)) throw new KinshipError('kinship.screening.parameter', { name, value });
    if (!Number.isFinite(input.lnThreshold)) throw new KinshipError('kinship.screening.parameter', { name: 'threshold', value: Math.exp(input.lnThreshold) });
    this.#input = input;
    this.#store = new TableStore(kernel.values, remains);
    this.#families = new FamilyTables({ markers, theta: input.theta, store: this.#store, machine: kernel.machine, remains });
    this.#direct = new DirectTables({ markers, remains, error: input.directError, theta: input.theta, store: this.#store });
    this.#group = makeLaneGroup(remains.columns);
    this.#survivors = new Uint32Array(2 * remains.count);
    this.#lnSex = lnSexRatios(sex);
    if (!this.#store.hasRoomFor(laneCount * remains.columns, this.#groupValues())) throw new KinshipError('kinship.not_a_number');
  }

  /** The number of a family shape, for `Candidates`. */
  shapeOf(structure: FamilyStructure): number {
    return this.#families.shapeOf(structure);
  }

  /** How many relatives of a shape carry profiles. */
  relativesOf(shape: number): number {
    return this.#families.relativesOf(shape);
  }

  get tablesMade(): { readonly compiled: number; readonly general: number } {
    return this.#families.made;
  }

  /** Reports every pair of these candidates whose ratio reaches the threshold. */
  run(candidates: Candidates, onHit: OnHit): void {
    const order = Int32Array.from({ length: candidates.count }, (_, i) => i);
    // Equal shapes side by side: lanes of one group then become hopeless at about the same marker.
    const { shapes } = candidates;
    order.sort((a, b) => (shapes[a] ?? 0) - (shapes[b] ?? 0) || a - b);
    for (let first = 0; first < order.length; first += laneCount) this.#runGroup(candidates, order.subarray(first, first + laneCount), onHit);
  }

  #groupValues(): number {
    const { remains } = this.#input;
    return laneCount * ((remains.offsets[remains.columns] ?? 0) + remains.columns);
  }

  /** The tables of up to 32 candidates, ready for the first pass; they hold until the next call. */
  groupOf(candidates: Candidates, members: Int32Array): LaneGroup {
    const { columns } = this.#input.remains;
    if (!this.#store.hasRoomFor(laneCount * columns, this.#groupValues())) this.#store.forget();
    const { places } = this.#group;
    places.fill(-1);
    members.forEach((candidate, lane) => this.#placeLane(candidates, candidate, lane));
    setScales(this.#group, this.#input.kernel.values, this.#input.lnThreshold);
    return this.#group;
  }

  #runGroup(candidates: Candidates, members: Int32Array, onHit: OnHit): void {
    const { remains, kernel, lnThreshold } = this.#input;
    this.groupOf(candidates, members);
    const rowsOf = (candidate: number): number => candidates.rowLimits?.[candidate] ?? remains.count;
    const rows = members.reduce((most, candidate) => Math.max(most, rowsOf(candidate)), 0);
    this.counts.pairs += members.reduce((sum, candidate) => sum + rowsOf(candidate), 0);
    const found = kernel.bounded(this.#group, this.#survivors, rows);
    for (let s = 0; s < found; s++) {
      const row = this.#survivors[2 * s] ?? 0;
      for (let bits = this.#survivors[2 * s + 1] ?? 0; bits !== 0; bits &= bits - 1) {
        const lane = 31 - Math.clz32(bits & -bits);
        if (row >= rowsOf(members[lane] ?? -1)) continue;
        this.counts.survivors += 1;
        const lnLr = this.#exact(row, lane);
        if (!(lnLr >= lnThreshold)) continue;
        this.counts.hits += 1;
        onHit(members[lane] ?? -1, row, lnLr);
      }
    }
  }

  /** Finds or makes the tables of one candidate. */
  #placeLane(candidates: Candidates, candidate: number, lane: number): void {
    const { places } = this.#group;
    const { length } = this.#input.markers;
    const shape = candidates.shapes[candidate] ?? -1;
    const data = { codes: candidates.codes, at: candidates.starts[candidate] ?? 0 };
    for (let m = 0; m < length; m++)
      places[m * laneCount + lane] = shape < 0 ? this.#direct.tableOf(m, data.codes[data.at + m] ?? 0) : this.#families.tableOf(shape, m, data);
    places[length * laneCount + lane] = this.#sexTable(candidates.sexes[candidate] ?? 0);
  }

  #sexTable(sex: number): number {
    const known = this.#store.find(sexSpace, sex);
    if (known >= 0) return known;
    const at = this.#store.take(sexSpace, sex, 3);
    this.#lnSex[sex]?.forEach((ln, i) => (this.#store.values[at + i] = ln));
    this.#store.seal(at, this.#input.markers.length);
    return at;
  }

  /** The sum in the order of the markers, sex last. */
  #exact(row: number, lane: number): number {
    const { rows, columns, offsets } = this.#input.remains;
    const { values } = this.#store;
    const { places } = this.#group;
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += values[(places[c * laneCount + lane] ?? 0) + (rows[row * columns + c] ?? 0) - (offsets[c] ?? 0)] ?? NaN;
    if (Number.isNaN(sum)) throw new KinshipError('kinship.not_a_number');
    return sum;
  }
}

/** ln P(recorded sex | missing person's sex) / P(recorded sex), by sex of the missing person, then as recorded (0 unknown, 1 male, 2 female). */
export function lnSexRatios({ error, maleShare }: SexModel): readonly (readonly number[])[] {
  const male = maleShare * (1 - error) + (1 - maleShare) * error;
  const of = (sex: SexCode): number[] => {
    if (sex === 0) return [0, 0, 0];
    const saysMale = sex === 1 ? 1 - error : error;
    return [0, Math.log(saysMale / male), Math.log((1 - saysMale) / (1 - male))];
  };
  return [of(0), of(1), of(2)];
}
