import type { Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';

/**
 * Tables of the register beside `subjects` that follow from folded subjects alone. They are written in the transaction
 * of the fold and emptied with the register, so that they too can be dropped and rebuilt.
 */
export interface Derivation {
  /** Table names, for the test that the rebuilt register equals the one that was followed. */
  readonly tables: readonly string[];
  /** Replaces what was derived from these subjects; `ids` are all that were refolded, `subjects` those that are there. */
  readonly replace: (tx: Database, ids: readonly string[], subjects: readonly Subject[]) => Promise<void>;
  /** Takes everything away, before the register is rebuilt from the first entry. */
  readonly empty: (tx: Database) => Promise<void>;
}
