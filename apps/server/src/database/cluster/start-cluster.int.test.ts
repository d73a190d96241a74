import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ProblemError } from '@imena/problem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableServers } from '../testing/test-servers.ts';
import { withClient } from './ensure-database.ts';
import { findCluster, startCluster, type Cluster } from './start-cluster.ts';

const heard: string[] = [];
const log = (line: string): void => void heard.push(line);
const isRoot = process.getuid?.() === 0;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync('/tmp/imena-cluster-');
  chmodSync(folder, 0o711);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function codeOf(start: Promise<Cluster>): Promise<string> {
  try {
    await (await start).stop();
    return 'started';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

describe.each(availableServers())('a cluster made by $name', ({ name, binFolder }) => {
  let cluster: Cluster;
  const place = (): string => path.join(folder, name.replace(/\W/g, ''));

  beforeAll(async () => {
    cluster = await startCluster({ dataDir: place(), log, ...(binFolder === null ? {} : { binFolder }) });
  });
  afterAll(() => cluster.stop());

  async function ask(query: string, user = cluster.superuser): Promise<Record<string, unknown>> {
    const answer = await withClient(cluster.connection('postgres', user), (client) =>
      client.query<Record<string, unknown>>(query),
    );
    return answer.rows[0] ?? {};
  }

  it('keeps what it acknowledged through a power cut, and notices damaged pages', async () => {
    const settings = `select ${['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'].map((s) => `current_setting('${s}') as ${s}`).join(', ')}`;
    expect(await ask(settings)).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
    });
  });

  it('listens on a private socket with a short path, and on no network address', async () => {
    expect(await ask(`select current_setting('listen_addresses') as addresses`)).toEqual({ addresses: '' });
    expect(statSync(cluster.socketFolder).mode & 0o777).toBe(0o700);
    expect(Buffer.byteLength(path.join(cluster.socketFolder, '.s.PGSQL.5432'))).toBeLessThan(107);
  });

  it('sorts by ICU in UTF-8, and its trigrams know Cyrillic', async () => {
    await ask('create extension pg_trgm');
    const row =
      await ask(`select datlocprovider as provider, datctype as characters, pg_encoding_to_char(encoding) as encoding,
      similarity('Ковальчук', 'Коваль') as similarity from pg_database where datname = current_database()`);
    expect(row).toMatchObject({ provider: 'i', characters: 'C.UTF-8', encoding: 'UTF8' });
    expect(row['similarity']).toBeGreaterThan(0.3);
  });

  it('makes a database once, owned by a role that is no superuser and may make roles', async () => {
    expect(await cluster.ensureDatabase('register')).toBe(true);
    expect(await cluster.ensureDatabase('register')).toBe(false);
    const row = await ask(
      `select rolsuper, rolcreaterole, rolbypassrls from pg_roles where rolname = current_user`,
      cluster.owner,
    );
    expect(row).toEqual({ rolsuper: false, rolcreaterole: true, rolbypassrls: false });
  });

  it('is found by a second program that works beside it', () => {
    expect(findCluster(place())?.connection('register')).toEqual(cluster.connection('register'));
    expect(findCluster(path.join(folder, 'nothing-here'))).toBeNull();
  });
});

describe('starting the built-in server', () => {
  it('is refused in words while this very program already runs on the folder', async () => {
    const dataDir = path.join(folder, 'twice');
    const first = await startCluster({ dataDir, log });
    expect(await codeOf(startCluster({ dataDir, log }))).toBe('cluster.in_use');
    await first.stop();
    await first.ended;
    expect(findCluster(dataDir)).toBeNull();
  });

  it('throws away a database that a crash left half made', async () => {
    const dataDir = path.join(folder, 'half-made');
    mkdirSync(path.join(dataDir, 'cluster', 'data.draft'), { recursive: true });
    chmodSync(dataDir, 0o711);
    writeFileSync(path.join(dataDir, 'cluster', 'data.draft', 'PG_VERSION'), '18\n');
    expect(await codeOf(startCluster({ dataDir, log }))).toBe('started');
    expect(existsSync(path.join(dataDir, 'cluster', 'data.draft'))).toBe(false);
  });

  it('puts the socket elsewhere when the folder has too long a path, and takes it away again', async () => {
    const dataDir = path.join(folder, 'long-'.repeat(30));
    const cluster = await startCluster({ dataDir, log });
    expect(cluster.socketFolder.startsWith(folder)).toBe(false);
    await cluster.ensureDatabase('register');
    await cluster.stop();
    expect(existsSync(cluster.socketFolder)).toBe(false);
  });

  it('is refused on data of another PostgreSQL version, which are left as they are', async () => {
    const dataDir = path.join(folder, 'twice');
    const version = path.join(dataDir, 'cluster', 'data', 'PG_VERSION');
    const before = readFileSync(version, 'utf8');
    writeFileSync(version, '14\n');
    expect(await codeOf(startCluster({ dataDir, log }))).toBe('cluster.version');
    writeFileSync(version, before);
    expect(await codeOf(startCluster({ dataDir, log }))).toBe('started');
  });

  it('says why, in the words of PostgreSQL, when a setting is wrong', async () => {
    const dataDir = path.join(folder, 'twice');
    const start = startCluster({ dataDir, log, settings: { shared_buffers: 'many' } });
    await expect(start).rejects.toThrow(/cluster\.start_failed.*shared_buffers/);
  });

  it.runIf(isRoot)('is refused as root in a folder that the user of the database cannot reach', async () => {
    const closed = mkdtempSync('/tmp/imena-closed-'); // mode 0700, owned by root
    expect(await codeOf(startCluster({ dataDir: path.join(closed, 'data'), log }))).toBe('cluster.folder_unreachable');
    rmSync(closed, { recursive: true });
  });
});
