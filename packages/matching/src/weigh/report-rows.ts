import { weekBounds } from '../candidates/buckets.ts';
import { birthAt, bucketAt, cellWidth, saidIn, seenAt, type CandidateSpace } from '../candidates/candidate-space.ts';
import type { GroupBounds, Needs } from '../candidates/group-bounds.ts';
import { highestCode, rowsOf, type Codes } from './coded-rows.ts';
import { highest } from './highest.ts';
import type { MarkerTables } from './marker-tables.ts';
import type { RemainsTables, TableKind } from './remains-tables.ts';
import type { ReportColumns } from './report-columns.ts';

/** Kinds looked at where a row can still stay, the widest first; the day last seen stands before them, height after. */
const otherKinds = ['numbers', 'marks', 'clothing', 'belongings', 'teeth', 'eyes', 'hair', 'military'] as const satisfies readonly TableKind[];
/** Height, then the other kinds. */
const otherWidth = 9;

/** What is asked of a report after its bucket, birth and day last seen: codes row by row, so that one report lies on one or two lines of a cache. */
export interface ReportRows {
  readonly others: Codes;
  /** A table in which every code weighs nothing: reading beyond the end of an empty one is slow. */
  readonly silent: Float32Array;
}

/** Lays the codes of `columns` out by report. Cost: one pass. */
export function reportRows(columns: ReportColumns): ReportRows {
  const others = rowsOf([columns.height, ...otherKinds.map((kind) => columns[kind])], otherWidth);
  return { others, silent: new Float32Array(1 + Math.max(2, highestCode(columns.birth), highestCode(columns.seen))) };
}

/** Bounds of the weight of all evidence, row by row, for one individual after another. Log10; never below the weight itself. */
export class RowBounds {
  readonly #rows: ReportRows;
  readonly #cells: Int32Array;
  readonly groups: GroupBounds;
  readonly asked: Int32Array;
  /** By sex of the report what was read says of it. */
  readonly #readSex = new Float64Array(3);
  #read: Float32Array;
  #isRead = false;
  #readMost = 0;
  #readLeast = 0;
  #age: Float32Array;
  #seen: Float32Array;
  #seenMost: Float32Array;
  #height: readonly Float32Array[] | null = null;
  #others: readonly Float32Array[] = [];
  #at: readonly number[] = [];
  /** The most that each of them can say, and all together. */
  #most: readonly number[] = [];
  #rest = 0;
  readonly #heightMost = new Float64Array(3);

  /** @param cells - of the space that is searched in @param asked - `placesAsked` of the words of the list */
  constructor(rows: ReportRows, groups: GroupBounds, { cells }: Pick<CandidateSpace, 'cells'>, asked: Int32Array) {
    this.#rows = rows;
    this.groups = groups;
    this.asked = asked;
    this.#cells = cells;
    this.#read = this.#age = this.#seen = rows.silent;
    this.#seenMost = groups.buckets.silentWeeks;
  }

  /** Takes the tables of an individual; bounds are of these from now on. */
  open(tables: RemainsTables): void {
    const { silent } = this.#rows;
    const { height, marker, age, seen } = tables;
    this.groups.open(tables);
    this.#age = age ?? silent;
    this.#seen = seen ?? silent;
    this.#seenMost = weekBounds(seen, this.groups.buckets);
    this.#read = marker?.written ?? silent;
    this.#isRead = marker !== null;
    this.#readMost = marker === null ? 0 : mostOfMarker(marker);
    this.#readLeast = marker === null || marker.model.misplaced === 0 ? -Infinity : 0;
    this.#height = height;
    for (let sex = 0; sex < 3; sex++) {
      this.#heightMost[sex] = highest(height?.[sex] ?? null);
      this.#readSex[sex] = marker?.sex[sex] ?? 0;
    }
    const stated = otherKinds.flatMap((kind, k) => {
      const table = tables[kind];
      return table === null ? [] : [{ table, at: 1 + k }];
    });
    this.#others = stated.map(({ table }) => table);
    this.#at = stated.map(({ at }) => at);
    this.#most = this.#others.map(highest);
    this.#rest = roundingSlack + this.#most.reduce((sum, most) => sum + most, 0);
  }

