import { randomBytes } from 'node:crypto';
import {
  bodyHash, canonicalBytes, chainKey, encodeHex, encodeWireEntry, entryKinds, envelopeHash, fileRef, makeEnvelope, openCheckpoint, roundedFileSize,
  signEntry, uuidV7, type ChainHead, type EntryFile, type EntryKind, type Envelope, type SeenCheckpoint, type WireEntry,
} from '@imena/ledger';
import { ProblemError, type Json } from '@imena/problem';
import { entryKindOf, statementType, statementTypes, type Body } from '@imena/record';
import type { FileStore } from '../files/file-store.ts';
import { findLedgerSubjects } from './ledger.queries.ts';
import type { OpenLedger } from './open-ledger.ts';
import { prepareEntry } from './prepared-entry.ts';
import { RuleRefusal } from './rule-refusal.ts';
import type { Outcome, Submission } from './write-batch.ts';

/** A statement that the installation makes itself: enrolments, runs, heads, imports, the demonstration. */
export interface InstallationStatement {
  /** A version 7 UUID to be the entry's id; a fresh one unless given. */
  readonly id?: string;
  readonly scope: string;
  readonly subject: string;
  readonly body: Body;
  readonly files?: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
  readonly supersedes?: readonly string[];
}

const batchEntries = 500;

/** Where a statement stands now. */
export interface Appended {
  readonly id: string;
  readonly logIndex: number;
}

/** Appends statements under the installation's own key, in order; one caller after another. */
export class InstallationAuthor {
  readonly #ledger: OpenLedger;
  readonly #files: FileStore;
  #last: Promise<unknown> = Promise.resolve();

  constructor(ledger: OpenLedger, files: FileStore) {
    this.#ledger = ledger;
    this.#files = files;
  }

  /**
   * Signs and appends statements; resolves with their ids and log indexes once all are committed.
   * @throws Problem of the first statement that was refused; those before it stay.
   */
  append(statements: readonly InstallationStatement[], onProgress?: (done: number) => void): Promise<Appended[]> {
    return this.#inTurn(() => this.#append(statements, { batch: batchEntries, onProgress }));
  }

  /**
   * Signs and appends statements in one transaction: all or none. None of them may be of a type with a rule.
   * @throws Problem of the first statement that was refused; nothing was written then.
   */
  appendWhole(statements: readonly InstallationStatement[]): Promise<Appended[]> {
    return this.#inTurn(() => this.#append(statements, { batch: Math.max(1, statements.length), isWhole: true }));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #append(
    statements: readonly InstallationStatement[], { batch: most, isWhole, onProgress }: { readonly batch: number; readonly isWhole?: true; readonly onProgress?: ((done: number) => void) | undefined },
  ): Promise<Appended[]> {
    const appended: Appended[] = [];
    const kinds = new Map<string, string>();
    for (let from = 0; from < statements.length; from += most) {
      const batch = statements.slice(from, from + most);
      for (const { body, subject } of batch) noteKind(kinds, body, subject);
      await this.#readKinds(kinds, batch);
      const heads = new Map<string, ChainHead>();
      const wires: WireEntry[] = [];
      for (const statement of batch) wires.push(await this.#sign(statement, heads, kinds.get(statement.subject) ?? ''));
      const account = this.#ledger.identity.installation;
      const entries = wires.map((wire) => prepareEntry(wire));
      const outcomes = await this.#submit({ account, entries, ...(isWhole === undefined ? {} : { isWhole }) });
      outcomes.forEach((outcome, i) => {
        if (outcome.status !== 'logged') throw new ProblemError(outcome.problem);
        appended.push({ id: entries[i]?.envelope.id ?? '', logIndex: outcome.logIndex });
      });
      onProgress?.(appended.length);
    }
    return appended;
  }

  async #submit(submission: Submission): Promise<readonly Outcome[]> {
    const { rules, writer } = this.#ledger;
    if (submission.isWhole === true && submission.entries.some((entry) => rules.of(entry).length > 0)) throw new Error('entries with rules are logged one by one');
    try {
      return await writer.submit(submission);
    } catch (error) {
      throw error instanceof RuleRefusal ? new ProblemError(error.problem) : error;
    }
  }

  async #readKinds(kinds: Map<string, string>, batch: readonly InstallationStatement[]): Promise<void> {
    const unknown = batch.map((statement) => statement.subject).filter((subject) => !kinds.has(subject));
    if (unknown.length === 0) return;
    for (const row of await findLedgerSubjects(this.#ledger.worker, [...new Set(unknown)])) kinds.set(row.id, row.kind);
  }

  async #sign(statement: InstallationStatement, heads: Map<string, ChainHead>, subjectKind: string): Promise<WireEntry> {
    const { identity, keys, state, now } = this.#ledger;
    const { scope, subject, body } = statement;
    const at = now();
    const chain = chainKey({ device: identity.device, scope });
    const head = heads.get(chain) ?? state.heads.get(chain) ?? null;
    const files = await this.#storeFiles(statement);
    const salt = randomBytes(32);
    const bytes = canonicalBytes(body as unknown as Json);
    const envelope: Envelope = {
      v: 1, id: statement.id ?? uuidV7({ timeMs: at.getTime(), random: randomBytes(10) }), scope, device: identity.device,
      seq: head === null ? 0 : head.seq + 1, prev: head?.envelopeHash ?? null, by: identity.installation, at: at.toISOString(),
      kind: entryKind(body.type, subjectKind), subject,
      ...(statement.supersedes === undefined || statement.supersedes.length === 0 ? {} : { supersedes: statement.supersedes }),
      seen: this.#seen(), body: bodyHash(salt, bytes),
      ...(files.length === 0 ? {} : { files: files.map((file) => ({ ref: fileRef(file.salt, file.sha256), size: roundedFileSize(file.size) })) }),
    };
    const signedBytes = makeEnvelope(envelope);
    heads.set(chain, { device: identity.device, scope, seq: envelope.seq, envelopeHash: envelopeHash(signedBytes) });
    return encodeWireEntry({ envelope: signedBytes, signature: signEntry(signedBytes, keys.device.seed), body: { salt, bytes }, files });
  }

  async #storeFiles({ files = [] }: InstallationStatement): Promise<EntryFile[]> {
    const stored: EntryFile[] = [];
    for (const { bytes, name, mediaType } of files) {
      stored.push({ salt: randomBytes(32), sha256: await this.#files.put(bytes), size: bytes.length, name, mediaType });
    }
    return stored;
  }

  #seen(): SeenCheckpoint | null {
    const { state, identity } = this.#ledger;
    if (state.checkpoint === '') return null;
    const { size, root } = openCheckpoint(state.checkpoint, identity);
    return { size: size.toString(), root: encodeHex(root) };
  }
}

function noteKind(kinds: Map<string, string>, body: Body, subject: string): void {
  const type = statementTypes.get(body.type);
  if (type !== undefined && type.subject !== 'any' && type.subject.length === 1 && type.subject[0] !== undefined) kinds.set(subject, type.subject[0]);
}

/** The coarse kind of the envelope; for a statement about any subject, that of the statement which creates its kind. */
function entryKind(typeName: string, subjectKind: string): EntryKind {
  const creator = [...statementTypes.values()].find((type) => type.creates && type.subject !== 'any' && (type.subject as readonly string[]).includes(subjectKind));
  const kind = entryKindOf(statementType(typeName), creator?.entryKind ?? subjectKind);
  const known = entryKinds.find((name) => name === kind);
  if (known === undefined) throw new Error(`no entry kind for ${typeName} about ${subjectKind}`);
  return known;
}
