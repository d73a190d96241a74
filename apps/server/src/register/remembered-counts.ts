import type { Membership } from '../access/index.ts';

/** What was counted, with the roles under which the database counted it, read in the same statement. */
export interface Counted<Value> {
  readonly value: Value;
  /** As `heldText` writes it; null when the statement could not say. */
  readonly held: string | null;
}

export interface CountQuestion {
  readonly memberships: readonly Membership[];
  /** What is counted and under which filter, as text. */
  readonly what: string;
}

const most = 500;

/**
 * Counts over the whole register, remembered while the register stays as it is. Nothing here is ever old: with the
 * next revision everything is forgotten, and accounts share a count only when they hold the same roles in the same
 * scopes, which is all that the wall of the database asks about. A count under roles that changed since the request
 * came in is answered but not kept.
 */
export class RememberedCounts {
  readonly #revisionNow: () => number;
  #revision = -1;
  #kept = new Map<string, Promise<Counted<unknown>>>();

  /** @param revisionNow a number that is another one after each change of the register */
  constructor(revisionNow: () => number) {
    this.#revisionNow = revisionNow;
  }

  /** The remembered answer to a question, or that of `count`, whose statements begin after the revision was read. */
  async of<Value>({ memberships, what }: CountQuestion, count: () => Promise<Counted<Value>>): Promise<Value> {
    const revision = this.#revisionNow();
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#kept = new Map();
    }
    const kept = this.#kept;
    const held = heldText(memberships);
    const key = `${held}\n${what}`;
    // Users who ask at the same moment wait for one count; where it fails or does not fit, each counts for itself.
    const asked = kept.get(key) as Promise<Counted<Value>> | undefined;
    const known = asked === undefined ? undefined : await asked.catch(() => undefined);
    if (known?.held === held) {
      touch(kept, key);
      return known.value;
    }
    const counting = count();
    kept.set(key, counting);
    const forget = (): void => {
      if (kept.get(key) === counting) kept.delete(key);
    };
    counting.then((counted) => { if (counted.held !== held) forget(); }, forget);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return (await counting).value;
  }
}

/** The roles of an account as one text, the same for everybody who holds the same; as `held_text` in SQL. */
export function heldText(memberships: readonly Membership[]): string {
  return memberships.map(({ scope, role }) => `${scope ?? '*'}:${role}`).sort().join(',');
}

/** Least recently used first. */
function touch<Value>(kept: Map<string, Value>, key: string): void {
  const value = kept.get(key);
  if (value === undefined) return;
  kept.delete(key);
  kept.set(key, value);
}
