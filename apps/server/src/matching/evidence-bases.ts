import { openEvidenceBasis, type EvidenceBasis } from '@imena/matching';
import type { Database } from '../database/tables.ts';
import { countSubjectsOf, readSubjectsOf } from './run-subjects.queries.ts';

/** Shares of a population change slowly; a long list is not counted again for every new report. */
const keptForMs = 10 * 60 * 1000;

/** The shares on all persons and remains, with how far the log was when they were counted. */
export interface CountedBasis extends EvidenceBasis {
  readonly countedAt: number;
}

/**
 * Keeps the shares of the installation's own lists. They are counted past the wall of single accounts, so that a pair
 * weighs the same whoever looks at it; no more than counts leave this place.
 */
export class EvidenceBases {
  readonly #worker: Database;
  readonly #now: () => Date;
  #kept: { readonly basis: CountedBasis; readonly count: number; readonly at: number } | null = null;

  constructor(worker: Database, now: () => Date) {
    this.#worker = worker;
    this.#now = now;
  }

  /** Counts anew where the lists changed and the last count is ten minutes old, or the lists shrank. */
  async read(): Promise<CountedBasis> {
    const at = this.#now().getTime();
    const { count, lastIndex } = await countSubjectsOf(this.#worker, ['person', 'remains']);
    const kept = this.#kept;
    if (kept !== null && (kept.basis.countedAt === lastIndex || (count >= kept.count && count < 2 * kept.count && at - kept.at < keptForMs))) return kept.basis;
    const persons = await readSubjectsOf(this.#worker, 'person', null);
    const remains = await readSubjectsOf(this.#worker, 'remains', null);
    const basis = { ...openEvidenceBasis(persons, remains), countedAt: lastIndex };
    this.#kept = { basis, count, at };
    return basis;
  }
}
