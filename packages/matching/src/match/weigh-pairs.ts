import { findCandidates } from '../candidates/find-candidates.ts';
import { pairWeight } from '../weigh/add-up.ts';
import { birthdayEvidence, otherEvidence } from '../weigh/other-evidence.ts';
import { wordsWith } from './names-of-pair.ts';
import type { Matching } from './open-matching.ts';
import type { Range } from './ranges.ts';
import { restOfList } from './rest-of-list.ts';
import { passing } from '../evidence/room.ts';

/** Pairs of individuals and reports as columns; the pairs of one individual stand together. Weights are log10 LRs. */
export interface PairColumns {
  readonly remains: Int32Array;
  readonly report: Int32Array;
  /** Names and day of birth, as if the marker were surely right: what settings that are learned do not change. */
  readonly name: Float64Array;
  /** What the names say for a common household, whoever it is. */
  readonly household: Float64Array;
  readonly weight: Float64Array;
  /** Of each individual of the part, in order: the likelihood ratios of all reports that are not among its pairs, added up (`restOfList`). */
  readonly rest: Float64Array;
}

/** Finds and weighs the candidates of the individuals from `from` up to `to`. */
export function weighPairs(matching: Matching, { from, to }: Range): PairColumns {
  const { remains, index, space, limits, tablesAt, nameWeigher, missing, foundNames, settings } = matching;
  const found = new GrowingPairs((to - from) * Math.min(limits.most, missing.length));
  const rest = new Float64Array(to - from);
  // All names first: one after the other they are prepared about twice as fast as each before its own search.
  for (let i = from; i < to; i++) foundNames.nameAt(i);
  for (let i = from; i < to; i++) {
    const own = tablesAt(i);
    if (own === null) continue;
    const birth = remains.at(i)?.birth ?? null;
    const name = wordsWith(matching, i);
    const candidates = findCandidates(foundNames.nameAt(i), { ...otherEvidence(own, matching), ...birthdayEvidence(birth, matching), name }, { index, space, limits });
    rest[i - from] = restOfList(matching, i, { tables: own, candidates: candidates.map(({ place }) => place) });
    for (const { place, name: weight, total } of candidates) {
      found.add(i, place, { name: weight, household: nameWeigher.household(i, place, settings.relativesOneFather), total });
    }
  }
  return { ...found.columns(), rest };
}

/** The same pairs of the individuals from `from` on under the settings of `matching`. */
export function weighAgain(matching: Matching, pairs: Omit<PairColumns, 'weight'>, { from }: Pick<Range, 'from'>): PairColumns {
  const { remains, report } = pairs;
  const [weight, rest] = [new Float64Array(remains.length), new Float64Array(pairs.rest.length)];
  for (let start = 0, end = 0; start < remains.length; start = end) {
    const i = remains[start] ?? 0;
    while (end < remains.length && remains[end] === i) end++;
    const tables = matching.tablesAt(i);
    for (let p = start; p < end; p++) {
      const name = pairs.name[p] ?? 0;
      weight[p] = tables === null ? name : pairWeight(tables, matching.columns, { report: report[p] ?? 0, name });
    }
    if (tables !== null) rest[i - from] = restOfList(matching, i, { tables, candidates: report.subarray(start, end) });
  }
  return { ...pairs, weight, rest };
}

/** The pairs of several parts as one, in their order. */
export function joinColumns(parts: readonly PairColumns[]): PairColumns {
  const numbers = (column: 'name' | 'household' | 'weight' | 'rest'): Float64Array => numbersAsOne(parts.map((part) => part[column]));
  const places = (column: 'remains' | 'report'): Int32Array => placesAsOne(parts.map((part) => part[column]));
  return { remains: places('remains'), report: places('report'), name: numbers('name'), household: numbers('household'), weight: numbers('weight'), rest: numbers('rest') };
}

/** Columns one behind the other. */
export function numbersAsOne(columns: readonly Float64Array[]): Float64Array {
  return putBehind(columns, passing.doubles(lengthOf(columns)));
}

export function placesAsOne(columns: readonly Int32Array[]): Int32Array {
  return putBehind(columns, passing.ints(lengthOf(columns)));
}

function lengthOf(columns: readonly { readonly length: number }[]): number {
  return columns.reduce((sum, { length }) => sum + length, 0);
}

function putBehind<Column extends Int32Array | Float64Array>(columns: readonly Column[], whole: Column): Column {
  let at = 0;
  for (const column of columns) {
    whole.set(column, at);
    at += column.length;
  }
  return whole;
}

class GrowingPairs {
  readonly #remains: Int32Array;
  readonly #report: Int32Array;
  readonly #name: Float64Array;
  readonly #household: Float64Array;
  readonly #weight: Float64Array;
  #count = 0;

  constructor(capacity: number) {
    [this.#remains, this.#report] = [passing.ints(capacity), passing.ints(capacity)];
    [this.#name, this.#household, this.#weight] = [passing.doubles(capacity), passing.doubles(capacity), passing.doubles(capacity)];
  }

  add(remains: number, report: number, { name, household, total }: { readonly name: number; readonly household: number; readonly total: number }): void {
    this.#remains[this.#count] = remains;
    this.#report[this.#count] = report;
    this.#name[this.#count] = name;
    this.#household[this.#count] = household;
    this.#weight[this.#count] = total;
    this.#count++;
  }

  columns(): Omit<PairColumns, 'rest'> {
    const [remains, report, name, household, weight] = [this.#remains, this.#report, this.#name, this.#household, this.#weight];
    return { remains: remains.slice(0, this.#count), report: report.slice(0, this.#count), name: name.slice(0, this.#count), household: household.slice(0, this.#count), weight: weight.slice(0, this.#count) };
  }
}
