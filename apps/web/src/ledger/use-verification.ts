import { decodeWireEntry, openCheckpoint, parseEnvelope, type TrustedLog } from '@imena/ledger';
import { ProblemError } from '@imena/problem';
import { useState } from 'react';
import { useSession } from '../api/index.ts';
import { useKnownLog } from '../device/index.ts';
import { fetchConsistency, type EntryAnswer } from './ledger-api.ts';
import { checkpointOf, proofRange, verifyEntry, type Check } from './verify-entry.ts';

/** What was verified, against which checkpoint, and what this browser held. */
export interface Verification {
  readonly checks: readonly Check[];
  readonly log: TrustedLog;
  readonly proofSize: bigint | null;
  readonly heldSize: bigint | null;
}

/** Verifies an entry in this browser, with the log key that it stored when it first met the log. */
export function useVerification(answer: EntryAnswer) {
  const session = useSession();
  const { data: known } = useKnownLog(session);
  const [verification, setVerification] = useState<Verification | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const log: TrustedLog = { origin: session.log.origin, vkey: known?.vkey ?? session.log.vkey };
  const held = known?.checkpoint ?? null;
  const verify = async (): Promise<void> => {
    setWorking(true);
    setError(null);
    try {
      const proofSize = sizeOf(checkpointOf(answer.proof), log);
      const heldSize = held === null ? null : sizeOf(held, log);
      const [historyProof, seenProof] = await Promise.all([consistency(heldSize, proofSize), consistency(seenSize(answer), proofSize)]);
      setVerification({ checks: verifyEntry({ answer, log, held, historyProof, seenProof }), log, proofSize, heldSize });
    } catch (trouble) {
      setError(trouble);
    } finally {
      setWorking(false);
    }
  };
  return { verify, verification, error, working, ready: known !== undefined, log };
}

/** The size a checkpoint names, or null where it is not a checkpoint of this log. */
export function sizeOf(checkpoint: string, log: TrustedLog): bigint | null {
  return orNull(() => openCheckpoint(checkpoint, log).size);
}

function seenSize(answer: EntryAnswer): bigint | null {
  const { seen } = orNull(() => parseEnvelope(decodeWireEntry(answer.entry).envelope)) ?? { seen: null };
  return seen === null ? null : BigInt(seen.size);
}

/** A server that refuses to give a proof leaves the check failed, as if it had given a wrong one; one that is away is told as such. */
async function consistency(one: bigint | null, other: bigint | null): Promise<readonly Uint8Array[] | null> {
  const range = one === null || other === null ? null : proofRange(one, other);
  if (range === null) return null;
  try {
    return await fetchConsistency(range);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'ledger.tree_range') return null;
    throw error;
  }
}

function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
