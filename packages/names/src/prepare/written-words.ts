import type { RoleCosts } from './assign-roles.ts';
import type { PreparedWord } from './prepared.ts';

/** A word as it stood in names: one object for each writing with one set of roles, so that most names of a list share theirs. */
export class WrittenWords {
  /** Nearly every word stands in one way only. */
  #only: PreparedWord | null = null;
  #byRoles: Map<number, PreparedWord[]> | null = null;

  find(text: string, roleCosts: RoleCosts): PreparedWord | undefined {
    if (this.#byRoles !== null) return this.#byRoles.get(keyOf(roleCosts))?.find((word) => word.text === text);
    return this.#only !== null && this.#only.text === text && (this.#only.roleCosts === roleCosts || keyOf(this.#only.roleCosts) === keyOf(roleCosts)) ? this.#only : undefined;
  }

  /** Adds one that is not there. */
  add(word: PreparedWord): PreparedWord {
    if (this.#only === null) return (this.#only = word);
    this.#byRoles ??= new Map([[keyOf(this.#only.roleCosts), [this.#only]]]);
    const key = keyOf(word.roleCosts);
    const same = this.#byRoles.get(key);
    if (same === undefined) this.#byRoles.set(key, [word]);
    else same.push(word);
    return word;
  }
}

function keyOf([surname, given, patronymic]: RoleCosts): number {
  return (surname * 0x4000 + given) * 0x4000 + patronymic;
}
