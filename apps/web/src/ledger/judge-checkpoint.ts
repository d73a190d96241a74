import { compareHistory, type HistoryVerdict, type TrustedLog } from '@imena/ledger';
import { sizeOf } from './use-verification.ts';
import { proofRange } from './verify-entry.ts';

/** Gives the hashes between two sizes of the log. */
export type ConsistencySource = (range: { readonly from: bigint; readonly to: bigint }) => Promise<readonly Uint8Array[]>;

/**
 * Judges whether the newest checkpoint continues an earlier one, asking for a proof only where one is needed.
 * @param earlier held here or by somebody else; null where there is none
 */
export async function judgeCheckpoint({ earlier, newest, log, consistency }: {
  readonly earlier: string | null;
  readonly newest: string;
  readonly log: TrustedLog;
  readonly consistency: ConsistencySource;
}): Promise<HistoryVerdict> {
  const plain = compareHistory({ ...log, stored: earlier, received: newest, consistencyProof: null });
  // Without a proof every larger tree is "unproven".
  if (plain !== 'unproven' || earlier === null) return plain;
  const [from, to] = [sizeOf(earlier, log), sizeOf(newest, log)];
  const range = from === null || to === null ? null : proofRange(from, to);
  return range === null ? plain : compareHistory({ ...log, stored: earlier, received: newest, consistencyProof: await consistency(range) });
}
