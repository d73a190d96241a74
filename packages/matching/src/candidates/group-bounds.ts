import type { RemainsTables } from '../weigh/remains-tables.ts';
import { highest } from '../weigh/report-rows.ts';
import { needSteps } from './candidate-space.ts';
import { birthBits, boundBuckets, tellingKinds, weekBounds, type Buckets, type CodedRows } from './buckets.ts';

/** A thousandth for the rounding of tables in single precision. */
const slack = 1e-3;
/** What says more than this (log10) is looked up by what it is; by chance at most one report in ten has it. */
const muchTold = 1;
/** More is not told apart. */
const mostNeeded = 255;

/** One kind of which few codes say much: its weights, the codes that do, the most telling first, and the most that any other says. */
interface Telling {
  readonly table: Float32Array;
  readonly told: readonly number[];
  readonly cap: number;
  readonly rows: CodedRows;
}

export interface NeedsOptions {
  /** What names say beyond the words that are looked up, log10. */
  readonly always: number;
  /** Needs above this are asked for by few words. */
  readonly fewSay: number;
  /** The most that a marker says beyond names and birth, and the least of these (`RowBounds`). */
  readonly readMost: number;
  readonly readLeast: number;
}

/**
 * Bounds of what all but names say for groups of reports, for one individual after another, log10: by bucket and birth,
 * and by the marks, garments, teeth and numbers that say much, which are looked up. Never below the weight itself.
 */
export class GroupBounds {
  readonly buckets: Buckets;
  /** By bucket: sex with the most of height, place, week. */
  readonly body: Float32Array;
  #bodyMost = 0;
  /** By group what things that say much add; the groups where it is not 0. */
  readonly #extra: Float32Array;
  readonly #extraGroups: number[] = [];
  /** The most of it in each bucket. */
  readonly #extraIn: Float32Array;
  readonly #stamps: Int32Array;
  #stamp = 0;
  /** What kinds say that are not looked up, and what is little told of those that are. */
  #rest = 0;
  #telling: readonly Telling[] = [];
  readonly #needs: Uint8Array;
  /** Used again by each visit. */
  readonly #alive: Int32Array;
  #tables: RemainsTables | null = null;

  constructor(buckets: Buckets) {
    this.buckets = buckets;
    this.body = new Float32Array(buckets.count);
    this.#extra = new Float32Array(buckets.births.length);
    this.#extraIn = new Float32Array(buckets.count);
    this.#stamps = new Int32Array(buckets.births.length);
    this.#needs = new Uint8Array(buckets.births.length);
    this.#alive = new Int32Array(buckets.count);
  }

