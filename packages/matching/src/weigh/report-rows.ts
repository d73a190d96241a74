import { cellWidth } from '../candidates/candidate-space.ts';
import type { MarkerTables } from './marker-tables.ts';
import type { RemainsTables, TableKind } from './remains-tables.ts';
import type { ReportColumns } from './report-columns.ts';

/** Kinds that nearly every report states and that differ most, looked at first; sex stands before them. */
const firstKinds = ['birth', 'seen', 'place'] as const satisfies readonly TableKind[];
const otherKinds = ['numbers', 'marks', 'clothing', 'belongings', 'teeth', 'eyes', 'hair', 'military'] as const satisfies readonly TableKind[];
const firstWidth = 4;
/** Height, then the other kinds. */
const otherWidth = 9;

/** Two bytes a code where that is enough: rows are come to in no order, and fewer bytes stay longer in a cache. */
type Codes = Uint16Array | Int32Array;

/** The codes of the reports row by row, so that one report lies on one or two lines of a cache. */
export interface ReportRows {
  readonly first: Codes;
  readonly others: Codes;
  /** A table in which every code weighs nothing: reading beyond the end of an empty one is slow. */
  readonly silent: Float32Array;
}

/** Lays the codes of `columns` out by report. Cost: one pass. */
export function reportRows(columns: ReportColumns): ReportRows {
  const codes = (kinds: readonly (TableKind | 'sex')[], width: number): Codes => (kinds.every((kind) => columns[kind === 'age' ? 'birth' : kind].every((code) => code <= 0xffff)) ? new Uint16Array(width * columns.count) : new Int32Array(width * columns.count));
  const [first, others] = [codes(['sex', ...firstKinds], firstWidth), codes(['height', ...otherKinds], otherWidth)];
  let most = 2;
  for (let report = 0; report < columns.count; report++) {
    first[firstWidth * report] = columns.sex[report] ?? 0;
    firstKinds.forEach((kind, k) => {
      const code = columns[kind][report] ?? 0;
      first[firstWidth * report + 1 + k] = code;
      if (code > most) most = code;
    });
    others[otherWidth * report] = columns.height[report] ?? 0;
    otherKinds.forEach((kind, k) => { others[otherWidth * report + 1 + k] = columns[kind][report] ?? 0; });
  }
  return { first, others, silent: new Float32Array(most + 1) };
}

/** Rows that a search came to, with what their words say. */
export interface TouchedRows {
  readonly touched: Int32Array;
  /** The weight of a row stands at `cellWidth` times the row + 1. */
  readonly weights: Float32Array;
  readonly reach: Float32Array;
  readonly count: number;
}

/** Bounds of the weight of all evidence, row by row, for one individual after another. Log10; never below the weight itself. */
export class RowBounds {
  readonly #rows: ReportRows;
  readonly #sex = new Float32Array(3);
  readonly #readSex = new Float32Array(3);
  #read: Float32Array;
  #isRead = false;
  #readMost = 0;
  #readLeast = 0;
  #age: Float32Array;
  #seen: Float32Array;
  #place: Float32Array;
  #height: readonly Float32Array[] | null = null;
  readonly #others: Float32Array[] = [];
  readonly #at: number[] = [];
  /** The most that each of them can say. */
  readonly #most: number[] = [];
  #heightMost = 0;
  /** The most that the kinds not looked at first can say together. */
  #rest = 0;

  constructor(rows: ReportRows) {
    this.#rows = rows;
    this.#read = this.#age = this.#seen = this.#place = rows.silent;
  }

