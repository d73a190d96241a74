import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { folderHolder } from '../cluster/folder-lock.ts';
import { withClient } from '../cluster/ensure-database.ts';
import { clearLeftovers } from '../cluster/postmaster-file.ts';
import { startCluster, type Cluster } from '../cluster/start-cluster.ts';
import type { TestServerAddress } from './test-server-door.ts';
import { externalUrl } from './test-servers.ts';

/** The servers of one test run: each started when first asked for, all gone at the end. */
export interface TestServers {
  find(binFolder: string | null): Promise<TestServerAddress>;
  stopAll(): Promise<void>;
}

const prefix = 'imena-test-';

/** Data that end with the run need not survive a power cut; a killed process loses nothing without fsync either. */
const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };

/** Prepares the servers of one run; nothing is started yet. */
export function runTestServers(): TestServers {
  const runMark = randomBytes(4).toString('hex');
  const started = new Map<string, Promise<Cluster>>();
  const folders: string[] = [];
  const external = externalUrl();

  async function start(binFolder: string | null): Promise<Cluster> {
    await sweepLeftovers();
    const folder = mkdtempSync(path.join(temporaryFolder(), prefix));
    chmodSync(folder, 0o711); // the user of the server passes through
    folders.push(folder);
    return startCluster({
      dataDir: folder,
      log: () => undefined,
      settings,
      ...(binFolder === null ? {} : { binFolder }),
    });
  }

  return {
    async find(binFolder) {
      if (external !== null) return { ...parseUrl(external), runMark };
      const key = binFolder ?? '';
      const cluster = started.get(key) ?? start(binFolder);
      started.set(key, cluster);
      const server = await cluster;
      return { ...server.connection('postgres', server.superuser), runMark };
    },
    async stopAll() {
      for (const cluster of await Promise.allSettled(started.values()))
        if (cluster.status === 'fulfilled') await cluster.value.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
      if (external !== null) await dropMarked(parseUrl(external), runMark);
    },
  };
}

/** As root the temporary folder of the environment may be closed to the user of the server; /tmp is open to all. */
function temporaryFolder(): string {
  return process.getuid?.() === 0 ? '/tmp' : os.tmpdir();
}

/** Ends and removes the servers of runs that were killed: their folder still holds a lock, of a process that is gone. */
async function sweepLeftovers(): Promise<void> {
  const base = temporaryFolder();
  for (const name of readdirSync(base)) {
    const folder = path.join(base, name);
    if (!name.startsWith(prefix) || !isAbandoned(folder)) continue;
    await clearLeftovers(path.join(folder, 'cluster', 'data'));
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAbandoned(folder: string): boolean {
  try {
    return existsSync(path.join(folder, 'imena.lock')) && folderHolder(folder) === null;
  } catch {
    return false; // another user's folder, or just now removed by another run
  }
}

async function dropMarked(address: Omit<TestServerAddress, 'runMark'>, runMark: string): Promise<void> {
  await withClient(address, async (client) => {
    const found = await client.query<{ datname: string }>('select datname from pg_database where datname like $1', [
      `imena\\_%${runMark}%`,
    ]);
    for (const { datname } of found.rows)
      await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
  });
}

function parseUrl(url: string): Omit<TestServerAddress, 'runMark'> {
  const { host, port, user, password, database } = new pg.Client({ connectionString: url });
  return {
    host,
    port,
    user: user ?? 'postgres',
    database: database ?? 'postgres',
    ...(typeof password === 'string' && password !== '' ? { password } : {}),
  };
}
