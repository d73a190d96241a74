import { highest } from '../weigh/highest.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import { needSteps } from './candidate-space.ts';
import { boundBuckets, holderWidth, tellingAtRow, tellingKinds, weekBounds, type Buckets, type CodedRows } from './buckets.ts';

/** A thousandth for the rounding of tables in single precision. */
export const slack = 1e-3;
/** What says more than this (log10) is looked up by what it is; by chance at most one report in ten has it. */
export const muchTold = 1;

/** One kind of which few codes say much: its weights, the codes that do, the most telling first, and the most that any other says. */
export interface Telling {
  readonly table: Float32Array;
  readonly told: readonly number[];
  readonly cap: number;
  /** The most that any code says. */
  readonly most: number;
  readonly rows: CodedRows;
  /** Where in a row of the buckets its code stands. */
  readonly column: number;
}

export interface NeedsOptions {
  /** What names say beyond the words that are looked up, log10. */
  readonly always: number;
  /** The most that a marker says beyond names and birth, and the least of these (`RowBounds`). */
  readonly readMost: number;
  readonly readLeast: number;
}

/** What words and day of birth must say at least so that a report can reach a floor, in parts of `needSteps`: the sum by its bucket and its birth. */
export interface Needs {
  readonly byBucket: Int16Array;
  readonly byBirth: Int16Array;
}

/**
 * Bounds of what all but names say for many reports at once, for one individual after another, log10: by bucket and birth.
 * Reports of which a mark, a garment, a tooth or a number says much are looked up and marked; the bounds hold for all
 * others. Never below the weight itself.
 */
export class GroupBounds {
  readonly buckets: Buckets;
  /** By bucket: sex with the most of height, place, week. */
  readonly body: Float32Array;
  bodyMost = 0;
  /** One bit for each report of which some thing says much. */
  readonly isTold: Int32Array;
  /** What kinds say that are not looked up, and what is little told of those that are. */
  #rest = 0;
  telling: readonly Telling[] = [];
  /** By code of looks what service, hair and eyes say together, and the most of it. */
  readonly looks: Float64Array;
  looksMost = 0;
  readonly #needs: Needs;
  #tables: RemainsTables | null = null;

  constructor(buckets: Buckets) {
    this.buckets = buckets;
    this.body = new Float32Array(buckets.count);
    this.isTold = new Int32Array((buckets.order.length >> 5) + 1);
    this.looks = new Float64Array(buckets.looks.hair.length);
    this.#needs = { byBucket: new Int16Array(buckets.count), byBirth: new Int16Array(buckets.birthCodes) };
  }

  /** Takes the tables of an individual; bounds are of these from now on. */
  open(tables: RemainsTables): void {
    const { buckets } = this;
    this.#tables = tables;
    const ofSex = (sex: 0 | 1 | 2): number => (tables.sex?.[sex] ?? 0) + highest(tables.height?.[sex] ?? null);
    this.bodyMost = boundBuckets(buckets, { place: tables.place, bySex: [ofSex(0), ofSex(1), ofSex(2)], byWeek: weekBounds(tables.seen, buckets), into: this.body });
    this.telling = tellingKinds.flatMap((kind, k) => {
      const table = tables[kind];
      return table === null ? [] : [{ table, ...toldBy(table), most: highest(table), rows: buckets.telling[kind], column: tellingAtRow + k }];
    });
    this.looksMost = this.#lookAt(tables);
    this.#rest = slack + this.looksMost + this.little;
    this.#markTold();
  }

  /** The most that things say of a report that is not marked. */
  get little(): number {
    return this.telling.reduce((sum, { cap }) => sum + cap, 0);
  }

  #lookAt({ military, hair, eyes }: RemainsTables): number {
    const { looks, buckets: { looks: codes } } = this;
    let most = 0;
    for (let look = 0; look < looks.length; look++) {
      const weight = (military === null ? 0 : (military[codes.military[look] as number] as number)) + (hair === null ? 0 : (hair[codes.hair[look] as number] as number)) + (eyes === null ? 0 : (eyes[codes.eyes[look] as number] as number));
      looks[look] = weight;
      if (weight > most) most = weight;
    }
    return most;
  }

  #markTold(): void {
    const { isTold } = this;
    isTold.fill(0);
    for (const { told, rows: { holders, starts } } of this.telling) {
      for (const code of told) {
        for (let h = holderWidth * (starts[code] as number); h < holderWidth * (starts[code + 1] as number); h += holderWidth) {
          const report = holders[h + 2] as number;
          isTold[report >> 5] = (isTold[report >> 5] as number) | (1 << (report & 31));
        }
      }
    }
  }

  /** What words must say of a report that is not marked so that it can reach the floor. Holds until it is asked for the next floor. */
  needs(floor: number, { always, readMost, readLeast }: NeedsOptions): Needs {
    const { body, buckets: { sexes } } = this;
    const { byBucket, byBirth } = this.#needs;
    const { age = null, marker = null } = this.#tables ?? {};
    const read = marker?.written ?? null;
    const silent = readLeast + highest(age);
    for (let birth = 0; birth < byBirth.length; birth++) byBirth[birth] = inSteps(-(age === null ? 0 : (age[birth] as number)) - (read === null ? 0 : (read[birth] as number)));
    for (let b = 0; b < byBucket.length; b++) {
      const lacking = floor - (body[b] as number) - this.#rest - readMost;
      // Where some could reach it without a name, all are looked at.
      byBucket[b] = lacking <= silent ? leastNeed : inSteps(lacking - always - (marker === null ? 0 : marker.sex[sexes[b] as 0 | 1 | 2]));
    }
    return this.#needs;
  }
}

/** Every word says more. */
const leastNeed = -0x4000;

/** What must be said, rounded down to whole steps; what no name says stays so. */
function inSteps(need: number): number {
  return Math.max(leastNeed, Math.min(0x4000 - 1, Math.floor(needSteps * need)));
}

/** Tables that many individuals share are looked through once. */
const toldKnown = new WeakMap<Float32Array, Pick<Telling, 'told' | 'cap'>>();

function toldBy(table: Float32Array): Pick<Telling, 'told' | 'cap'> {
  const known = toldKnown.get(table);
  if (known !== undefined) return known;
  const told: number[] = [];
  let cap = 0;
  for (let code = 0; code < table.length; code++) {
    const weight = table[code] as number;
    if (weight > muchTold) told.push(code);
    else if (weight > cap) cap = weight;
  }
  told.sort((a, b) => (table[b] ?? 0) - (table[a] ?? 0) || a - b);
  const made = { told, cap };
  toldKnown.set(table, made);
  return made;
}
