import { ProblemError } from '@imena/problem';
import { openCheckpoint, type Checkpoint, type TrustedLog } from './checkpoint.ts';
import { equalBytes } from './codecs.ts';
import { verifyConsistency } from './verify-proofs.ts';

/**
 * - `first`: nothing was stored; store the received checkpoint (trust on first use).
 * - `consistent`: the log only grew, or is the same; store the received one.
 * - `unproven`: larger, but no proof that it continues the stored one; keep the stored one, alarm.
 * - `rollback`: smaller than the stored one; alarm, send the entries again.
 * - `fork`: same size, other root; alarm, keep both: together they prove that the log showed two histories.
 * - `refused`: not a checkpoint of this log, the received or the stored one.
 */
export type HistoryVerdict = 'first' | 'consistent' | 'unproven' | 'rollback' | 'fork' | 'refused';

export interface HistoryComparison extends TrustedLog {
  /** The signed checkpoint held so far, null when there is none. */
  readonly stored: string | Uint8Array | null;
  readonly received: string | Uint8Array;
  /** From the stored to the received size; empty when none was sent. */
  readonly consistencyProof: readonly Uint8Array[] | null;
}

/**
 * Compares a received checkpoint with the one held before.
 * LIMIT: a log that shows two holders two different continuations is seen only when they compare, or by a witness.
 * @throws Problem `ledger.verifier_key` when the key is no key.
 */
export function compareHistory({ stored, received, consistencyProof, origin, vkey }: HistoryComparison): HistoryVerdict {
  const after = openOrNull(received, { origin, vkey });
  if (after === null) return 'refused';
  if (stored === null) return 'first';
  const before = openOrNull(stored, { origin, vkey });
  if (before === null) return 'refused';
  if (after.size < before.size) return 'rollback';
  if (after.size === before.size) return equalBytes(after.root, before.root) ? 'consistent' : 'fork';
  const proof = consistencyProof ?? [];
  // Every tree continues the empty one, and there is no proof to give for it.
  if (before.size === 0n) return proof.length === 0 ? 'consistent' : 'unproven';
  return verifyConsistency({ size1: before.size, size2: after.size, root1: before.root, root2: after.root, proof })
    ? 'consistent'
    : 'unproven';
}

function openOrNull(note: string | Uint8Array, log: TrustedLog): Checkpoint | null {
  try {
    return openCheckpoint(note, log);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code !== 'ledger.verifier_key') return null;
    throw error;
  }
}
