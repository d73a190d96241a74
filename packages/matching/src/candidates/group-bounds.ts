import { highest } from '../weigh/highest.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import { boundBuckets, holderWidth, leadingKinds, tellingAtRow, tellingKinds, weekBounds, type Buckets, type CodedRows } from './buckets.ts';

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
  /** Whether it is one of `leadingKinds`. */
  readonly isLeading: boolean;
}

/** What is said besides words and days, log10: of one report the sum by its bucket, code of who, marks and garments. */
export interface Besides {
  readonly byBucket: Float32Array;
  readonly byWho: Float64Array;
  readonly byMarks: Float32Array;
  readonly byClothing: Float32Array;
}

/**
 * Bounds of what all but names say for many reports at once, for one individual after another, log10: by bucket, who
 * is asked for, marks and garments. Reports of which another thing says much are marked; the bounds hold for all others. Never below the
 * weight itself.
 */
export class GroupBounds {
  readonly buckets: Buckets;
  /** By bucket: sex with the most of height, place, week. */
  readonly body: Float32Array;
  bodyMost = 0;
  /** One bit for each report of which a thing that is not asked of each says much. */
  readonly isTold: Int32Array;
  #isAnyTold = false;
  telling: readonly Telling[] = [];
  /** Those of them that are not asked of each report. */
  others: readonly Telling[] = [];
  /** By code what marks and garments say. */
  marks: Float32Array;
  clothing: Float32Array;
  /** By code of looks what service, hair and eyes say together, and the most of it. */
  readonly looks: Float64Array;
  looksMost = 0;
  /** Kinds of which nothing was found. */
  readonly #silent: Readonly<Record<(typeof leadingKinds)[number], Float32Array>>;
  readonly #besides: Pick<Besides, 'byBucket' | 'byWho'>;

  constructor(buckets: Buckets) {
    this.buckets = buckets;
    this.body = new Float32Array(buckets.count);
    this.isTold = new Int32Array((buckets.order.length >> 5) + 1);
    this.looks = new Float64Array(buckets.looks.hair.length);
    this.#besides = { byBucket: new Float32Array(buckets.count), byWho: new Float64Array(buckets.who.count) };
    const silent = ({ starts }: CodedRows): Float32Array => new Float32Array(starts.length - 1);
    this.#silent = { marks: silent(buckets.telling.marks), clothing: silent(buckets.telling.clothing) };
    [this.marks, this.clothing] = [this.#silent.marks, this.#silent.clothing];
  }

  /** Takes the tables of an individual; bounds are of these from now on. @param readSex - by sex of the report what was read says of it */
  open(tables: RemainsTables, readSex: ArrayLike<number> = nothingRead): void {
    const { buckets } = this;
    const ofSex = (sex: 0 | 1 | 2): number => (tables.sex?.[sex] ?? 0) + highest(tables.height?.[sex] ?? null);
    this.bodyMost = boundBuckets(buckets, { place: tables.place, bySex: [ofSex(0), ofSex(1), ofSex(2)], byWeek: weekBounds(tables.seen, buckets), readSex, into: this.body, withRead: this.#besides.byBucket });
    this.telling = tellingKinds.flatMap((kind, k) => {
      const table = tables[kind];
      return table === null ? [] : [{ table, ...toldBy(table), most: highest(table), rows: buckets.telling[kind], column: tellingAtRow + k, isLeading: isLeading(kind) }];
    });
    this.others = this.telling.filter((one) => !one.isLeading);
    this.marks = tables.marks ?? this.#silent.marks;
    this.clothing = tables.clothing ?? this.#silent.clothing;
    this.looksMost = this.#lookAt(tables);
    this.#markTold();
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
    const { isTold, others } = this;
    if (this.#isAnyTold) isTold.fill(0);
    this.#isAnyTold = others.some(({ told }) => told.length > 0);
    for (const { told, rows: { holders, starts } } of others) {
      for (const code of told) {
        for (let h = holderWidth * (starts[code] as number); h < holderWidth * (starts[code + 1] as number); h += holderWidth) {
          const report = holders[h + 2] as number;
          isTold[report >> 5] = (isTold[report >> 5] as number) | (1 << (report & 31));
        }
      }
    }
  }

  /** What is said besides words and days. Holds until it is asked for the next individual. @param age - by birth, as what was `read` of it */
  besides(age: Float32Array, read: Float32Array): Besides {
    const { marks, clothing, buckets: { who } } = this;
    const { byBucket, byWho } = this.#besides;
    for (const roles of who.roles) {
      const first = who.of(0, roles);
      for (let birth = 0; birth < who.births; birth++) byWho[first + birth] = (age[birth] as number) + (read[birth] as number);
    }
    return { byBucket, byWho, byMarks: marks, byClothing: clothing };
  }
}

const nothingRead = [0, 0, 0] as const;

/** What kinds say at the most of a report of which none says much. */
export function capsOf(kinds: readonly Telling[]): number {
  return kinds.reduce((sum, { cap }) => sum + cap, 0);
}

/** What kinds say together at the most. */
export function mostOf(kinds: readonly Telling[]): number {
  return kinds.reduce((sum, { most }) => sum + most, 0);
}

function isLeading(kind: (typeof tellingKinds)[number]): boolean {
  return (leadingKinds as readonly string[]).includes(kind);
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