  /** `GroupBounds.needs`, with what was read. */
  needs(floor: number, always: number): Needs {
    return this.groups.needs(floor, { always, readMost: this.#readMost, readLeast: this.#readLeast });
  }

  /** A bound of all where names and birthday weigh at most `name`: by bucket and birth, and the most that all else can say. */
  quick(row: number, name: number): number {
    const bucket = this.#cells[cellWidth * row + bucketAt] ?? 0;
    const birth = this.#cells[cellWidth * row + birthAt] ?? 0;
    const body = this.#rest + (this.groups.body[bucket] ?? 0) + (this.#age[birth] ?? 0);
    if (!this.#isRead) return body;
    return body + this.#readMost + Math.max(this.#readLeast, name + (this.#read[birth] ?? 0) + (this.#readSex[this.groups.buckets.sexes[bucket] ?? 0] ?? 0));
  }

  /** The same for all places that a search touched, where names and birthday weigh `always` more than was met, into `reach`; returns the highest. */
  quickAll({ touched, reach, count }: CandidateSpace, always: number): number {
    const { body: bodies, buckets: { sexes } } = this.groups;
    const [cells, readSexes, read, ages] = [this.#cells, this.#readSex, this.#read, this.#age];
    const [rest, isRead, readMost, readLeast] = [this.#rest, this.#isRead, this.#readMost, this.#readLeast];
    let high = -Infinity;
    // Written out once more: it runs thousands of times for each search.
    for (let t = 0; t < count; t++) {
      const at = cellWidth * (touched[t] as number);
      const bucket = cells[at + bucketAt] as number;
      const birth = cells[at + birthAt] as number;
      let bound = rest + (bodies[bucket] as number) + (ages[birth] as number);
      if (isRead) {
        const said = saidIn(cells[at] as number) + always + (read[birth] as number) + (readSexes[sexes[bucket] as number] as number);
        bound += readMost + (said > readLeast ? said : readLeast);
      }
      reach[t] = bound;
      if (bound > high) high = bound;
    }
    return high;
  }

  /**
   * `quick` with what every kind says, the weight itself but for the error of what was read; -Infinity where it lies more
   * than `below` under `quick`. Kind by kind, the widest first, as long as the row can stay.
   */
  closer(row: number, name: number, below: number): number {
    const less = this.#lessThanQuick(row, below);
    return less > below ? -Infinity : this.quick(row, name) - less;
  }

  /** Of the places of `quickAll` those of which `closer` reaches `from`, in their order, into `looked`, with it in `reach`; returns how many. */
  lookCloser({ touched, reach, looked, count }: CandidateSpace, from: number): number {
    let kept = 0;
    for (let t = 0; t < count; t++) {
      const bound = reach[t] as number;
      if (bound < from) continue;
      const row = touched[t] as number;
      const less = this.#lessThanQuick(row, bound - from);
      if (less > bound - from) continue;
      looked[kept] = row;
      reach[kept++] = bound - less;
    }
    return kept;
  }

  /** By how much a row lies under its quick bound; where that is more than `below`, something above it. */
  #lessThanQuick(row: number, below: number): number {
    const { others } = this.#rows;
    const { weeks, sexes } = this.groups.buckets;
    const [tables, columns, mosts] = [this.#others, this.#at, this.#most];
    const at = otherWidth * row;
    const bucket = this.#cells[cellWidth * row + bucketAt] as number;
    let less = (this.#seenMost[weeks[bucket] as number] as number) - (this.#seen[this.#cells[cellWidth * row + seenAt] as number] as number);
    for (let k = 0; k < tables.length; k++) {
      if (less > below) return less;
      less += (mosts[k] as number) - ((tables[k] as Float32Array)[others[at + (columns[k] as number)] as number] as number);
    }
    const height = this.#height;
    if (height === null) return less;
    const sex = sexes[bucket] as number;
    return less + (this.#heightMost[sex] as number) - ((height[sex] as Float32Array)[others[at] as number] as number);
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
