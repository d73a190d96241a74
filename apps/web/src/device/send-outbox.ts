import { decodeWireEntry, entryLeafHash, parseEnvelope, verifyTlogProof } from '@imena/ledger';
import { makeProblem, parseStrictJson, type Problem } from '@imena/problem';
import { z } from 'zod';
import { isUnreachable, problem, request, type Session } from '../api/index.ts';
import { read, write, type Change, type DeviceKey, type OutboxEntry } from './database.ts';
import { readDeviceKey } from './keys.ts';
import { knownLog, receiveCheckpoint } from './known-log.ts';
import { withChain } from './outbox.ts';
import { chainEntries, readOutbox } from './read-outbox.ts';
import { announceOutbox } from './outbox-events.ts';
import { signNewEntry } from './sign-entry.ts';
import { uploadFile } from './upload-file.ts';

const answer = z.object({
  results: z.array(z.object({
    id: z.string(), status: z.enum(['logged', 'held', 'refused']),
    index: z.union([z.number(), z.string()]).optional(), leafHash: z.string().optional(), proof: z.string().optional(), problem: problem.optional(),
  })),
  checkpoint: z.string(),
});
type Result = z.infer<typeof answer>['results'][number];

const entriesAtOnce = 50;

/**
 * Sends what waits, oldest first, and checks every receipt: an entry counts as acknowledged only when the proof shows
 * that the log holds exactly these bytes. Files follow their entry. May be called at any time; one tab sends at a time.
 */
export function sendOutbox(session: Session): Promise<void> {
  const owner = { origin: session.log.origin, account: session.account.id };
  return navigator.locks.request(`imena-send/${owner.origin}/${owner.account}`, async () => {
    // A refusal re-signs what came after it in its chain: those go out in the next round. Each round settles an entry.
    for (let renewed = true; renewed; ) {
      renewed = false;
      const waiting = (await readOutbox(owner)).filter((entry) => entry.wire !== null && entry.state !== 'refused' && entry.state !== 'acknowledged');
      for (let at = 0; at < waiting.length && !renewed; at += entriesAtOnce) renewed = await sendBatch(session, waiting.slice(at, at + entriesAtOnce));
    }
    for (const entry of await readOutbox(owner)) if (entry.state === 'acknowledged' && entry.filesLeft.length > 0) await sendFiles(entry);
  });
}

/** @returns whether entries were signed anew */
async function sendBatch(session: Session, batch: readonly OutboxEntry[]): Promise<boolean> {
  const sent = batch.map((entry): OutboxEntry => ({ ...entry, state: entry.state === 'held' ? 'held' : 'sent' }));
  await write(sent.map((entry): Change => ({ store: 'outbox', put: entry })));
  announceOutbox();
  const { results, checkpoint } = await request('/entries', answer, { method: 'POST', body: { entries: sent.map((entry) => entry.wire) } }).catch(async (error: unknown) => {
    // Whether they arrived is not known, and nobody shall read "sent" while there is no network: they are sent again.
    await write(batch.map((entry): Change => ({ store: 'outbox', put: entry.state === 'sent' ? { ...entry, state: 'saved' } : entry })));
    announceOutbox();
    throw error;
  });
  const log = await knownLog(session);
  const broken = new Set<string>();
  for (const entry of sent) {
    const result = results.find((one) => one.id === entry.id);
    if (result === undefined || broken.has(entry.chain)) continue;
    if (result.status === 'refused') broken.add(entry.chain);
    await settle(session, entry, { result, vkey: log.vkey });
  }
  await receiveCheckpoint(session, checkpoint);
  announceOutbox();
  return broken.size > 0;
}

