import { compareHistory, decodeBase64, encodeHex, openCheckpoint } from '@imena/ledger';
import { z } from 'zod';
import { request, type Session } from '../api/index.ts';
import { read, write, type KnownLog } from './database.ts';

/** What this browser knows of the installation's log; the key is believed on first use and never changed silently. */
export async function knownLog(session: Session): Promise<KnownLog> {
  const { origin, vkey } = session.log;
  const known = await read('logs', origin);
  if (known === undefined) {
    const first: KnownLog = { origin, vkey, checkpoint: null, seen: null, alarm: null };
    await write([{ store: 'logs', put: first }]);
    return first;
  }
  if (known.vkey === vkey || known.alarm !== null) return known;
  const alarmed: KnownLog = { ...known, alarm: { verdict: 'key_changed', received: vkey, at: new Date().toISOString() } };
  await write([{ store: 'logs', put: alarmed }]);
  return alarmed;
}

/**
 * Compares a received checkpoint with the one held here and keeps it when the log only grew. Anything else raises an
 * alarm that stays until a person has dealt with it; the checkpoint held stays, as evidence.
 */
export function receiveCheckpoint(session: Session, received: string): Promise<KnownLog> {
  return navigator.locks.request(`imena-log/${session.log.origin}`, async () => {
    const known = await knownLog(session);
    if (known.checkpoint === received || known.alarm !== null) return known;
    const trusted = { origin: known.origin, vkey: known.vkey };
    const compare = (proof: readonly Uint8Array[] | null) => compareHistory({ ...trusted, stored: known.checkpoint, received, consistencyProof: proof });
    const plain = compare(null);
    // Without a proof a larger tree is always "unproven": only then is one asked for.
    const verdict = plain === 'unproven' ? compare(await consistencyProof(known, received)) : plain;
    const next: KnownLog = verdict === 'first' || verdict === 'consistent' ? { ...known, checkpoint: received, seen: seenOf(trusted, received) }
      : verdict === 'rollback' && (await isOlderAnswer(session, known)) ? known
      : { ...known, alarm: { verdict, received, at: new Date().toISOString() } };
    await write([{ store: 'logs', put: next }]);
    return next;
  });
}

function seenOf(trusted: { origin: string; vkey: string }, checkpoint: string): KnownLog['seen'] {
  const { size, root } = openCheckpoint(checkpoint, trusted);
  return { size: size.toString(), root: encodeHex(root) };
}

async function consistencyProof(known: KnownLog, received: string): Promise<readonly Uint8Array[]> {
  const to = openCheckpoint(received, { origin: known.origin, vkey: known.vkey }).size;
  const from = known.seen?.size ?? '0';
  const answer = await request(`/ledger/consistency?from=${from}&to=${to}`, z.object({ proof: z.array(z.string()) }));
  return answer.proof.map((hash) => decodeBase64(hash));
}

/** Answers to two requests can overtake each other; a smaller tree is a rollback only if the newest is smaller too. */
async function isOlderAnswer(session: Session, known: KnownLog): Promise<boolean> {
  const newest = await fetch('/api/ledger/checkpoint', { credentials: 'same-origin', cache: 'no-store' });
  if (!newest.ok) return false;
  const text = await newest.text();
  const verdict = compareHistory({ origin: known.origin, vkey: session.log.vkey, stored: known.checkpoint, received: text, consistencyProof: null });
  return verdict === 'consistent' || verdict === 'unproven';
}
