import type { AskedPlaces } from './asked-places.ts';
import { clothingAtLead, heightAtRow, lookAtRow, marksAtLead, rowWidth, seenAtRow, weekBounds } from './buckets.ts';
import { searchSpace, type SearchSpace } from './candidate-space.ts';
import { capsOf, mostOf, type GroupBounds, type Telling } from './group-bounds.ts';
import { leadWidth } from './search-kernel.ts';
import { highest } from '../weigh/highest.ts';
import { mostOfMarker, openMarkerBound, type MarkerTables } from '../weigh/marker-tables.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';

/** Bounds of the weight of all evidence, row by row, for one individual after another. Log10; never below the weight itself. */
export class RowBounds {
  /** A table in which every code weighs nothing: reading beyond the end of an empty one is slow. */
  readonly #silent: Float32Array;
  readonly groups: GroupBounds;
  readonly asked: AskedPlaces;
  readonly space: SearchSpace;
  /** By sex of the report what was read says of it. */
  readonly #readSex: Float64Array;
  readonly #read: Float32Array;
  #marker: MarkerTables | null = null;
  readonly #ofName: Float64Array;
  #readMost = 0;
  #readLeast = 0;
  #age: Float32Array;
  #seen: Float32Array;
  #seenMost: Float32Array;
  #height: readonly Float32Array[] | null = null;
  /** The most that looks and other things can say together, of a report that is not marked (`GroupBounds.isTold`) and of one that is. */
  readonly #rest = new Float64Array(2);
  readonly #heightMost = new Float64Array(3);

  /** @param asked - the places of the words of the list */
  constructor(groups: GroupBounds, asked: AskedPlaces) {
    this.#silent = new Float32Array(Math.max(3, groups.buckets.who.births, groups.buckets.seenCodes));
    this.groups = groups;
    this.#ofName = new Float64Array(groups.buckets.who.count);
    this.asked = asked;
    this.space = searchSpace(groups.kernel);
    this.#readSex = groups.kernel.columns.readSex;
    this.#read = groups.kernel.columns.read;
    this.#age = this.#seen = this.#silent;
    this.#seenMost = groups.buckets.silentWeeks;
  }

  /** Takes the tables of an individual; bounds are of these from now on. */
  open(tables: RemainsTables): void {
    const silent = this.#silent;
    const { height, marker, age, seen } = tables;
    this.#age = age ?? silent;
    this.#seen = seen ?? silent;
    this.#seenMost = weekBounds(seen, this.groups.buckets);
    if (marker?.written == null) this.#read.fill(0);
    else this.#read.set(marker.written);
    this.#marker = marker;
    this.#readMost = marker === null ? 0 : mostOfMarker(marker);
    this.#readLeast = marker === null || marker.model.misplaced === 0 ? -Infinity : 0;
    this.#height = height;
    for (let sex = 0; sex < 3; sex++) this.#heightMost[sex] = highest(height?.[sex] ?? null);
    this.groups.open(tables);
    const looks = roundingSlack + this.groups.looksMost;
    this.#rest[0] = looks + capsOf(this.groups.others);
    this.#rest[1] = looks + mostOf(this.groups.others);
  }

