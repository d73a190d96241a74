import { highest } from '../weigh/highest.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import { leadingKinds, tellingAtRow, tellingKinds, weekBounds, type Buckets, type TellingKind } from './buckets.ts';
import { holderWidth, leadAtHolder, leadWidth, type SearchKernel } from './search-kernel.ts';

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
  /** Who has each code: of code c the holders (`holderWidth` numbers each) from `starts[c]` up to `starts[c + 1]`. */
  readonly starts: Int32Array;
  readonly holders: Int32Array;
  /** Where in a row of the buckets its code stands. */
  readonly column: number;
  /** Whether it is one of `leadingKinds`. */
  readonly isLeading: boolean;
}

/**
 * Bounds of what all but names say for many reports at once, for one individual after another, log10: by bucket, who
 * is asked for, marks and garments. Reports of which another thing says much are marked; the bounds hold for all others. Never below the
 * weight itself.
 */
export class GroupBounds {
  readonly buckets: Buckets;
  readonly kernel: SearchKernel;
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
  readonly marks: Float32Array;
  readonly clothing: Float32Array;
  /** By code of looks what service, hair and eyes say together, and the most of it. */
  readonly looks: Float64Array;
  looksMost = 0;
  readonly #holders: Readonly<Record<TellingKind, Int32Array>>;

  /** @param kernel - its columns of reports are laid out here */
  constructor(buckets: Buckets, kernel: SearchKernel) {
    this.buckets = buckets;
    this.kernel = kernel;
    const { columns } = kernel;
    columns.leads.set(buckets.leads);
    columns.groupStarts.set(buckets.starts);
    columns.groupWhos.set(buckets.whos);
    columns.bucketGroups.set(buckets.groups);
    columns.sexes.set(buckets.sexes);
    columns.bucketPlaces.set(buckets.places);
    columns.bucketWeeks.set(buckets.weeks);
    this.body = columns.body;
    this.isTold = columns.isTold;
    this.looks = columns.looks;
    this.marks = columns.marks;
    this.clothing = columns.clothing;
    const holdersOf = (kind: TellingKind): Int32Array => layOutHolders(buckets, kind, columns.holders);
    this.#holders = { numbers: holdersOf('numbers'), teeth: holdersOf('teeth'), belongings: holdersOf('belongings'), marks: holdersOf('marks'), clothing: holdersOf('clothing') };
  }

  /** Takes the tables of an individual; bounds are of these from now on. */
  open(tables: RemainsTables): void {
    const { buckets } = this;
    const ofSex = (sex: 0 | 1 | 2): number => (tables.sex?.[sex] ?? 0) + highest(tables.height?.[sex] ?? null);
    const { columns } = this.kernel;
    columns.bySex.set([ofSex(0), ofSex(1), ofSex(2)]);
    columns.readSex.set(tables.marker?.sex ?? nothingRead);
    take(columns.placeWeights, tables.place);
    take(columns.weekWeights, weekBounds(tables.seen, buckets));
    this.bodyMost = this.kernel.boundBuckets(buckets.count);
    this.telling = tellingKinds.flatMap((kind, k) => {
      const table = tables[kind];
      return table === null ? [] : [{ table, ...toldBy(table), most: highest(table), starts: buckets.telling[kind].starts, holders: this.#holders[kind], column: tellingAtRow + k, isLeading: isLeading(kind) }];
    });
    this.others = this.telling.filter((one) => !one.isLeading);
    take(this.marks, tables.marks);
    take(this.clothing, tables.clothing);
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
    for (const { told, holders, starts } of others) {
      for (const code of told) {
        for (let h = holderWidth * (starts[code] as number); h < holderWidth * (starts[code + 1] as number); h += holderWidth) {
          const report = holders[h + 2] as number;
          isTold[report >> 5] = (isTold[report >> 5] as number) | (1 << (report & 31));
        }
      }
    }
  }

  /** Begins what is said by code of who (`byWho`), before words speak against some. @param age - by birth, as what was `read` of it */
  beginWho(age: Float32Array, read: Float32Array): void {
    const { buckets: { who }, kernel: { columns: { byWho } } } = this;
    for (const roles of who.roles) {
      const first = who.of(0, roles);
      for (let birth = 0; birth < who.births; birth++) byWho[first + birth] = (age[birth] as number) + (read[birth] as number);
    }
  }
}

/** Takes what a table says of the codes that reports have, zeros of a kind of which nothing was found. */
function take(column: Float32Array, table: Float32Array | null): void {
  if (table === null) column.fill(0);
  else column.set(table.length > column.length ? table.subarray(0, column.length) : table);
}

/** The holders of one kind in their part of the column of all kinds. */
function layOutHolders({ telling, order, bucketOf, leads }: Buckets, kind: TellingKind, all: Int32Array): Int32Array {
  const { places } = telling[kind];
  const first = holderWidth * places.length * tellingKinds.indexOf(kind);
  const holders = all.subarray(first, first + holderWidth * places.length);
  for (let h = 0; h < places.length; h++) {
    const [at, to] = [places[h] as number, holderWidth * h];
    const report = order[at] as number;
    holders[to] = at;
    holders[to + 1] = bucketOf[report] as number;
    holders[to + 2] = report;
    for (let code = 0; code < leadWidth; code++) holders[to + leadAtHolder + code] = leads[leadWidth * at + code] as number;
  }
  return holders;
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