  /** Takes the tables of an individual; bounds are of these from now on. */
  open(tables: RemainsTables): void {
    const { buckets } = this;
    this.#tables = tables;
    const ofSex = (sex: 0 | 1 | 2): number => (tables.sex?.[sex] ?? 0) + highest(tables.height?.[sex] ?? null);
    this.#bodyMost = boundBuckets(buckets, { place: tables.place, bySex: [ofSex(0), ofSex(1), ofSex(2)], byWeek: weekBounds(tables.seen, buckets), into: this.body });
    this.#telling = tellingKinds.flatMap((kind) => {
      const table = tables[kind];
      return table === null ? [] : [{ table, ...toldBy(table), rows: buckets.telling[kind] }];
    });
    this.#rest = slack + highest(tables.military) + highest(tables.hair) + highest(tables.eyes) + this.#telling.reduce((sum, { cap }) => sum + cap, 0);
    this.#addTold();
  }

  /** Adds to the group of each report of which a thing says much what it says beyond the others of its kind. */
  #addTold(): void {
    const { bucketOfGroup } = this.buckets;
    const [extra, extraIn, stamps, groups] = [this.#extra, this.#extraIn, this.#stamps, this.#extraGroups];
    for (const group of groups) {
      extra[group] = 0;
      extraIn[bucketOfGroup[group] as number] = 0;
    }
    groups.length = 0;
    for (const { table, told, cap, rows: { groups: holding, starts } } of this.#telling) {
      this.#stamp++;
      for (const code of told) {
        const more = (table[code] as number) - cap;
        for (let r = starts[code] as number; r < (starts[code + 1] as number); r++) {
          const group = holding[r] as number;
          // The most telling come first.
          if (stamps[group] === this.#stamp) continue;
          stamps[group] = this.#stamp;
          if (extra[group] === 0) groups.push(group);
          extra[group] = (extra[group] as number) + more;
        }
      }
    }
    for (const group of groups) {
      const bucket = bucketOfGroup[group] as number;
      if ((extra[group] as number) > (extraIn[bucket] as number)) extraIn[bucket] = extra[group] as number;
    }
  }

  /**
   * By group how much the words of a name and the day of birth must say at least so that a report of it can reach the
   * floor, rounded down to parts of `needSteps`; 255 and more as this. In buckets of which every report needs more than
   * `fewSay` it is that of the bucket.
   */
  needs(floor: number, { always, fewSay, readMost, readLeast }: NeedsOptions): Uint8Array {
    const { buckets: { count, groups, births, sexes } } = this;
    const [needs, body, extra, extraIn] = [this.#needs, this.body, this.#extra, this.#extraIn];
    const { age = null, marker = null } = this.#tables ?? {};
    const silent = mostByBirth(age, null, ageMost) + readLeast;
    const spoken = mostByBirth(age, marker?.written ?? null, readMostOf);
    for (let b = 0; b < count; b++) {
      const [from, to] = [groups[b] as number, groups[b + 1] as number];
      const said = always + (marker?.sex[sexes[b] as 0 | 1 | 2] ?? 0);
      const lacking = floor - (body[b] as number) - this.#rest - readMost;
      const least = lacking - (extraIn[b] as number);
      if (least > silent && least - spoken - said > fewSay) {
        needs.fill(inSteps(least - spoken - said), from, to);
        continue;
      }
      for (let g = from; g < to; g++) {
        const short = lacking - (extra[g] as number);
        const birth = births[g] as number;
        needs[g] = short <= (ageMost[birth] as number) + readLeast ? 0 : inSteps(short - (readMostOf[birth] as number) - said);
      }
    }
    return needs;
  }

  /**
   * Comes to every report of which all but the name can weigh as much as `least()` says, by buckets from the highest bound
   * down, with a bound of it without birth and without the kinds that are looked up.
   */
  visit(least: () => number, consider: (at: number, bound: number) => void): void {
    const { groups, births, starts } = this.buckets;
    const [body, extra, extraIn, alive] = [this.body, this.#extra, this.#extraIn, this.#alive];
    const birthMost = mostByBirth(this.#tables?.age ?? null, this.#tables?.birth ?? null, ageMost);
    const little = this.#telling.reduce((sum, { cap }) => sum + cap, 0);
    const most = this.#rest + birthMost;
    const count = this.#keepAlive(least() - most);
    let above = Infinity;
    for (const depth of depths) {
      const from = this.#bodyMost - depth;
      const needed = least();
      for (let k = 0; k < count; k++) {
        const b = alive[k] as number;
        const bound = body[b] as number;
        if (bound < from || bound >= above || bound + most + (extraIn[b] as number) < needed) continue;
        const besides = bound + this.#rest;
        for (let g = groups[b] as number; g < (groups[b + 1] as number); g++) {
          if (besides + (ageMost[births[g] as number] as number) + (extra[g] as number) < least()) continue;
          for (let at = starts[g] as number; at < (starts[g + 1] as number); at++) consider(at, besides - little);
        }
      }
      above = from;
    }
  }

  /** The buckets that reach so much without birth and what no group says more of, into `#alive`; returns how many. */
  #keepAlive(least: number): number {
    const [body, extraIn, alive] = [this.body, this.#extraIn, this.#alive];
    let kept = 0;
    for (let b = 0; b < body.length; b++) if ((body[b] as number) + (extraIn[b] as number) >= least) alive[kept++] = b;
    return kept;
  }

  /** What the kinds that are looked up say for the report at a place of the order of buckets. */
  told(at: number): number {
    let sum = 0;
    for (const { table, rows: { codes } } of this.#telling) sum += table[codes[at] as number] as number;
    return sum;
  }
}

/** What a name needs, rounded down to whole steps. */
function inSteps(need: number): number {
  const steps = needSteps * need;
  return steps <= 0 ? 0 : steps >= mostNeeded ? mostNeeded : Math.floor(steps);
}

/** How far below the highest bound buckets are looked at, step by step; sorting them all would cost more. */
const depths = [0.5, 1, 2, 3, 5, Infinity];

/** By group of codes of birth the most that two tables say together, into `into`; returns the most of all. */
function mostByBirth(one: Float32Array | null, other: Float32Array | null, into: Float64Array): number {
  const length = Math.max(1, one?.length ?? 0, other?.length ?? 0);
  // Reports without a birth stand under code 0, which says nothing.
  into.fill(one === null && other === null ? 0 : -Infinity);
  let most = 0;
  for (let code = 0; code < length; code++) {
    const weight = (one === null ? 0 : (one[code] ?? 0)) + (other === null ? 0 : (other[code] ?? 0));
    const group = code >> birthBits;
    if (weight > (into[group] as number)) into[group] = weight;
    if (weight > most) most = weight;
  }
  return most;
}

/** Used again by each search. Codes of birth have 15 bits. */
const [ageMost, readMostOf] = [new Float64Array(1 << (15 - birthBits)), new Float64Array(1 << (15 - birthBits))];

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
