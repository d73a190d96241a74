import type { Problem } from '@imena/problem';
import type { Transaction } from '../database/tables.ts';
import type { PreparedEntry } from './prepared-entry.ts';

/**
 * A rule that decides, inside the transaction that would log the entry, whether it may be logged. It sees the register
 * with every earlier entry folded in. What it writes is undone when it refuses.
 */
export type EntryRule = (tx: Transaction, entry: PreparedEntry, at: { readonly logIndex: number }) => Promise<Problem | null>;

/** The rules of an installation, by statement type; entries with a rule are logged one by one. */
export class EntryRules {
  readonly #rules = new Map<string, EntryRule[]>();

  /** Adds a rule for a statement type; several rules of one type are asked in the order in which they were added. */
  register(type: string, rule: EntryRule): void {
    this.#rules.set(type, [...(this.#rules.get(type) ?? []), rule]);
  }

  of(type: string): readonly EntryRule[] {
    return this.#rules.get(type) ?? [];
  }
}
