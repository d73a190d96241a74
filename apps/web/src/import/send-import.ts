import { parseBody } from '@imena/record';
import type { Json } from '@imena/problem';
import type { Session } from '../api/index.ts';
import { readOutbox, saveEntries, sendOutbox, type NewEntryWithFiles, type OutboxEntry, type SavedTogether } from '../device/index.ts';
import { envelopeKindOf, type Statement } from '../record/index.ts';

/** Signs all statements of an import and keeps them on this device, all or none; nothing is sent yet. */
export function keepImport(session: Session, statements: readonly Statement[], { scope, onSigned }: { scope: string; onSigned: (done: number) => void }): Promise<SavedTogether> {
  const entries = statements.map((statement): NewEntryWithFiles => {
    const body = parseBody(statement.body);
    return {
      type: body.type, scope, subject: statement.subject, kind: envelopeKindOf(body.type, statement.subjectKind),
      // Parsed a line above: plain JSON of the statement's schema.
      body: body as unknown as Json, supersedes: [], files: [], blobs: [],
    };
  });
  return saveEntries(session, entries, { scope, onSigned });
}

/** How far an import has come in the outbox. */
export interface ImportProgress {
  readonly total: number;
  readonly acknowledged: number;
  readonly refused: readonly OutboxEntry[];
}

export function progressOf(outbox: readonly OutboxEntry[], { savedAt, count }: SavedTogether): ImportProgress {
  const own = outbox.filter((entry) => entry.savedAt === savedAt);
  return { total: count, acknowledged: own.filter((entry) => entry.state === 'acknowledged').length, refused: own.filter((entry) => entry.state === 'refused') };
}

/** Sends in batches until nothing waits; what is interrupted goes on with the next round of the outbox. */
export async function sendImport(session: Session, kept: SavedTogether): Promise<ImportProgress> {
  await sendOutbox(session);
  return progressOf(await readOutbox({ origin: session.log.origin, account: session.account.id }), kept);
}