  /** Takes the tables of an individual; bounds are of these from now on. */
  open(tables: RemainsTables): void {
    const { silent } = this.#rows;
    const { sex, height, marker, age } = tables;
    for (let code = 0; code < 3; code++) {
      this.#sex[code] = sex?.[code] ?? 0;
      this.#readSex[code] = marker?.sex[code] ?? 0;
    }
    [this.#seen, this.#place, this.#age] = [tables.seen ?? silent, tables.place ?? silent, age ?? silent];
    this.#read = marker?.written ?? silent;
    this.#isRead = marker !== null;
    this.#readMost = marker === null ? 0 : mostOfMarker(marker);
    this.#readLeast = marker === null || marker.model.misplaced === 0 ? -Infinity : 0;
    this.#height = height;
    this.#others.length = 0;
    this.#at.length = 0;
    this.#most.length = 0;
    this.#heightMost = height === null ? 0 : Math.max(...height.map(highest));
    this.#rest = this.#heightMost + roundingSlack;
    otherKinds.forEach((kind, k) => {
      const table = tables[kind];
      if (table === null) return;
      this.#others.push(table);
      this.#at.push(1 + k);
      const most = highest(table);
      this.#most.push(most);
      this.#rest += most;
    });
  }

  /** A bound of all where names and birthday weigh at most `name`: by sex, birth, day and place of last seen and the most that all else can say. */
  quick(row: number, name: number): number {
    const { first } = this.#rows;
    const at = firstWidth * row;
    const [sex, birth] = [first[at] ?? 0, first[at + 1] ?? 0];
    const body = this.#rest + (this.#sex[sex] ?? 0) + (this.#age[birth] ?? 0) + (this.#seen[first[at + 2] ?? 0] ?? 0) + (this.#place[first[at + 3] ?? 0] ?? 0);
    if (!this.#isRead) return body;
    const read = name + (this.#read[birth] ?? 0) + (this.#readSex[sex] ?? 0);
    return body + this.#readMost + (read > this.#readLeast ? read : this.#readLeast);
  }

  /** The same for the first `count` of `rows`, where names and birthday weigh `always` more than `weights` says, written into `reach`. */
  quickAll({ touched: rows, weights, reach, count }: TouchedRows, always: number): void {
    const { first } = this.#rows;
    const [sexes, readSexes, read, ages, days, places] = [this.#sex, this.#readSex, this.#read, this.#age, this.#seen, this.#place];
    const [rest, isRead, readMost, readLeast] = [this.#rest, this.#isRead, this.#readMost, this.#readLeast];
    // Written out once more: it runs thousands of times for each search.
    for (let t = 0; t < count; t++) {
      const row = rows[t] as number;
      const at = firstWidth * row;
      const sex = first[at] as number;
      const birth = first[at + 1] as number;
      const body = rest + (sexes[sex] as number) + (ages[birth] as number) + (days[first[at + 2] as number] as number) + (places[first[at + 3] as number] as number);
      if (isRead) {
        const said = (weights[cellWidth * row + 1] as number) + always + (read[birth] as number) + (readSexes[sex] as number);
        reach[t] = body + readMost + (said > readLeast ? said : readLeast);
      } else reach[t] = body;
    }
  }

  /**
   * The same with what every kind says, the weight itself but for the error of what was read; -Infinity where it lies more
   * than `below` under `quick`. Kind by kind, the widest first, as long as the row can stay.
   */
  closer(row: number, name: number, below: number): number {
    const { first, others } = this.#rows;
    const at = otherWidth * row;
    let less = 0;
    for (let k = 0; k < this.#at.length; k++) {
      less += (this.#most[k] ?? 0) - (this.#others[k]?.[others[at + (this.#at[k] ?? 0)] ?? 0] ?? 0);
      if (less > below) return -Infinity;
    }
    if (this.#height !== null) less += this.#heightMost - (this.#height[first[firstWidth * row] ?? 0]?.[others[at] ?? 0] ?? 0);
    return less > below ? -Infinity : this.quick(row, name) - less;
  }
}

/**
 * What `markerWeight(x)` exceeds max(0, x) by at the most: its numerator is at most 10^x above 0, at most 1 below, its
 * denominator at least that of x far below 0. Without an error of the marker it is x - log10(c).
 */
export function mostOfMarker({ concordance, ageConcordance, model: { misplaced, ofListed, listed } }: MarkerTables): number {
  const least = Math.min(concordance, ageConcordance);
  return -Math.log10((1 - misplaced) * least + misplaced * (1 - Math.min(1, ofListed / Math.max(1, listed))));
}

/** Sums in another order, of tables in single precision. */
const roundingSlack = 1e-3;

/** Tables that many individuals share are looked through once. */
const highestKnown = new WeakMap<Float32Array, number>();

/** The highest weight of a table, and of reports that do not state its kind: 0 at least. */
export function highest(table: Float32Array | null): number {
  if (table === null) return 0;
  const known = highestKnown.get(table);
  if (known !== undefined) return known;
  let high = 0;
  for (let code = 0; code < table.length; code++) if ((table[code] ?? 0) > high) high = table[code] ?? 0;
  highestKnown.set(table, high);
  return high;
}
