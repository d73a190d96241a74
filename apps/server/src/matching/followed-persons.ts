import { NearestPersons } from '@imena/matching';
import type { Database } from '../database/tables.ts';
import { countErased, countSubjectsOf, readChangedSince, readSubjectsOf } from './run-subjects.queries.ts';
import type { Weights } from './weights/weights.ts';

interface Followed {
  readonly nearest: NearestPersons;
  readonly weights: string;
  /** Entries erased when the lists were opened: what was erased since must not be weighed. */
  readonly erased: number;
  /** Remains and graves that the population was counted on. */
  readonly others: number;
  /** The last that was said of a person whom the lists know. */
  asOf: number;
}

/** Accounts whose lists are held. */
const mostAccounts = 20;
/** The population is counted anew when so large a share of remains and graves came or went. */
const changedShare = 0.05;

/**
 * The persons of the register as each account may read them, opened once and followed: of a register that moves only
 * what was said since the last question is weighed again. Opened anew where anything was erased, rights or weights
 * changed, or so much came that the shares of the population should be counted again.
 */
export class FollowedPersons {
  readonly #followed = new Map<string, Followed>();

  async read(tx: Database, account: string, weights: Weights): Promise<NearestPersons> {
    const now = { erased: await countErased(tx), others: (await countSubjectsOf(tx, ['remains', 'grave'])).count, persons: await countSubjectsOf(tx, ['person']) };
    const known = this.#followed.get(account);
    const isSame = known?.weights === weights.digest && known.erased === now.erased && Math.abs(now.others - known.others) <= changedShare * known.others;
    if (isSame && (await follow(tx, known, now.persons))) return known.nearest;
    // Were it cut off half-way, what is kept would be neither the old nor the new state.
    this.#followed.delete(account);
    const nearest = new NearestPersons({
      persons: await readSubjectsOf(tx, 'person', null), remains: await readSubjectsOf(tx, 'remains', null), graves: await readSubjectsOf(tx, 'grave', null),
    }, weights.settings);
    this.#followed.set(account, { nearest, weights: weights.digest, erased: now.erased, others: now.others, asOf: now.persons.lastIndex });
    for (const oldest of this.#followed.keys()) if (this.#followed.size > mostAccounts) this.#followed.delete(oldest);
    return nearest;
  }
}

/** False where the persons are not those that the register has now. */
async function follow(tx: Database, followed: Followed, persons: { readonly count: number; readonly lastIndex: number }): Promise<boolean> {
  const { nearest } = followed;
  if (persons.lastIndex > followed.asOf) {
    for (const person of await readChangedSince(tx, 'person', followed.asOf + 1)) nearest.put(person);
    followed.asOf = persons.lastIndex;
  }
  return nearest.size === persons.count && !nearest.isCountDue;
}
