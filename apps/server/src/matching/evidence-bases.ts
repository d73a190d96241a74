import { openEvidenceBasis, type EvidenceBasis } from '@imena/matching';
import type { Database } from '../database/tables.ts';
import { countSubjectsOf, readSubjectsOf } from './run-subjects.queries.ts';
import { nameOf, type NamedWeights, type Weights } from './weights/weights.ts';

/** Shares of a population change slowly; a long list is not counted again for every new report. */
const keptForMs = 10 * 60 * 1000;

type Counted = EvidenceBasis & Pick<CountedBasis, 'countedAt'>;

/** The shares on all persons and remains, with how far the log was when they were counted, and the weights in use. */
export interface CountedBasis extends EvidenceBasis {
  readonly countedAt: number;
  readonly weights: NamedWeights;
}

/**
 * Against what pairs are weighed: the one place from which every page has its weights. Keeps the shares of the
 * installation's own lists. They are counted past the wall of single accounts, so that a pair
 * weighs the same whoever looks at it; no more than counts leave this place.
 */
export class EvidenceBases {
  readonly #worker: Database;
  readonly #now: () => Date;
  readonly #weights: (version?: string) => Promise<Weights>;
  #kept: { readonly basis: Counted; readonly count: number; readonly at: number } | null = null;

  /** @param weights those in use, or those of a version */
  constructor(worker: Database, now: () => Date, weights: (version?: string) => Promise<Weights>) {
    this.#worker = worker;
    this.#now = now;
    this.#weights = weights;
  }

  /** The basis under the weights in use, or under others that are named. @throws Problem `matching.weights_unknown` */
  async read(version?: string): Promise<CountedBasis> {
    const weights = await this.#weights(version);
    return { ...(await this.#count()), settings: weights.settings, placesTaught: weights.placesTaught, weights: nameOf(weights) };
  }

  /** The weights in use. */
  readWeights(): Promise<Weights> {
    return this.#weights();
  }

  /** Counts anew where the lists changed and the last count is ten minutes old, or the lists shrank. */
  async #count(): Promise<Counted> {
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
