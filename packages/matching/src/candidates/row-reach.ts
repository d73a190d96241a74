import type { Codes } from '../weigh/coded-rows.ts';
import { highest } from '../weigh/highest.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import { birthAtRow, birthBits, heightAtRow, lookAtRow, rowWidth, seenAtRow, weekBounds } from './buckets.ts';
import { muchTold, slack, type GroupBounds, type Telling } from './group-bounds.ts';

/** For one individual whether the row of a report can weigh so much besides the name: never too strict. */
export class RowReach {
  readonly #groups: GroupBounds;
  readonly #rows: Codes;
  readonly #tables: RemainsTables;
  readonly #seenMost: Float32Array;
  readonly #heightMost: readonly number[];
  /** The most that births say, and births and looks together. */
  readonly birthMost: number;
  readonly most: number;
  readonly #asked: { readonly least: number };
  /** The most that things can say of the rows that are looked at. */
  things = 0;

  /** @param asked - what a row must weigh at least, log10: it may rise */
  constructor(tables: RemainsTables, groups: GroupBounds, asked: { readonly least: number }) {
    this.#groups = groups;
    this.#asked = asked;
    this.#rows = groups.buckets.rows;
    this.#tables = tables;
    this.#seenMost = weekBounds(tables.seen, groups.buckets);
    this.#heightMost = tables.height?.map(highest) ?? [];
    this.birthMost = mostByBirth(tables, groups.buckets.birthCodes);
    this.most = slack + this.birthMost + groups.looksMost;
  }

  /** Whether the row at a place of the order of buckets can weigh as much as is asked for. */
  canReach(at: number, bucket: number): boolean {
    const row = rowWidth * at;
    const [rows, least] = [this.#rows, this.#asked.least];
    const { body, looks, telling, buckets: { sexes, weeks } } = this.#groups;
    let sum = slack + (body[bucket] as number) + (birthWeights[rows[row + birthAtRow] as number] as number) + (looks[rows[row + lookAtRow] as number] as number);
    if (sum + this.things < least) return false;
    for (let kind = 0; kind < telling.length; kind++) {
      const { table, column } = telling[kind] as Telling;
      sum += table[rows[row + column] as number] as number;
    }
    if (sum < least) return false;
    // What the bound of the bucket holds of height and of the week, as exactly as the row says it.
    const { height, seen } = this.#tables;
    if (seen !== null) sum += (seen[rows[row + seenAtRow] as number] as number) - (this.#seenMost[weeks[bucket] as number] as number);
    if (height === null) return sum >= least;
    const sex = sexes[bucket] as 0 | 1 | 2;
    return sum + (height[sex][rows[row + heightAtRow] as number] as number) - (this.#heightMost[sex] as number) >= least;
  }

  /** The most that a group of births says. */
  ofGroup(births: number): number {
    return groupWeights[births] as number;
  }

  /** Whether one of the kinds before `kind` says much of the report at a place of the order of buckets. */
  tellsMuch(at: number, kind: number): boolean {
    for (let k = 0; k < kind; k++) {
      const { table, column } = this.#groups.telling[k] as Telling;
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
