import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '@imena/problem';
import { sql } from 'kysely';
import * as tar from 'tar';
import type { Database } from '../database/tables.ts';
import { FolderFileStore } from '../files/file-store.ts';
import { readNewestCheckpoint } from '../ledger/ledger.queries.ts';
import { readLogState } from '../ledger/log-identity.queries.ts';
import type { Derivation } from '../register/derivation.ts';
import { listMigrations, listTables, readRows } from './backup.queries.ts';
import { readFileNames } from './operate.queries.ts';

/** What a backup says about itself; restoring checks it. */
export interface BackupManifest {
  readonly format: 'imena-backup/1';
  readonly origin: string;
  readonly size: number;
  readonly checkpoint: string;
  readonly migrations: readonly string[];
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
  readonly files: number;
  /** Files that entries name but that had not arrived. */
  readonly missingFiles: readonly string[];
}

/** Tables that a restored installation makes anew: the register, what follows from code, and open sessions. */
const madeAnew = ['subjects', 'subject_links', 'subject_aliases', 'fold_position', 'fold_failures', 'role_kinds', 'sessions', 'challenges', 'kysely_migration', 'kysely_migration_lock'];

export interface BackupOptions {
  /** Connected as owner, who sees every row. */
  readonly owner: Database;
  readonly dataDir: string;
  readonly derivations: readonly Derivation[];
  /** Where the backup goes; must not exist. Holds the private keys: mode 0600. */
  readonly file: string;
  readonly onProgress?: (what: string) => void;
}

/**
 * Writes everything into one tar file: all tables in one snapshot, the installation's keys, the files. The server may
 * run. The file has its name only when it is whole.
 * @throws Problem `operate.not_empty` when the file exists, `operate.not_running` without a log
 */
export async function backUp({ owner, dataDir, derivations, file, onProgress }: BackupOptions): Promise<BackupManifest> {
  if (existsSync(file)) refuse('operate.file_exists', { file });
  const draft = `${file}.draft`;
  const folder = await mkdtemp(path.join(path.dirname(path.resolve(file)), '.imena-backup-'));
  try {
    const { manifest, files } = await owner.transaction().setIsolationLevel('repeatable read').execute((tx) => dump(tx, { folder, dataDir, derivations, onProgress }));
    await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    onProgress?.(`files: ${files.length}`);
    await tar.create({ file: draft, cwd: folder, portable: true, mode: 0o600 }, ['manifest.json', 'tables']);
    await tar.replace({ file: draft, cwd: dataDir, portable: true }, [path.join('keys', 'log.key'), path.join('keys', 'device.key')]);
    for (let from = 0; from < files.length; from += 1000) await tar.replace({ file: draft, cwd: dataDir, portable: true }, files.slice(from, from + 1000));
    await chmod(draft, 0o600);
    await rename(draft, file);
    return manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(draft, { force: true });
  }
}

interface DumpOptions {
  readonly folder: string;
  readonly dataDir: string;
  readonly derivations: readonly Derivation[];
  readonly onProgress: ((what: string) => void) | undefined;
}

async function dump(tx: Database, { folder, dataDir, derivations, onProgress }: DumpOptions): Promise<{ manifest: BackupManifest; files: string[] }> {
  await sql`set transaction read only`.execute(tx);
  const log = await readLogState(tx);
  if (log === null) return refuse('operate.not_running', { folder: dataDir });
  const checkpoint = await readNewestCheckpoint(tx);
  const left = [...madeAnew, ...derivations.flatMap((derivation) => derivation.tables)];
  const tables: BackupManifest['tables'][number][] = [];
  await mkdir(path.join(folder, 'tables'));
  for (const name of (await listTables(tx)).filter((table) => !left.includes(table))) {
    const written = await dumpTable(tx, name, path.join(folder, 'tables', `${name}.jsonl`));
    tables.push({ name, ...written });
    onProgress?.(`${name}: ${written.rows}`);
  }
  // After the snapshot: every file that it names and that had arrived is there, and inputs of runs with them.
  const there: string[] = [];
  for await (const sha256 of new FolderFileStore(path.join(dataDir, 'files')).list()) there.push(sha256);
  const arrived = new Set(there);
  const missingFiles = (await readFileNames(tx)).map(({ sha256 }) => sha256).filter((sha256) => !arrived.has(sha256));
  const manifest: BackupManifest = {
    format: 'imena-backup/1', origin: log.origin, size: checkpoint?.size ?? 0, checkpoint: checkpoint?.note ?? '', migrations: await listMigrations(tx),
    tables, files: there.length, missingFiles,
  };
  return { manifest, files: there.map((sha256) => path.join('files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)) };
}

async function dumpTable(tx: Database, table: string, file: string): Promise<{ rows: number; sha256: string }> {
  const out = createWriteStream(file, { mode: 0o600 });
  const hash = createHash('sha256');
  let rows = 0;
  for await (const lines of readRows(tx, table)) {
    const text = lines.map((line) => `${line}\n`).join('');
    hash.update(text);
    rows += lines.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return { rows, sha256: hash.digest('hex') };
}
