import { OpenRegister } from '@imena/matching';
import { agreedValue, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { findFoldedMany, findRemainsIn } from './pair-subjects.queries.ts';
import { readChangedSince, readSubjectsOf, type RegisterMark } from './run-subjects.queries.ts';
import type { Weights } from './weights/weights.ts';

interface Followed {
  readonly register: OpenRegister;
  readonly weights: string;
  /** Entries erased when the lists were opened: what was erased since must not be weighed. */
  readonly erased: number;
  /** The last that was said of a subject whom the lists know. */
  asOf: number;
}

/** Accounts whose lists are held. */
const mostAccounts = 20;

/**
 * The persons and remains of the register as each account may read them, opened once and followed: of a register that moves
 * only what was said since the last question is weighed again. Opened anew where anything was erased, rights or weights
 * changed, or so much came that the shares of the population should be counted again.
 */
export class FollowedRegister {
  readonly #followed = new Map<string, Followed>();

  /** @param state.now - as this account sees the register */
  async read(tx: Database, account: string, { weights, now }: { readonly weights: Weights; readonly now: RegisterMark }): Promise<OpenRegister> {
    const { erased, lastIndex } = now;
    const known = this.#followed.get(account);
    if (known?.weights === weights.digest && known.erased === erased && (await follow(tx, known, now))) return known.register;
    // Were it cut off half-way, what is kept would be neither the old nor the new state.
    this.#followed.delete(account);
    const register = new OpenRegister({
      persons: await readSubjectsOf(tx, 'person', null), remains: await readSubjectsOf(tx, 'remains', null), graves: await readSubjectsOf(tx, 'grave', null),
    }, weights);
    this.#followed.set(account, { register, weights: weights.digest, erased, asOf: lastIndex });
    for (const oldest of this.#followed.keys()) if (this.#followed.size > mostAccounts) this.#followed.delete(oldest);
    return register;
  }
}

/** False where the lists are not those that the register has now. */
async function follow(tx: Database, followed: Followed, { persons, remains, lastIndex }: RegisterMark): Promise<boolean> {
  const { register } = followed;
  if (lastIndex > followed.asOf) {
    for (const person of await readChangedSince(tx, 'person', followed.asOf + 1)) register.putPerson(person);
    await putRemains(tx, register, followed.asOf + 1);
    followed.asOf = lastIndex;
  }
  return register.size.persons === persons && register.size.remains === remains && !register.isCountDue;
}

/** Remains of which something was said, and those that lay in a grave of which something was: its marker is weighed with them. */
async function putRemains(tx: Database, register: OpenRegister, since: number): Promise<void> {
  const changedGraves = await readChangedSince(tx, 'grave', since);
  const own = await readChangedSince(tx, 'remains', since);
  const changed = new Map([...own, ...(await findRemainsIn(tx, changedGraves.map(({ id }) => id)))].map((one) => [one.id, one]));
  const graveOf = (one: Subject): string => {
    const grave = agreedValue(one, 'grave');
    return typeof grave === 'string' ? grave : '';
  };
  const graves = await findFoldedMany(tx, [...new Set([...changed.values()].map(graveOf))].filter((id) => id !== ''));
  const places = new Map(graves.map((grave) => [grave.id, grave]));
  for (const remains of changed.values()) register.putRemains({ remains, grave: places.get(graveOf(remains)) ?? null, amelogenin: null });
}
