import { checkEntryContent, deviceId, entryLeafHash, equalBytes, MerkleTree, openCheckpoint, checkChain, parseEnvelope, verifyEntrySignature, type ChainHead, type EntryFile } from '@imena/ledger';
import { makeProblem, ProblemError, type Problem } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import type { LogIdentity } from '../ledger/log-state.ts';
import {
  countArrivals, readCheckpoints, readCyrillic, readDeviceKeys, readFileNames, readFoldFailures, readLog, readLogFiles, readSettingsOf, type LoggedEntry,
} from './operate.queries.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly check: 'signatures' | 'chains' | 'content' | 'tree' | 'checkpoints' | 'files' | 'arrivals' | 'register' | 'database';
  readonly ok: boolean;
  /** How many were looked at. */
  readonly count: number;
  /** What is wrong, at most 50 of them. */
  readonly wrong: readonly Problem[];
  /** What somebody should look at, though nothing is wrong with the installation. */
  readonly notes: readonly Problem[];
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
  readonly wrong: Problem[] = [];
  readonly notes: Problem[] = [];

  try(name: string, work: () => void): void {
    this.count += 1;
    try {
      work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.add({ ...error.problem, place: { file: name } });
    }
  }

  note(code: string, details: Problem['details'] = {}): void {
    this.add(makeProblem(code, details));
  }

  add(problem: Problem): void {
    if (this.wrong.length < 50) this.wrong.push(problem);
  }

  finding(check: Finding['check']): Finding {
    return { check, ok: this.wrong.length === 0, count: this.count, wrong: this.wrong, notes: this.notes };
  }
}

/** Verifies the whole log and what belongs to it: every signature, chain, content, root and checkpoint, and every file. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const { tree, findings } = await examineLog(patient);
  return [...findings, await examineCheckpoints(patient, tree), await examineFiles(patient), await examineArrivals(patient), await examineDatabase(patient), await examineFolds(patient)];
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
      const index = entry.logIndex;
      const name = `#${index}`;
      const key = keys.get(entry.device);
      if (entry.logIndex !== Number(tree.size)) leaves.note('doctor.index_missing', { index });
      signatures.count += 1;
      if (key === undefined) signatures.note('doctor.device_unknown', { index, device: entry.device });
      else if (deviceId(key) !== entry.device || !verifyEntrySignature(entry.envelope, entry.signature, key)) signatures.note('doctor.signature', { index });
      chains.try(name, () => { heads = checkChain([entry.envelope], heads); });
      content.try(name, () => checkContent(entry, files.filter((file) => file.logIndex === entry.logIndex), content));
      leaves.count += 1;
      if (!equalBytes(entryLeafHash(entry.envelope, entry.signature), entry.leafHash)) leaves.note('doctor.leaf', { index });
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
  if (envelope.id !== entry.id || envelope.subject !== entry.subject || envelope.scope !== entry.scope) tally.note('doctor.columns', { index: entry.logIndex });
  if (entry.body === null && !entry.erased) tally.note('doctor.body_gone', { index: entry.logIndex });
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
      if (!isRight) tally.note('doctor.root', { size });
    });
  }
  if (tree.size > 0n && checkpoints[checkpoints.length - 1]?.size !== Number(tree.size)) tally.note('doctor.uncovered', { size: Number(tree.size) });
  return tally.finding('checkpoints');
}

async function examineFiles({ worker, files, onProgress }: Patient): Promise<Finding> {
  const tally = new Tally();
  for (const { sha256, size } of await readFileNames(worker)) {
    tally.count += 1;
    const found = await files.size(sha256);
    if (found === null) tally.note('doctor.file_missing', { sha256 });
    else if (found !== size || (await files.check(sha256)) !== sha256) tally.note('doctor.file_damaged', { sha256 });
    onProgress?.('files', tally.count);
  }
  return tally.finding('files');
}

/** What was refused as impossible, and what waits for something that has not come: kept, shown, no fault of the log. */
async function examineArrivals({ worker }: Patient): Promise<Finding> {
  const { held, quarantined } = await countArrivals(worker);
  const tally = new Tally();
  tally.count = held + quarantined;
  if (held > 0) tally.notes.push(makeProblem('doctor.held', { count: held }));
  if (quarantined > 0) tally.notes.push(makeProblem('doctor.quarantined', { count: quarantined }));
  return tally.finding('arrivals');
}

const wanted: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'], full_page_writes: ['on'], synchronous_commit: ['on', 'remote_apply', 'remote_write'], data_checksums: ['on'],
};

async function examineDatabase({ worker }: Patient): Promise<Finding> {
  const tally = new Tally();
  for (const { name, setting } of await readSettingsOf(worker)) {
    const good = wanted[name];
    tally.count += 1;
    if (good !== undefined && !good.includes(setting)) tally.note('doctor.setting', { name, setting, wanted: good[0] ?? '' });
    if (name === 'server_version_num' && Number(setting) < 150_000) tally.note('server.database_old', { version: setting });
  }
  const { similarity, lower } = await readCyrillic(worker);
  tally.count += 1;
  if (similarity === 0 || lower !== 'є') tally.note('doctor.no_cyrillic');
  return tally.finding('database');
}

async function examineFolds({ worker }: Patient): Promise<Finding> {
  const tally = new Tally();
  for (const { subject, words } of await readFoldFailures(worker)) tally.note('doctor.fold_failed', { subject, words });
  return tally.finding('register');
}