  /** Begins what is said besides words and days, with what was read. */
  beginSearch(): void {
    this.groups.beginWho(this.#age, this.#read);
  }

  /** What words and days must say together with all else so that a weight can be reached, where names say `always` beyond them. */
  leastTold(weight: number, always: number): number {
    return weight - (this.#rest[0] as number) - this.#readMost - always;
  }

  /**
   * By code of who the most that a name adds of which no word is met, besides what the birth says by itself, log10. Holds
   * until it is asked for the next individual.
   * @param byRoles - what names without a word in common say by the roles of a report, `always` the most that they may say more
   */
  ofNameUnmet(byRoles: ArrayLike<number>, always: number): Float64Array {
    const [{ who }, added, marker] = [this.groups.buckets, this.#ofName, this.#marker];
    if (marker === null) return added.fill(0);
    const { written, alone, ageConcordance } = marker;
    const bound = openMarkerBound(marker);
    const beside = always + Math.max(...this.#readSex);
    for (const roles of who.roles) {
      const first = who.of(0, roles);
      const said = (byRoles[roles] as number) + beside;
      if (written === null || alone === null) added.fill(bound(said + Math.log10(ageConcordance)), first, first + who.births);
      else for (let birth = 0; birth < who.births; birth++) added[first + birth] = bound(said + (written[birth] as number)) - (alone[birth] as number);
    }
    return added;
  }

  /** A bound of all where names and birthday weigh at most `name`: by bucket, birth, marks and garments, and the most that all else can say. */
  quick(row: number, name: number): number {
    const { body: bodies, marks, clothing, buckets: { bucketOf, who, sexes, leads, placeOf } } = this.groups;
    const [bucket, birth, lead] = [bucketOf[row] ?? 0, who.birthOf(who.codes[row] ?? 0), leadWidth * (placeOf[row] ?? 0)];
    const body = (this.#rest[this.#isTold(row)] as number) + (bodies[bucket] ?? 0) + (this.#age[birth] ?? 0) + (marks[leads[lead + marksAtLead] ?? 0] ?? 0) + (clothing[leads[lead + clothingAtLead] ?? 0] ?? 0);
    if (this.#marker === null) return body;
    return body + this.#readMost + Math.max(this.#readLeast, name + (this.#read[birth] ?? 0) + (this.#readSex[sexes[bucket] ?? 0] ?? 0));
  }

  /** The same for all places that a search touched, where names and birthday weigh `always` more than was met and less for what was not (`UnmetRoles`), into `reach`; returns the highest. */
  quickAll(always: number): number {
    const { kernel, count } = this.space;
    const { roleBits, disagreement } = kernel.columns;
    return kernel.boundTouched(count, this.#rest[0] as number, this.#rest[1] as number, this.#marker === null ? 0 : 1, always, this.#readMost, this.#readLeast, roleBits.byteOffset, disagreement.byteOffset);
  }

  /**
   * `quick` with what every kind says, the weight itself but for the error of what was read; -Infinity where it lies more
   * than `below` under `quick`. Kind by kind, the widest first, as long as the row can stay.
   */
  closer(row: number, name: number, below: number): number {
    const less = this.#lessThanQuick(row, this.groups.buckets.bucketOf[row] ?? 0, below);
    return less > below ? -Infinity : this.quick(row, name) - less;
  }

  /** Of the places of `quickAll` those of which `closer` reaches `from`, in their order, into `looked`, with it in `reach`; returns how many. */
  lookCloser(from: number): number {
    const { touched, reach, looked, count, kernel: { columns: { touchedBuckets } } } = this.space;
    let kept = 0;
    for (let t = 0; t < count; t++) {
      const bound = reach[t] as number;
      if (bound < from) continue;
      const row = touched[t] as number;
      const less = this.#lessThanQuick(row, touchedBuckets[t] as number, bound - from);
      if (less > bound - from) continue;
      looked[kept] = row;
      reach[kept++] = bound - less;
    }
    return kept;
  }

  /** 1 where some thing says much of a row, otherwise 0. */
  #isTold(row: number): number {
    return ((this.groups.isTold[row >> 5] as number) >> (row & 31)) & 1;
  }

  /** By how much a row lies under its quick bound; where that is more than `below`, something above it. */
  #lessThanQuick(row: number, bucket: number, below: number): number {
    const { looks, looksMost, others, buckets: { weeks, sexes, rows, placeOf } } = this.groups;
    const at = rowWidth * (placeOf[row] as number);
    let less = (this.#seenMost[weeks[bucket] as number] as number) - (this.#seen[rows[at + seenAtRow] as number] as number) + looksMost - (looks[rows[at + lookAtRow] as number] as number);
    const isTold = this.#isTold(row) === 1;
    for (let k = 0; k < others.length; k++) {
      if (less > below) return less;
      const { table, column, most, cap } = others[k] as Telling;
      less += (isTold ? most : cap) - (table[rows[at + column] as number] as number);
    }
    const height = this.#height;
    if (height === null) return less;
    const sex = sexes[bucket] as number;
    return less + (this.#heightMost[sex] as number) - ((height[sex] as Float32Array)[rows[at + heightAtRow] as number] as number);
  }
}

/** Sums in another order, of tables in single precision. */
const roundingSlack = 1e-3;
