import { nameLog10Lr } from '@imena/names';
import { findCandidates } from '../candidates/find-candidates.ts';
import { birthdayWeight } from '../evidence/birthday.ts';
import { weightBesidesName } from '../weigh/add-up.ts';
import { otherEvidence } from '../weigh/other-evidence.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { Matching } from './open-matching.ts';

/** Pairs of individuals and reports as columns; the pairs of one individual stand together. Weights are log10 LRs. */
export interface PairColumns {
  readonly remains: Int32Array;
  readonly report: Int32Array;
  /** Names and day of birth: what settings that are learned do not change. */
  readonly name: Float64Array;
  readonly weight: Float64Array;
}

/** Finds and weighs the candidates of every individual. `onProgress` is told after each thousand. */
export function weighPairs(matching: Matching, onProgress?: (done: number, of: number) => void): PairColumns {
  const { remains, index, space, limits, tablesAt } = matching;
  const found = new GrowingPairs(remains.length * Math.min(limits.most, matching.missing.length));
  remains.forEach((_, i) => {
    const own = tablesAt(i);
    if (own === null) return;
    for (const report of findCandidates(matching.foundNames[i] ?? null, otherEvidence(own, matching), { index, space, limits })) {
      const name = nameAndBirthday(matching, i, report);
      found.add(i, report, name);
    }
    if (i % 1000 === 999) onProgress?.(i + 1, remains.length);
  });
  return weighAgain(matching, found.columns());
}

/** The same pairs under the settings of `matching`. */
export function weighAgain(matching: Matching, pairs: Omit<PairColumns, 'weight'>): PairColumns {
  let tables: RemainsTables | null = null;
  let last = -1;
  const weight = pairs.name.map((name, p) => {
    const remains = pairs.remains[p] ?? 0;
    if (remains !== last) tables = matching.tablesAt(remains);
    last = remains;
    return tables === null ? name : name + weightBesidesName(tables, matching.columns, pairs.report[p] ?? 0, name > 0);
  });
  return { ...pairs, weight };
}

/** log10 LR of name and of day and month of birth. */
export function nameAndBirthday({ remains, missing, reportNames, foundNames, nameModel, settings }: Matching, i: number, report: number): number {
  const found = foundNames[i] ?? null;
  const reported = reportNames[report];
  const name = found === null || reported === undefined ? 0 : nameLog10Lr(found, reported, nameModel);
  return name + birthdayWeight(remains[i]?.birth ?? null, missing[report]?.birth ?? null, settings.birthDayError);
}

class GrowingPairs {
  readonly #remains: Int32Array;
  readonly #report: Int32Array;
  readonly #name: Float64Array;
  #count = 0;

  constructor(capacity: number) {
    this.#remains = new Int32Array(capacity);
    this.#report = new Int32Array(capacity);
    this.#name = new Float64Array(capacity);
  }

  add(remains: number, report: number, name: number): void {
    this.#remains[this.#count] = remains;
    this.#report[this.#count] = report;
    this.#name[this.#count] = name;
    this.#count++;
  }

  columns(): Omit<PairColumns, 'weight'> {
    return { remains: this.#remains.slice(0, this.#count), report: this.#report.slice(0, this.#count), name: this.#name.slice(0, this.#count) };
  }
}
