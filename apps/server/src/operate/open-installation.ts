import path from 'node:path';
import { primitivesFromNode, usePrimitives } from '@imena/ledger';
import * as nodeCrypto from 'node:crypto';
import { existsSync } from 'node:fs';
import { refuse } from '@imena/problem';
import { findCluster } from '../database/cluster/start-cluster.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase, openSingleConnection, type DatabaseTargets } from '../database/open-database.ts';
import type { Database } from '../database/tables.ts';
import { derivationsOf } from '../derivations.ts';
import { FolderFileStore, type FileStore } from '../files/file-store.ts';
import { loadState } from '../ledger/load-state.ts';
import { openIdentity } from '../ledger/log-identity.ts';
import { tryWriterLock } from '../ledger/log-identity.queries.ts';
import type { LogIdentity } from '../ledger/log-state.ts';
import type { Derivation } from '../register/derivation.ts';
import { checkDatabase, findDatabase, type DatabaseOptions, type FoundDatabase } from './find-database.ts';

/** An installation opened by a command, beside a running server or with the server stopped. */
export interface OpenInstallation {
  readonly targets: DatabaseTargets;
  readonly owner: Database;
  readonly worker: Database;
  readonly identity: LogIdentity;
  /** How many entries the log holds, compared with its newest checkpoint. */
  readonly size: number;
  readonly files: FileStore;
  readonly derivations: readonly Derivation[];
  /** Whether a server is running on the same data: then nothing may be changed. */
  readonly isServed: boolean;
}

/**
 * Opens the installation of a data folder for a command and closes it again.
 * @param needs `alone` refuses while a server runs; `beside` works with it
 * @throws Problem `operate.not_running` when there is none, `server.second_writer`
 */
export async function withInstallation<T>(options: DatabaseOptions, needs: 'alone' | 'beside', work: (installation: OpenInstallation) => Promise<T>): Promise<T> {
  usePrimitives(primitivesFromNode(nodeCrypto));
  const { dataDir } = options;
  if (!existsSync(path.join(dataDir, 'keys'))) refuse('operate.not_running', { folder: dataDir });
  const database = (needs === 'beside' ? besideServer(options) : null) ?? (await findDatabase(options));
  try {
    return await openIn(database, { dataDir, needs, work });
  } finally {
    await database.stop();
  }
}

function besideServer({ dataDir, databaseUrl }: DatabaseOptions): FoundDatabase | null {
  if (databaseUrl !== undefined && databaseUrl !== '') return null;
  const cluster = findCluster(dataDir);
  if (cluster === null) return null;
  const targets = { owner: cluster.connection('imena'), app: cluster.connection('imena', 'imena_app'), worker: cluster.connection('imena', 'imena_worker') };
  return { targets, login: targets.app, hasOwner: true, kind: 'embedded', ended: new Promise(() => undefined), stop: () => Promise.resolve() };
}

async function openIn<T>(
  database: FoundDatabase, { dataDir, needs, work }: { dataDir: string; needs: 'alone' | 'beside'; work: (installation: OpenInstallation) => Promise<T> },
): Promise<T> {
  const lock = await openSingleConnection(database.targets.worker);
  const owner = openDatabase(database.targets.owner, { max: 2, onError: () => undefined });
  const worker = openDatabase(database.targets.worker, { max: 2, onError: () => undefined });
  try {
    const isServed = !(await tryWriterLock(lock.db));
    if (isServed && needs === 'alone') refuse('server.second_writer');
    if (!isServed) {
      await checkDatabase(database);
      if (database.hasOwner) await migrate(database.targets.owner);
    }
    const { identity } = await openIdentity(worker, { dataDir, newId: '', now: new Date(0) });
    const { size } = await loadState(worker, identity);
    const files = new FolderFileStore(path.join(dataDir, 'files'));
    return await work({ targets: database.targets, owner, worker, identity, size, files, derivations: derivationsOf(files), isServed });
  } finally {
    await Promise.all([owner.destroy(), worker.destroy(), lock.close()]);
  }
}
