import { highest } from '../weigh/highest.ts';
import { weightBesidesName } from '../weigh/add-up.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import type { Codes } from '../weigh/coded-rows.ts';
import { birthAtRow, birthBits, heightAtRow, lookAtRow, rowWidth, type Looks } from './buckets.ts';
import { muchTold, slack, type GroupBounds, type Telling } from './group-bounds.ts';

export interface BucketSearch {
  /** Opened for the tables of the individual. */
  readonly groups: GroupBounds;
  readonly most: number;
  /** log10. */
  readonly atLeast?: number;
}

/**
 * The reports with the highest weights besides the name, best first and of equal ones in the order of the list, exactly,
 * as far as they reach `atLeast`: first those of which some thing says much, which are looked up; then by buckets from the
 * highest bound down, and none whose bound lies below the last of the best so far. Inside a bucket birth, looks, marks,
 * garments, teeth and numbers rule most reports out.
 */
export function searchBuckets(tables: RemainsTables, columns: ReportColumns, { groups, most, atLeast = -Infinity }: BucketSearch): number[] {
  const best = new Best(most, atLeast);
  const rows = new RowReach(tables, groups);
  const weigh = (report: number): void => { best.put(report, weightBesidesName(tables, columns, report)); };
  visitTold(groups, rows, { best, weigh });
  visitBuckets(groups, rows, { best, weigh });
  return best.reports;
}

interface Visitor {
  readonly best: Best;
  readonly weigh: (report: number) => void;
}

/** Comes to the reports of which a kind that is looked up says much, once each. */
function visitTold({ body, telling, buckets: { bucketAt, order } }: GroupBounds, rows: RowReach, { best, weigh }: Visitor): void {
  const allThings = telling.reduce((sum, { table }) => sum + highest(table), 0);
  for (let kind = 0; kind < telling.length; kind++) {
    const { table, told, rows: { rows: places, starts } } = telling[kind] as Telling;
    const others = rows.most + allThings - highest(table);
    for (const code of told) {
      const most = others + (table[code] as number);
      for (let r = starts[code] as number; r < (starts[code + 1] as number); r++) {
        const at = places[r] as number;
        const bucket = bucketAt[at] as number;
        if ((body[bucket] as number) + most < best.least) continue;
        if (rows.reach(at, bucket) >= best.least && !rows.tellsMuch(at, kind)) weigh(order[at] as number);
      }
    }
  }
}

/** How far below the highest bound buckets are looked at, step by step; sorting them all would cost more. */
const depths = [0.5, 1, 2, 3, 5, Infinity];

/** Comes to all others that can be among the best. */
function visitBuckets({ body, bodyMost, isTold, little, buckets: { groups, births, starts, order } }: GroupBounds, rows: RowReach, { best, weigh }: Visitor): void {
  if (alive.length < body.length) alive = new Int32Array(body.length);
  const besidesBirth = little + rows.most - rows.birthMost;
  const most = little + rows.most;
  let count = 0;
  for (let b = 0; b < body.length; b++) if ((body[b] as number) + most >= best.least) alive[count++] = b;
  let above = Infinity;
  for (const depth of depths) {
    if (count === 0 || above + most < best.least) break;
    const from = bodyMost - depth;
    for (let k = 0; k < count; k++) {
      const bucket = alive[k] as number;
      const bound = body[bucket] as number;
      if (bound < from || bound >= above || bound + most < best.least) continue;
      for (let g = groups[bucket] as number; g < (groups[bucket + 1] as number); g++) {
        if (bound + besidesBirth + (groupWeights[births[g] as number] as number) < best.least) continue;
        const end = starts[g + 1] as number;
        for (let at = starts[g] as number; at < end; at++) {
          if (rows.reach(at, bucket) < best.least) continue;
          const report = order[at] as number;
          if (((isTold[report >> 5] as number) & (1 << (report & 31))) === 0) weigh(report);
        }
      }
    }
    above = from;
  }
}

/** Used again by each search. */
let alive = new Int32Array();

