import { encodeHex, encodeWireEntry, formatTlogProof, type WireEntry } from '@imena/ledger';
import { refuse } from '@imena/problem';
import { blindSubject, loggedKinds } from '@imena/record';
import { logAccess, type RequestAccount } from '../access/index.ts';
import type { Database } from '../database/tables.ts';
import type { ServerContext } from '../http/context.ts';
import { isBlindedSomewhere } from '../register/blinding.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { mustBlind } from '../register/read-subject.ts';
import { findDevices } from './ledger.queries.ts';
import { findEntry, findEntryFiles, type EntryFileRow, type EntryRow } from './read-entries.queries.ts';

export interface EntryAnswer {
  readonly entry: WireEntry;
  readonly index: number;
  readonly leafHash: string;
  readonly proof: string;
  readonly publicKey: string;
  readonly readable: boolean;
}

/**
 * One entry with its proof, and with its body where the account may read the subject.
 * @throws Problem `server.not_found`
 */
export async function readEntry(tx: Database, { ledger, now }: ServerContext, request: { readonly account: RequestAccount; readonly id: string; readonly address: string }): Promise<EntryAnswer> {
  const row = await findEntry(tx, request.id);
  if (row === null) return refuse('server.not_found');
  const { size, checkpoint, tree } = ledger.state;
  const readable = row.body !== null && (await isEntryShown(tx, request.account, { id: request.id, subject: row.subject }));
  const files = readable ? await findEntryFiles(tx, row.index) : [];
  if (readable && (loggedKinds as readonly string[]).includes(row.subjectKind)) {
    await logAccess(tx, { account: request.account.id, action: 'entry.read', subject: row.subject, kind: row.subjectKind, detail: { entry: request.id }, address: request.address, at: now() });
  }
  const index = BigInt(row.index);
  return {
    entry: wireOf(row, readable, files), index: row.index, leafHash: encodeHex(row.leafHash),
    proof: formatTlogProof({ index, proof: tree.inclusionProof(index, BigInt(size)), checkpoint }),
    publicKey: Buffer.from(await publicKeyOf(tx, ledger, row.device)).toString('base64url'), readable,
  };
}

/** Whether an entry is not hidden from an examiner who must not know the presumed name yet. */
export async function isEntryShown(tx: Database, account: RequestAccount, entry: { readonly id: string; readonly subject: string }): Promise<boolean> {
  if (!isBlindedSomewhere(account)) return true;
  const subject = await findFolded(tx, entry.subject);
  if (subject === null) return false;
  return !(await mustBlind(tx, account, subject)) || blindSubject(subject).history.some((item) => item.entry === entry.id);
}

function wireOf(row: EntryRow, readable: boolean, files: readonly EntryFileRow[]): WireEntry {
  const body = readable && row.body !== null && row.salt !== null ? { bytes: new TextEncoder().encode(row.body), salt: row.salt } : undefined;
  return encodeWireEntry({
    envelope: row.envelope, signature: row.signature,
    ...(body === undefined ? {} : { body }),
    files: files.map(({ sha256, salt, size, name, mediaType }) => ({
      sha256, salt, size, ...(name === null ? {} : { name }), ...(mediaType === null ? {} : { mediaType }),
    })),
  });
}

async function publicKeyOf(tx: Database, { identity }: ServerContext['ledger'], device: string): Promise<Uint8Array> {
  if (device === identity.device) return identity.devicePublicKey;
  const [row] = await findDevices(tx, [device]);
  if (row === undefined) throw new Error(`the log names the device ${device}, which is not enrolled`);
  return row.publicKey;
}
