import { parseBody, type SubjectKind } from '@imena/record';
import { ProblemError, type Json } from '@imena/problem';
import { isUnreachable, type Session } from '../api/index.ts';
import { hashFile, readOutbox, saveEntry, sendOutbox, type NewFile } from '../device/index.ts';
import { envelopeKindOf } from './entry-kind.ts';

/** One statement to be recorded about one subject. */
export interface Statement {
  /** Id of the site or office the subject belongs to. */
  readonly scope: string;
  /** Id of the subject; a new one (`newId()`) for a statement that brings the subject into being. */
  readonly subject: string;
  readonly subjectKind: SubjectKind;
  /** With `type`; checked by `parseBody` before anything is signed. A file is named by its place in `files`. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly supersedes?: readonly string[];
  readonly files?: readonly File[];
}

/** How far a statement has come. `acknowledged` carries its place in the log. */
export type RecordState = { readonly state: 'saved' | 'held'; readonly id: string } | { readonly state: 'acknowledged'; readonly id: string; readonly index: number };

/**
 * Checks, signs and keeps a statement on this device, then sends it. Without a network it stays saved here and is sent
 * later: that is no failure.
 * @throws Problem `record.invalid_body` before signing; the server's refusal after sending
 */
export async function recordStatement(session: Session, statement: Statement): Promise<RecordState> {
  const body = parseBody(statement.body);
  const files = await Promise.all((statement.files ?? []).map(prepareFile));
  const saved = await saveEntry(session, {
    type: body.type, scope: statement.scope, subject: statement.subject, kind: envelopeKindOf(body.type, statement.subjectKind),
    // Parsed a line above: plain JSON of the statement's schema.
    body: body as unknown as Json,
    supersedes: statement.supersedes ?? [],
    files: files.map((file) => file.entry), blobs: files.map((file) => ({ sha256: file.entry.sha256, bytes: file.bytes })),
  });
  try {
    await sendOutbox(session);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
  }
  return stateOf(session, saved.id, saved);
}

async function prepareFile(file: File): Promise<{ entry: NewFile; bytes: Blob }> {
  // Read into memory now: a file on a card that is pulled out later would be lost.
  const bytes = new Blob([await file.arrayBuffer()], { type: file.type });
  const entry: NewFile = { sha256: await hashFile(bytes), size: bytes.size, name: file.name, ...(file.type === '' ? {} : { mediaType: file.type }) };
  return { entry, bytes };
}

async function stateOf(session: Session, id: string, saved: { readonly chain: string; readonly seq: number }): Promise<RecordState> {
  const outbox = await readOutbox({ origin: session.log.origin, account: session.account.id });
  const entry = outbox.find((one) => one.id === id)
    // Signed anew in place of a refused predecessor.
    ?? outbox.find((one) => one.chain === saved.chain && one.seq < saved.seq && one.state !== 'refused' && one.index === undefined);
  if (entry === undefined) return { state: 'saved', id };
  if (entry.state === 'refused' && entry.problem !== undefined) throw new ProblemError(entry.problem);
  if (entry.state === 'acknowledged' && entry.index !== undefined) return { state: 'acknowledged', id: entry.id, index: entry.index };
  if (entry.problem !== undefined) throw new ProblemError(entry.problem);
  return { state: entry.state === 'held' ? 'held' : 'saved', id: entry.id };
}
