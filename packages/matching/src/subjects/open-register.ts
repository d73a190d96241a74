import type { Subject } from '@imena/record';
import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import { LiveLists } from '../live/live-lists.ts';
import type { ReportFiles } from '../live/report-files.ts';
import type { KindWeight } from '../match/candidates-of.ts';
import { reportOfPerson, type FoundSubjects } from './from-subjects.ts';
import { foundWithNames, listsOfRegister, type RegisterLists } from './register-lists.ts';

/** A missing person whom remains could be by everything but DNA. */
export interface NearestPerson {
  readonly person: string;
  /** Other persons of the register that are probably the same and were read with this one as one file. */
  readonly others: readonly string[];
  /** Sum of the kinds; before any prior, and before anybody else is looked at. */
  readonly log10Lr: number;
  /** Each kind with its weight and why: what contradicts first. */
  readonly kinds: readonly KindWeight[];
}

/** Remains that could be a missing person by everything but DNA. */
export interface NearestRemains extends Omit<NearestPerson, 'person' | 'others'> {
  readonly remains: string;
}

/**
 * Persons and remains of a register, opened so that either can be asked whom of the other they could be by all evidence
 * besides DNA: for remains that gave no profile or fit nobody, and for families who ask. It follows while single ones come
 * and are corrected, by the shares of the population as they were when it was opened. Fields on which people disagree say
 * nothing; amelogenin is known of remains that are asked about, not of those of the list.
 * Cost: about 0.3 ms a person and remains once, when each list is first asked, then some milliseconds for each asking.
 */
export class OpenRegister {
  readonly #live: LiveLists;

  constructor(lists: RegisterLists, weights?: EvidenceWeights) {
    const { missing, remains } = listsOfRegister(lists);
    this.#live = new LiveLists(missing, remains, weights);
  }

  /** Subjects that take part. */
  get size(): { readonly persons: number; readonly remains: number } {
    const { reports, remains } = this.#live.size;
    return { persons: reports, remains };
  }

  /** Whether so much changed that the lists should be opened anew. */
  get isCountDue(): boolean {
    return this.#live.isCountDue;
  }

  /** Adds a person, or corrects the one with its id. */
  putPerson(person: Subject): void {
    this.#live.putReport(reportOfPerson(person));
  }

  /** Adds remains, or corrects those with this id. */
  putRemains(found: FoundSubjects): void {
    this.#live.putRemains(foundWithNames(found));
  }

  /** The persons whom these remains could be, the best first. @param most - 1 or more @param files - persons that are one, as this account may know it */
  findPersons(found: FoundSubjects, most: number, files?: ReportFiles): NearestPerson[] {
    return this.#live.reportsFor(foundWithNames(found), { most, ...(files === undefined ? {} : { files }) }).map(({ report, others = [], ...rest }) => ({ person: report, others, ...rest }));
  }

  /** The remains that this person could be, the best first. @param most - 1 or more @param files - as of `findPersons` */
  findRemains(person: Subject, most: number, files?: ReportFiles): NearestRemains[] {
    return this.#live.remainsFor(reportOfPerson(person), { most, ...(files === undefined ? {} : { files }) }).map(({ remains, log10Lr, kinds }) => ({ remains, log10Lr, kinds }));
  }
}
