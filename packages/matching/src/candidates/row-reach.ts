import type { Codes } from '../weigh/coded-rows.ts';
import { highest } from '../weigh/highest.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import { birthBits, heightAtRow, leadWidth, rowWidth, seenAtRow, weekBounds } from './buckets.ts';
import { muchTold, slack, type GroupBounds, type Telling } from './group-bounds.ts';

/** For one individual whether the row of a report can weigh so much besides the name: never too strict. */
export class RowReach {
  readonly #groups: GroupBounds;
  readonly #rows: Codes;
  readonly #leads: Codes;
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
    this.#leads = groups.buckets.leads;
    this.#tables = tables;
    this.#seenMost = weekBounds(tables.seen, groups.buckets);
    this.#heightMost = tables.height?.map(highest) ?? [];
    this.birthMost = mostByBirth(tables, groups.buckets.birthCodes);
    this.most = slack + this.birthMost + groups.looksMost;
  }

  /** The first place from `at` up to `end` in the order of buckets, all of one bucket, whose row can weigh as much as is asked for; `end` where none can. */
  next(at: number, end: number, bucket: number): number {
    const [leads, asked, { looks, body }] = [this.#leads, this.#asked, this.#groups];
    const most = slack + (body[bucket] as number) + this.things;
    for (let place = at; place < end; place++) {
      const lead = leadWidth * place;
      if (most + (birthWeights[leads[lead] as number] as number) + (looks[leads[lead + 1] as number] as number) >= asked.least && this.#reaches(place, bucket)) return place;
    }
    return end;
  }

  /** The same of everything that a row says. */
  #reaches(at: number, bucket: number): boolean {
    const [row, lead] = [rowWidth * at, leadWidth * at];
    const [rows, leads, least] = [this.#rows, this.#leads, this.#asked.least];
    const { body, looks, telling, buckets: { sexes, weeks } } = this.#groups;
    let sum = slack + (body[bucket] as number) + (birthWeights[leads[lead] as number] as number) + (looks[leads[lead + 1] as number] as number);
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
