import type { Subject } from '@imena/record';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import { countShares } from '../live/counted-shares.ts';
import { LiveLists } from '../live/live-lists.ts';
import type { KindWeight } from '../match/candidates-of.ts';
import { reportOfPerson, type FoundSubjects } from './from-subjects.ts';
import { foundWithNames, listsOfRegister, type RegisterLists } from './register-lists.ts';

/** A missing person whom remains could be by everything but DNA. */
export interface NearestPerson {
  readonly person: string;
  /** Sum of the kinds; before any prior, and before anybody else is looked at. */
  readonly log10Lr: number;
  /** Each kind with its weight and why: what contradicts first. */
  readonly kinds: readonly KindWeight[];
}

/**
 * The persons of a register, opened so that remains can be asked whom they could be by all evidence besides DNA: for
 * those that gave no profile, and those whose DNA fits nobody. It follows while single persons come and are corrected, by
 * the shares of the population as they were when it was opened. Fields on which people disagree say nothing.
 * Cost: about 0.2 ms a person once, then some milliseconds for each asking.
 */
export class NearestPersons {
  readonly #live: LiveLists;

  constructor(lists: RegisterLists, settings?: EvidenceSettings) {
    const { missing, remains } = listsOfRegister(lists);
    const given = settings === undefined ? {} : { settings };
    // Remains are asked for one at a time: the list of them tells how common things are.
    this.#live = new LiveLists(missing, [], { ...given, shares: countShares(missing, remains, { number: 1, ...given }) });
  }

  /** Persons that take part. */
  get size(): number {
    return this.#live.size.reports;
  }

  /** Whether so much changed that the lists should be opened anew. */
  get isCountDue(): boolean {
    return this.#live.isCountDue;
  }

  /** Adds a person, or corrects the one with its id. */
  put(person: Subject): void {
    this.#live.putReport(reportOfPerson(person));
  }

  /** The persons whom these remains could be, the best first. @param most - 1 or more */
  find(found: FoundSubjects, most: number): NearestPerson[] {
    return this.#live.reportsFor(foundWithNames(found), { most }).map(({ report, log10Lr, kinds }) => ({ person: report, log10Lr, kinds }));
  }
}
