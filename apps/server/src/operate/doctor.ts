import { checkEntryContent, deviceId, entryLeafHash, equalBytes, MerkleTree, openCheckpoint, checkChain, parseEnvelope, verifyEntrySignature, type ChainHead, type EntryFile } from '@imena/ledger';
import { ProblemError } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import type { LogIdentity } from '../ledger/log-state.ts';
import {
  readCheckpoints, readCyrillic, readDeviceKeys, readFileNames, readFoldFailures, readLog, readLogFiles, readSettingsOf, type LoggedEntry,
} from './operate.queries.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly check: 'signatures' | 'chains' | 'content' | 'tree' | 'checkpoints' | 'files' | 'register' | 'database';
  readonly ok: boolean;
  /** How many were looked at. */
  readonly count: number;
  /** What is wrong, at most 50 of them. */
  readonly wrong: readonly string[];
}

export interface Patient {
  /** As worker. */
  readonly worker: Database;
  readonly identity: LogIdentity;
  readonly files: FileStore;
  readonly onProgress?: (check: string, done: number) => void;
}

const page = 5000;

class Tally {
  count = 0;
  readonly wrong: string[] = [];

  try(name: string, work: () => void): void {
    this.count += 1;
    try {
      work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.note(`${name}: ${error.problem.code}`);
    }
  }

  note(words: string): void {
    if (this.wrong.length < 50) this.wrong.push(words);
  }

  finding(check: Finding['check']): Finding {
    return { check, ok: this.wrong.length === 0, count: this.count, wrong: this.wrong };
  }
}

/** Verifies the whole log and what belongs to it: every signature, chain, content, root and checkpoint, and every file. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const { tree, findings } = await examineLog(patient);
  return [...findings, await examineCheckpoints(patient, tree), await examineFiles(patient), await examineDatabase(patient), await examineFolds(patient)];
}

async function examineLog({ worker, identity, onProgress }: Patient): Promise<{ tree: MerkleTree; findings: Finding[] }> {
  const keys = new Map<string, Uint8Array>((await readDeviceKeys(worker)).map((row) => [row.id, row.publicKey]));
  keys.set(identity.device, identity.devicePublicKey);
  const [signatures, chains, content, leaves] = [new Tally(), new Tally(), new Tally(), new Tally()];
  const tree = new MerkleTree();
  let heads = new Map<string, ChainHead>();
  for (let from = 0; ;) {
    const entries = await readLog(worker, from, page);
    const files = await readLogFiles(worker, from, from + page);
    for (const entry of entries) {
      const name = `entry ${entry.logIndex}`;
      const key = keys.get(entry.device);
      if (entry.logIndex !== Number(tree.size)) leaves.note(`${name}: an index is missing before it`);
      signatures.count += 1;
      if (key === undefined) signatures.note(`${name}: device ${entry.device} is not known`);
      else if (deviceId(key) !== entry.device || !verifyEntrySignature(entry.envelope, entry.signature, key)) signatures.note(`${name}: signature`);
      chains.try(name, () => { heads = checkChain([entry.envelope], heads); });
      content.try(name, () => checkContent(entry, files.filter((file) => file.logIndex === entry.logIndex), content));
      leaves.count += 1;
      if (!equalBytes(entryLeafHash(entry.envelope, entry.signature), entry.leafHash)) leaves.note(`${name}: leaf hash`);
      tree.append([entry.leafHash]);
    }
    from += entries.length;
    onProgress?.('log', from);
    if (entries.length < page) break;
  }
  return { tree, findings: [signatures.finding('signatures'), chains.finding('chains'), content.finding('content'), leaves.finding('tree')] };
}

function checkContent(entry: LoggedEntry, files: readonly { readonly sha256: string; readonly salt: Uint8Array; readonly size: number }[], tally: Tally): void {
  const envelope = parseEnvelope(entry.envelope);
  if (envelope.id !== entry.id || envelope.subject !== entry.subject || envelope.scope !== entry.scope) tally.note(`entry ${entry.logIndex}: columns differ from the envelope`);
  if (entry.body === null && !entry.erased) tally.note(`entry ${entry.logIndex}: the body is gone without an erasure`);
  const body = entry.body === null || entry.salt === null ? undefined : { bytes: new TextEncoder().encode(entry.body), salt: entry.salt };
  const known: EntryFile[] = files.map(({ sha256, salt, size }) => ({ sha256, salt, size }));
  checkEntryContent({ envelope: entry.envelope, signature: entry.signature, ...(body === undefined ? {} : { body }), files: known }, envelope, entry.erased ? 'mayBeErased' : 'whole');
}

async function examineCheckpoints({ worker, identity }: Patient, tree: MerkleTree): Promise<Finding> {
  const tally = new Tally();
  const checkpoints = await readCheckpoints(worker);
  for (const { size, note } of checkpoints) {
    tally.try(`checkpoint ${size}`, () => {
      const checkpoint = openCheckpoint(note, identity);
      const isRight = Number(checkpoint.size) === size && BigInt(size) <= tree.size && equalBytes(checkpoint.root, tree.root(BigInt(size)));
      if (!isRight) tally.note(`checkpoint ${size}: its root is not that of the log`);
    });
  }
  if (tree.size > 0n && checkpoints[checkpoints.length - 1]?.size !== Number(tree.size)) tally.note('the newest entries are covered by no checkpoint');
  return tally.finding('checkpoints');
}

async function examineFiles({ worker, files, onProgress }: Patient): Promise<Finding> {
  const tally = new Tally();
  for (const { sha256, size } of await readFileNames(worker)) {
    tally.count += 1;
    const found = await files.size(sha256);
    if (found === null) tally.note(`${sha256}: has not arrived`);
    else if (found !== size || (await files.check(sha256)) !== sha256) tally.note(`${sha256}: damaged`);
    onProgress?.('files', tally.count);
  }
  return tally.finding('files');
}

const wanted: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'], full_page_writes: ['on'], synchronous_commit: ['on', 'remote_apply', 'remote_write'], data_checksums: ['on'],
};

async function examineDatabase({ worker }: Patient): Promise<Finding> {
  const tally = new Tally();
  for (const { name, setting } of await readSettingsOf(worker)) {
    const good = wanted[name];
    tally.count += 1;
    if (good !== undefined && !good.includes(setting)) tally.note(`${name} is ${setting}; it must be ${good[0] ?? ''}`);
    if (name === 'server_version_num' && Number(setting) < 150_000) tally.note('PostgreSQL is older than 15');
  }
  const { similarity, lower } = await readCyrillic(worker);
  tally.count += 1;
  if (similarity === 0 || lower !== 'є') tally.note('searching finds no Cyrillic: the database was made with the locale C; use ICU or C.UTF-8');
  return tally.finding('database');
}

async function examineFolds({ worker }: Patient): Promise<Finding> {
  const tally = new Tally();
  for (const { subject, words } of await readFoldFailures(worker)) tally.note(`subject ${subject} could not be folded: ${words}`);
  return tally.finding('register');
}
