import type { Problem } from '@imena/problem';
import { statementTypes } from '@imena/record';
import type { Transaction } from '../database/tables.ts';
import type { PreparedEntry } from './prepared-entry.ts';

/**
 * A rule that decides, inside the transaction that would log the entry, whether it may be logged. It sees the register
 * with every earlier entry folded in. What it writes is undone when it refuses.
 */
export type EntryRule = (tx: Transaction, entry: PreparedEntry, at: { readonly logIndex: number }) => Promise<Problem | null>;

/** The rules of an installation, by statement type or by kind of entry; entries with a rule are logged one by one. */
export class EntryRules {
  readonly #rules = new Map<string, EntryRule[]>();
  readonly #byKind = new Map<string, EntryRule[]>();

  /** Adds a rule for a statement type; several rules of one type are asked in the order in which they were added. */
  register(type: string, rule: EntryRule): void {
    this.#rules.set(type, [...(this.#rules.get(type) ?? []), rule]);
  }

  /** Adds a rule for every entry of a kind: also for withdrawals, notes and attachments, which may supersede others. */
  registerKind(kind: string, rule: EntryRule): void {
    this.#byKind.set(kind, [...(this.#byKind.get(kind) ?? []), rule]);
  }

  /** Whether statements of a type meet a rule, whatever they are about. */
  hasType(type: string): boolean {
    return this.#rules.has(type) || this.#byKind.has(statementTypes.get(type)?.entryKind ?? '');
  }

  of({ body, envelope }: Pick<PreparedEntry, 'body' | 'envelope'>): readonly EntryRule[] {
    return [...(this.#byKind.get(envelope.kind) ?? []), ...(this.#rules.get(body.type) ?? [])];
  }
}
