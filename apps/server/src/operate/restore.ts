import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openCheckpoint } from '@imena/ledger';
import { refuse } from '@imena/problem';
import * as tar from 'tar';
import { z } from 'zod';
import { syncRoleKinds } from '../access/index.ts';
import { openDatabase } from '../database/open-database.ts';
import type { Database } from '../database/tables.ts';
import { migrate } from '../database/migrate.ts';
import { derivationsOf } from '../derivations.ts';
import { FolderFileStore } from '../files/file-store.ts';
import { loadState } from '../ledger/load-state.ts';
import { openIdentity } from '../ledger/log-identity.ts';
import { rebuildRegister } from '../register/rebuild-register.ts';
import type { BackupManifest } from './backup.ts';
import { continueNumbers, insertRows, isDatabaseEmpty, listMigrations } from './backup.queries.ts';
import { makeDataFolder, restoringFolder } from './data-folder.ts';
import { checkDatabase, findDatabase, type DatabaseOptions, type FoundDatabase } from './find-database.ts';

const manifestSchema = z.object({
  format: z.literal('imena-backup/1'), origin: z.string(), size: z.number().int().min(0), checkpoint: z.string(), migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string().regex(/^[a-z_]+$/), rows: z.number().int().min(0), sha256: z.string() })),
  files: z.number().int().min(0), missingFiles: z.array(z.string()),
});

/**
 * Brings a backup back into an empty data folder (and an empty database): keys, files, tables, then the register folded
 * anew. The log is verified against its newest checkpoint before anything is said to be restored.
 * @throws Problem `operate.not_empty`, `operate.backup_damaged`, those of the start of a server
 */
export async function restore(file: string, options: DatabaseOptions & { readonly onProgress?: (what: string) => void }): Promise<BackupManifest> {
  const { dataDir } = options;
  makeDataFolder(dataDir);
  if ((await readdir(dataDir)).length > 0) refuse('operate.not_empty', { folder: dataDir });
  const unpacked = restoringFolder(dataDir);
  await mkdir(unpacked, { mode: 0o700 });
  const manifest = await unpack(file, { dataDir, unpacked });
  await checkFiles(manifest, dataDir);
  const database = await findDatabase(options);
  try {
    await fill(database, { dataDir, unpacked, manifest, onProgress: options.onProgress });
  } finally {
    await database.stop();
  }
  await rm(unpacked, { recursive: true, force: true });
  return manifest;
}

async function unpack(file: string, { dataDir, unpacked }: { dataDir: string; unpacked: string }): Promise<BackupManifest> {
  const isOurs = (name: string): boolean => /^(manifest\.json|tables\/[a-z_]+\.jsonl)$/.test(name);
  const isKept = (name: string): boolean => /^(keys\/(log|device)\.key|files\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64})$/.test(name);
  try {
    await tar.extract({ file, cwd: unpacked, strict: true, filter: isOurs });
    await tar.extract({ file, cwd: dataDir, strict: true, filter: isKept });
    return manifestSchema.parse(JSON.parse(await readFile(path.join(unpacked, 'manifest.json'), 'utf8')));
  } catch (error) {
    return refuse('operate.backup_damaged', { reason: error instanceof Error ? error.message.slice(0, 300) : String(error) });
  }
}

async function checkFiles(manifest: BackupManifest, dataDir: string): Promise<void> {
  const store = new FolderFileStore(path.join(dataDir, 'files'));
  let count = 0;
  for await (const sha256 of store.list()) {
    count += 1;
    if ((await store.check(sha256)) !== sha256) refuse('operate.backup_damaged', { reason: `file ${sha256}` });
  }
  if (count !== manifest.files) refuse('operate.backup_damaged', { reason: `${count} of ${manifest.files} files` });
}

interface FillOptions {
  readonly dataDir: string;
  readonly unpacked: string;
  readonly manifest: BackupManifest;
  readonly onProgress: ((what: string) => void) | undefined;
}

async function fill(database: FoundDatabase, { dataDir, unpacked, manifest, onProgress }: FillOptions): Promise<void> {
  await checkDatabase(database);
  await migrate(database.targets.owner);
  const owner = openDatabase(database.targets.owner, { max: 2, onError: () => undefined });
  const worker = openDatabase(database.targets.worker, { max: 2, onError: () => undefined });
  try {
    if (!(await isDatabaseEmpty(owner))) refuse('operate.not_empty', { folder: 'DATABASE_URL' });
    const known = await listMigrations(owner);
    const unknown = manifest.migrations.filter((name) => !known.includes(name));
    if (unknown.length > 0) refuse('operate.backup_damaged', { reason: `made by a newer release: ${unknown.join(', ')}` });
    await owner.transaction().execute(async (tx) => {
      for (const table of manifest.tables) {
        await fillTable(tx, table, path.join(unpacked, 'tables', `${table.name}.jsonl`));
        onProgress?.(`${table.name}: ${table.rows}`);
      }
      await continueNumbers(tx);
    });
    await syncRoleKinds(owner);
    const { identity } = await openIdentity(worker, { dataDir, newId: '', now: new Date(0) });
    const state = await loadState(worker, identity);
    if (manifest.checkpoint !== '') openCheckpoint(manifest.checkpoint, identity);
    if (state.size !== manifest.size) refuse('operate.backup_damaged', { reason: `${state.size} of ${manifest.size} entries` });
    const derivations = derivationsOf(new FolderFileStore(path.join(dataDir, 'files')));
    await rebuildRegister(worker, state.size, { now: new Date(), derivations, onProgress: (done) => onProgress?.(`register: ${done} of ${state.size}`) });
  } finally {
    await Promise.all([owner.destroy(), worker.destroy()]);
  }
}

const rowsAtOnce = 1000;

async function fillTable(tx: Database, table: BackupManifest['tables'][number], file: string): Promise<void> {
  const hash = createHash('sha256');
  let rows = 0;
  let lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    hash.update(`${line}\n`);
    rows += 1;
    lines.push(line);
    if (lines.length === rowsAtOnce) {
      await insertRows(tx, table.name, lines);
      lines = [];
    }
  }
  if (lines.length > 0) await insertRows(tx, table.name, lines);
  if (rows !== table.rows || hash.digest('hex') !== table.sha256) refuse('operate.backup_damaged', { reason: `table ${table.name}` });
}
