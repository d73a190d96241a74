import { chownSync, chmodSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '@imena/problem';
import { inspectBinaries, prepareBinaries } from './binaries.ts';
import { connectionUrl, type DatabaseConnection } from './connection.ts';
import { ensureDatabase, ownerRole } from './ensure-database.ts';
import { folderHolder, lockFolder, type FolderLock } from './folder-lock.ts';
import { ensureDataFolder, superuser } from './make-cluster.ts';
import { clearLeftovers, findPostmaster } from './postmaster-file.ts';
import { runPostmaster } from './run-postmaster.ts';
import { canWrite, chooseServerUser, type ServerUser } from './server-user.ts';
import { makeSocketFolder, removeSocketFolder, socketPort } from './socket-folder.ts';

/** Where a running built-in server is reached. */
export interface ClusterAddress {
  readonly socketFolder: string;
  readonly port: number;
  readonly pid: number;
  /** The role that owns the databases and runs migrations; no superuser. */
  readonly owner: string;
  /** The superuser; for making databases and roles only. */
  readonly superuser: string;
  /** Connection options of a role (default: the owner) to a database; there are no passwords on the private socket. */
  connection(database: string, user?: string): DatabaseConnection;
  /** The owner's connection as a URL. */
  ownerUrl(database: string): string;
}

/** A PostgreSQL server of our own, alive until `stop`. */
export interface Cluster extends ClusterAddress {
  /** The process number of a server that had outlived a killed Imena and was stopped first, or null. */
  readonly replaced: number | null;
  /** Resolves when the server has ended, asked or not: whoever runs it must not go on without it. */
  readonly ended: Promise<void>;
  /** Makes a database unless it exists, owned by the owner role; returns whether it is new. */
  ensureDatabase(name: string): Promise<boolean>;
  /** Ends the server in order and gives the data folder free. Problem: `cluster.stop_failed`. */
  stop(): Promise<void>;
}

/** What `startCluster` needs. */
export interface ClusterOptions {
  /** Absolute; the server keeps its own part in `<dataDir>/cluster`. Made when absent. */
  readonly dataDir: string;
  /** Hears of every step that takes time, one line each. */
  readonly log: (line: string) => void;
  /** A folder with another PostgreSQL's programs (15 or later); default: those that came with npm. */
  readonly binFolder?: string;
  /** PostgreSQL settings beyond ours, for tests and measurements. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How long to wait for another Imena that holds the folder (it may just be stopping); default 10 seconds. */
  readonly patienceMs?: number;
}

/** Copies of the programs for servers started by root; the version in the path keeps releases apart. */
const systemBinaries = '/var/lib/imena/programs';

/**
 * Starts the built-in PostgreSQL on a private Unix socket (no TCP), making its data on the first start and clearing
 * what a killed predecessor left: stale locks, a postmaster that outlived it.
 *
 * As root the server runs as the owner of the data, else `postgres`, else `nobody`, who must be able to reach `dataDir`.
 *
 * Problems: every `cluster.*`; `cluster.in_use` when another Imena runs on the same folder.
 */
export async function startCluster({
  dataDir,
  log,
  binFolder,
  settings = {},
  patienceMs = 10_000,
}: ClusterOptions): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  // One name for one folder: PostgreSQL's working directory, which we compare with, has its links resolved.
  const root = realpathSync(dataDir);
  const lock = await lockPatiently(root, { patienceMs, log });
  try {
    const cluster = path.join(root, 'cluster');
    const data = path.join(cluster, 'data');
    const user = chooseServerUser(data);
    makeClusterFolder(cluster, user);
    const copies = user.switched ? systemBinaries : path.join(root, 'programs');
    const binaries = binFolder === undefined ? prepareBinaries(user, copies) : inspectBinaries(binFolder, user);
    await ensureDataFolder(data, { binaries, user, log });
    const replaced = await clearLeftovers(data);
    if (replaced !== null) log(`stopped the database server of an earlier start (process ${replaced})`);
    const socketFolder = makeSocketFolder(cluster, user);
    const logFile = path.join(cluster, 'postgres.log');
    const postmaster = await runPostmaster({ data, logFile, socketFolder, binaries, user, settings, log });
    const address = addressOf(socketFolder, socketPort, postmaster.pid);
    return {
      ...address,
      replaced,
      ended: postmaster.ended,
      ensureDatabase: (name) => ensureDatabase(address.connection('postgres', superuser), name),
      stop: async () => {
        await postmaster.stop();
        removeSocketFolder(socketFolder);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * The server that another process (a running `imena serve`) keeps on that folder, or null: for commands that may work
 * beside it.
 */
export function findCluster(dataDir: string): ClusterAddress | null {
  try {
    const note = findPostmaster(path.join(realpathSync(dataDir), 'cluster', 'data'));
    return note?.ready === true ? addressOf(note.socketFolder, note.port, note.pid) : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** A predecessor that was asked to stop, or whose terminal was killed, needs a moment to end in order. */
async function lockPatiently(
  folder: string,
  { patienceMs, log }: { patienceMs: number; log: (line: string) => void },
): Promise<FolderLock> {
  const deadline = Date.now() + patienceMs;
  for (let told = false; Date.now() < deadline; told = true) {
    const holder = folderHolder(folder);
    if (holder === null || holder.pid === process.pid) break; // waiting for oneself is in vain
    if (!told) log(`waiting for process ${holder.pid}, which still uses ${folder}`);
    await wait(100);
  }
  return lockFolder(folder);
}

function addressOf(socketFolder: string, port: number, pid: number): ClusterAddress {
  const connection = (database: string, user: string = ownerRole): DatabaseConnection => ({
    host: socketFolder,
    port,
    user,
    database,
  });
  return {
    socketFolder,
    port,
    pid,
    owner: ownerRole,
    superuser,
    connection,
    ownerUrl: (database) => connectionUrl(connection(database)),
  };
}

function makeClusterFolder(folder: string, user: ServerUser): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (user.switched) chownSync(folder, user.uid, user.gid);
  if (!canWrite(user, folder)) refuse('cluster.folder_unreachable', { user: user.name, folder });
}
