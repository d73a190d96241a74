import type { Session } from '../api/index.ts';
import { write, type Change, type OutboxEntry } from './database.ts';
import { knownLog } from './known-log.ts';
import { announceOutbox } from './outbox-events.ts';
import { deviceKeyOf, nextPosition, withChain, type NewEntryWithFiles } from './outbox.ts';
import { signNewEntry } from './sign-entry.ts';

/** The mark by which entries that were kept together are found again in the outbox, also after being signed anew. */
export interface SavedTogether {
  readonly savedAt: string;
  readonly count: number;
}

const betweenReports = 50;

/**
 * Signs many entries of one scope and keeps all of them in one transaction: either every entry is on this device when
 * it returns, or none. Time grows with the number of entries; nothing is sent here.
 * @param onSigned how many are signed so far; throwing inside it stops everything before anything is kept
 */
export async function saveEntries(session: Session, entries: readonly NewEntryWithFiles[], { scope, onSigned }: { scope: string; onSigned: (done: number) => void }): Promise<SavedTogether> {
  const key = await deviceKeyOf(session);
  const chain = `${key.device}/${scope}`;
  return withChain(chain, async () => {
    let position = await nextPosition(key, chain, scope);
    const { seen } = await knownLog(session);
    const savedAt = new Date().toISOString();
    const changes: Change[] = [];
    for (const [at, entry] of entries.entries()) {
      const signed = await signNewEntry(key, entry, { position, seen });
      const saved: OutboxEntry = {
        id: signed.id, account: key.account, origin: key.origin, chain, seq: position.seq, envelopeHash: signed.envelopeHash,
        subject: entry.subject, type: entry.type, savedAt, state: 'saved', wire: signed.wire, filesLeft: entry.files.map((file) => file.sha256),
      };
      changes.push(...entry.blobs.map((file): Change => ({ store: 'files', put: file })), { store: 'outbox', put: saved });
      position = { seq: position.seq + 1, prev: signed.envelopeHash };
      if (at % betweenReports === 0) onSigned(at);
    }
    onSigned(entries.length);
    if (position.prev !== null && entries.length > 0) changes.push({ store: 'chains', put: { chain, seq: position.seq - 1, envelopeHash: position.prev } });
    await write(changes);
    announceOutbox();
    return { savedAt, count: entries.length };
  });
}
