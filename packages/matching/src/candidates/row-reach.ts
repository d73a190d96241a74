import type { Codes } from '../weigh/coded-rows.ts';
import { highest } from '../weigh/highest.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import { clothingAtLead, heightAtRow, holderWidth, leadAtHolder, leadWidth, lookAtLead, marksAtLead, rowWidth, seenAtRow, weekBounds, whoAtLead } from './buckets.ts';
import { slack, type GroupBounds, type Telling } from './group-bounds.ts';
import { groupBits, type WhoCodes } from './who-codes.ts';

/** For one individual whether the row of a report can weigh so much besides the name: never too strict. */
export class RowReach {
  readonly #groups: GroupBounds;
  readonly #rows: Codes;
  readonly #leads: Codes;
  readonly #tables: RemainsTables;
  readonly #seenMost: Float32Array;
  readonly #heightMost: readonly number[];
  /** The most that is said by who a report asks for, and that and looks together. */
  readonly whoMost: number;
  readonly most: number;
  readonly #asked: { readonly least: number };
  /** The most that things besides marks and garments can say of the rows that are looked at. */
  things = 0;

  /** @param asked - what a row must weigh at least, log10: it may rise. @param byName - by code of who what a name adds */
  constructor(tables: RemainsTables, groups: GroupBounds, { asked, byName }: { readonly asked: { readonly least: number }; readonly byName: Float64Array | undefined }) {
    this.#groups = groups;
    this.#asked = asked;
    this.#rows = groups.buckets.rows;
    this.#leads = groups.buckets.leads;
    this.#tables = tables;
    this.#seenMost = weekBounds(tables.seen, groups.buckets);
    this.#heightMost = tables.height?.map(highest) ?? [];
    this.whoMost = weighWhos(tables, groups.buckets.who, byName);
    this.most = slack + this.whoMost + groups.looksMost;
  }

  /** The first place from `at` up to `end` in the order of buckets, all of one bucket, whose row can weigh as much as is asked for; `end` where none can. */
  next(at: number, end: number, bucket: number): number {
    const [leads, { looks, body, marks, clothing }] = [this.#leads, this.#groups];
    const beside = slack + (body[bucket] as number);
    // What is asked rises only when a row was given back.
    const least = this.#asked.least - this.things;
    for (let place = at; place < end; place++) {
      const lead = leadWidth * place;
      const said = beside + (whoWeights[leads[lead + whoAtLead] as number] as number) + (looks[leads[lead + lookAtLead] as number] as number) + (marks[leads[lead + marksAtLead] as number] as number) + (clothing[leads[lead + clothingAtLead] as number] as number);
      if (said >= least && this.#reaches(place, bucket, said)) return place;
    }
    return end;
  }

  /** From which of the holders `from` up to `to` on (`CodedRows`, by number) one can weigh as much; `to` where none can. */
  nextHolder(holders: Int32Array, from: number, to: number): number {
    const { looks, body, marks, clothing } = this.#groups;
    const least = this.#asked.least - this.things;
    for (let h = from; h < to; h++) {
      const holder = holderWidth * h;
      const lead = holder + leadAtHolder;
      const bucket = holders[holder + 1] as number;
      const said = slack + (body[bucket] as number) + (whoWeights[holders[lead + whoAtLead] as number] as number) + (looks[holders[lead + lookAtLead] as number] as number) + (marks[holders[lead + marksAtLead] as number] as number) + (clothing[holders[lead + clothingAtLead] as number] as number);
      if (said >= least && this.#reaches(holders[holder] as number, bucket, said)) return h;
    }
    return to;
  }

  /** The same of everything that a row says, of which so much is known. */
  #reaches(at: number, bucket: number, said: number): boolean {
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

  /** The most that a group of codes of who says. */
  ofGroup(whos: number): number {
    return groupWeights[whos] as number;
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
function weighWhos({ age, birth }: RemainsTables, who: WhoCodes, byName: Float64Array | undefined): number {
  if (whoWeights.length < who.count) [whoWeights, groupWeights] = [new Float64Array(who.count), new Float64Array(1 + (who.count >> groupBits))];
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

/** Used again by each search. */
let whoWeights = new Float64Array();
let groupWeights = new Float64Array();
