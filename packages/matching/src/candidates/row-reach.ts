import type { Codes } from '../weigh/coded-rows.ts';
import { highest } from '../weigh/highest.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import { heightAtRow, rowWidth, seenAtRow, weekBounds } from './buckets.ts';
import { slack, type GroupBounds, type Telling } from './group-bounds.ts';
import { groupBits } from './who-codes.ts';

/** For one individual whether the row of a report can weigh so much besides the name: never too strict. */
export class RowReach {
  readonly #groups: GroupBounds;
  readonly #rows: Codes;
  readonly #tables: RemainsTables;
  readonly #seenMost: Float32Array;
  readonly #heightMost: readonly number[];
  /** The most that is said by who a report asks for, and that and looks together. */
  readonly whoMost: number;
  readonly most: number;
  readonly #asked: { readonly least: number };

  /** @param asked - what a row must weigh at least, log10: it may rise. @param byName - by code of who what a name adds */
  constructor(tables: RemainsTables, groups: GroupBounds, { asked, byName }: { readonly asked: { readonly least: number }; readonly byName: Float64Array | undefined }) {
    this.#groups = groups;
    this.#asked = asked;
    this.#rows = groups.buckets.rows;
    this.#tables = tables;
    this.#seenMost = weekBounds(tables.seen, groups.buckets);
    this.#heightMost = tables.height?.map(highest) ?? [];
    this.whoMost = weighWhos(tables, groups, byName);
    this.most = slack + this.whoMost + groups.looksMost;
  }

  /** Whether the row at a place of the order of buckets can weigh as much as is asked for, of which its lead and bucket say so much. */
  reaches(at: number, bucket: number, said: number): boolean {
    const row = rowWidth * at;
    const [rows, least] = [this.#rows, this.#asked.least];
    const { others, buckets: { sexes, weeks } } = this.#groups;
    let sum = said;
    for (let kind = 0; kind < others.length; kind++) {
      const { table, column } = others[kind] as Telling;
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

  /** Whether one of the first `kind` kinds says much of the report at a place of the order of buckets. */
  tellsMuch(at: number, kind: number): boolean {
    for (let k = 0; k < kind; k++) {
      const { table, column, cap } = this.#groups.telling[k] as Telling;
      if ((table[this.#rows[rowWidth * at + column] as number] as number) > cap) return true;
    }
    return false;
  }
}

/** By code of who what birth and name say, into `whoWeights`, and the most by group of codes, into `groupWeights`; returns the most of all. */
function weighWhos({ age, birth }: RemainsTables, { buckets: { who }, kernel: { columns: { whoWeights, groupWeights } } }: GroupBounds, byName: Float64Array | undefined): number {
  let most = -Infinity;
  for (const roles of who.roles) {
    const first = who.of(0, roles);
    for (let code = 0; code < who.births; code++) {
      const weight = (byName === undefined ? 0 : (byName[first + code] as number)) + (age === null ? 0 : (age[code] as number)) + (birth === null ? 0 : (birth[code] as number));
      const group = (first + code) >> groupBits;
      whoWeights[first + code] = weight;
      if ((code & groupMask) === 0 || weight > (groupWeights[group] as number)) groupWeights[group] = weight;
      if (weight > most) most = weight;
    }
  }
  return most;
}

const groupMask = (1 << groupBits) - 1;