/** For one individual what the row of a report weighs at most: all but the name, the day last seen by its week. log10. */
class RowReach {
  readonly #body: Float32Array;
  readonly #rows: Codes;
  readonly #sexes: Uint8Array;
  readonly #things: readonly Telling[];
  /** By sex of the report what each height weighs less than the highest, which is in the bound of the bucket. */
  readonly #height: readonly Float32Array[] | null;
  readonly #heightMost: readonly number[];
  /** The most that births say, and births and looks together. */
  readonly birthMost: number;
  readonly most: number;

  constructor(tables: RemainsTables, { body, telling, buckets: { rows, sexes, looks, birthCodes } }: GroupBounds) {
    this.#body = body;
    this.#rows = rows;
    this.#sexes = sexes;
    this.#things = telling;
    this.#height = tables.height;
    this.#heightMost = tables.height?.map(highest) ?? [];
    this.birthMost = mostByBirth(tables, birthCodes);
    this.most = slack + this.birthMost + mostByLook(tables, looks);
  }

  /** @param at - place in the order of buckets */
  reach(at: number, bucket: number): number {
    const row = rowWidth * at;
    const rows = this.#rows;
    const things = this.#things;
    let sum = slack + (this.#body[bucket] as number) + (birthWeights[rows[row + birthAtRow] as number] as number) + (lookWeights[rows[row + lookAtRow] as number] as number);
    for (let kind = 0; kind < things.length; kind++) {
      const { table, column } = things[kind] as Telling;
      sum += table[rows[row + column] as number] as number;
    }
    const height = this.#height;
    if (height === null) return sum;
    const sex = this.#sexes[bucket] as number;
    return sum - (this.#heightMost[sex] as number) + ((height[sex] as Float32Array)[rows[row + heightAtRow] as number] as number);
  }

  /** Whether one of the kinds before `kind` says much of the report at a place of the order of buckets. */
  tellsMuch(at: number, kind: number): boolean {
    for (let k = 0; k < kind; k++) {
      const { table, column } = this.#things[k] as Telling;
      if ((table[this.#rows[rowWidth * at + column] as number] as number) > muchTold) return true;
    }
    return false;
  }
}

/** By code of birth what is said of it, into `birthWeights`, and the most by group of codes, into `groupWeights`; returns the most of all. */
function mostByBirth({ age, birth }: RemainsTables, codes: number): number {
  groupWeights.fill(-Infinity, 0, 1 + (codes >> birthBits));
  let most = 0;
  for (let code = 0; code < codes; code++) {
    const weight = (age === null ? 0 : (age[code] as number)) + (birth === null ? 0 : (birth[code] as number));
    const group = code >> birthBits;
    birthWeights[code] = weight;
    if (weight > (groupWeights[group] as number)) groupWeights[group] = weight;
    if (weight > most) most = weight;
  }
  return most;
}

/** Codes of birth have 15 bits. */
const birthWeights = new Float64Array(1 << 15);
const groupWeights = new Float64Array(1 << (15 - birthBits));

/** What service, hair and eyes say together, into `lookWeights`; returns the most. */
function mostByLook({ military, hair, eyes }: RemainsTables, looks: Looks): number {
  let most = -Infinity;
  for (let look = 0; look < looks.hair.length; look++) {
    const weight = (military?.[looks.military[look] as number] ?? 0) + (hair?.[looks.hair[look] as number] ?? 0) + (eyes?.[looks.eyes[look] as number] ?? 0);
    lookWeights[look] = weight;
    if (weight > most) most = weight;
  }
  return most;
}

const lookWeights = new Float64Array(1 << 16);

/** The best reports found so far. */
class Best {
  readonly #most: number;
  readonly #found: { readonly report: number; readonly weight: number }[] = [];
  /** What a report must weigh to be kept. */
  least: number;

  constructor(most: number, least: number) {
    this.#most = most;
    this.least = least;
  }

  put(report: number, weight: number): void {
    if (weight < this.least) return;
    const found = this.#found;
    let at = found.length;
    for (let before = found[at - 1]; before !== undefined && (weight > before.weight || (weight === before.weight && report < before.report)); before = found[at - 1]) at--;
    if (at >= this.#most) return;
    found.splice(at, 0, { report, weight });
    if (found.length > this.#most) found.pop();
    if (found.length >= this.#most) this.least = found.at(-1)?.weight ?? this.least;
  }

  get reports(): number[] {
    return this.#found.map(({ report }) => report);
  }
}