async function settle(session: Session, entry: OutboxEntry, { result, vkey }: { result: Result; vkey: string }): Promise<void> {
  switch (result.status) {
    case 'logged': {
      const settled: OutboxEntry = isProven(entry, { result, origin: session.log.origin, vkey })
        ? { ...entry, state: 'acknowledged', wire: null, index: Number(result.index) }
        : { ...entry, state: 'sent', problem: makeProblem('web.receipt_false', { id: entry.id }) };
      return write([{ store: 'outbox', put: settled }]);
    }
    case 'held':
      return write([{ store: 'outbox', put: { ...entry, state: 'held' } }]);
    case 'refused':
      return withChain(entry.chain, () => takeOutOfChain(session, entry, result.problem ?? makeProblem('web.unexpected_answer', { path: '/entries' })));
  }
}

function isProven(entry: OutboxEntry, { result, origin, vkey }: { result: Result; origin: string; vkey: string }): boolean {
  if (entry.wire === null || result.proof === undefined) return false;
  const { envelope, signature } = decodeWireEntry(entry.wire);
  return verifyTlogProof(result.proof, { leafHash: entryLeafHash(envelope, signature), origin, vkey });
}

/**
 * A refused entry never entered the ledger: it is kept here with the reason, and what was signed after it in the same
 * chain is signed anew in its place, under new ids, so that nothing is lost and nothing waits for ever.
 */
async function takeOutOfChain(session: Session, refused: OutboxEntry, problem: Problem): Promise<void> {
  const key = await readDeviceKey({ origin: session.log.origin, account: session.account.id });
  const later = (await chainEntries(refused.chain)).filter((one) => one.seq > refused.seq && one.wire !== null && one.state !== 'refused');
  const changes: Change[] = [{ store: 'outbox', put: { ...refused, state: 'refused', problem } }];
  let seq = refused.seq;
  let prev = refused.wire === null ? null : parseEnvelope(decodeWireEntry(refused.wire).envelope).prev;
  for (const entry of later) {
    const renewed = key === undefined ? null : await renew(session, { key, entry, position: { seq, prev } });
    if (renewed === null) continue;
    changes.push({ store: 'outbox', drop: entry.id }, { store: 'outbox', put: renewed });
    seq += 1;
    prev = renewed.envelopeHash;
  }
  changes.push(prev === null ? { store: 'chains', drop: refused.chain } : { store: 'chains', put: { chain: refused.chain, seq: seq - 1, envelopeHash: prev } });
  await write(changes);
  announceOutbox();
}

async function renew(session: Session, { key, entry, position }: { key: DeviceKey; entry: OutboxEntry; position: { seq: number; prev: string | null } }): Promise<OutboxEntry | null> {
  // What another key of this browser signed stays in that key's chain, which a new key cannot continue.
  if (entry.wire === null || !entry.chain.startsWith(`${key.device}/`)) return null;
  const old = decodeWireEntry(entry.wire);
  const envelope = parseEnvelope(old.envelope);
  if (old.body === undefined) return null;
  const files = (old.files ?? []).map(({ sha256, size, name, mediaType }) => ({ sha256, size, ...(name === undefined ? {} : { name }), ...(mediaType === undefined ? {} : { mediaType }) }));
  const { seen } = await knownLog(session);
  const signed = await signNewEntry(key, {
    scope: envelope.scope, subject: envelope.subject, kind: envelope.kind, body: parseStrictJson(old.body.bytes), supersedes: envelope.supersedes ?? [], files,
  }, { position, seen });
  return { ...entry, id: signed.id, seq: position.seq, envelopeHash: signed.envelopeHash, wire: signed.wire, state: 'saved' };
}

async function sendFiles(entry: OutboxEntry): Promise<void> {
  for (const sha256 of entry.filesLeft) {
    const file = await read('files', sha256);
    if (file === undefined) continue;
    try {
      await uploadFile(file);
    } catch (error) {
      if (isUnreachable(error)) return;
      throw error;
    }
    const now = (await read('outbox', entry.id)) ?? entry;
    const filesLeft = now.filesLeft.filter((one) => one !== sha256);
    await write([{ store: 'outbox', put: { ...now, filesLeft } }, { store: 'files', drop: sha256 }]);
    announceOutbox();
  }
}
