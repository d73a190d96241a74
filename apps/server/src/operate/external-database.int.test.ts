import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { connectionUrl } from '../database/cluster/connection.ts';
import { withClient } from '../database/cluster/ensure-database.ts';
import { createTestDatabase } from '../database/testing/test-database.ts';
import { availableServers } from '../database/testing/test-servers.ts';
import { startServer, type RunningServer, type ServerOptions } from '../start-server.ts';
import { siteStatement } from '../testing/test-server.ts';
import { runDoctor } from './commands.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (let next = open.pop(); next !== undefined; next = open.pop()) await next();
});

interface Elsewhere {
  readonly ownerUrl: string;
  /** A login that is a member of the application's and the worker's role and nothing more. */
  readonly serviceUrl: string;
  readonly dataDir: string;
  readonly start: (settings: Pick<ServerOptions, 'databaseUrl' | 'ownerUrl'>) => Promise<RunningServer>;
}

// As docs/operating/running.md says; roles belong to the whole server, so another test may have made them.
const makeRoles = `
do $$
declare wanted text;
begin
  foreach wanted in array array['imena_app', 'imena_worker', 'imena_service'] loop
    begin
      execute format('create role %I login nosuperuser nobypassrls nocreaterole nocreatedb', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
  grant imena_app, imena_worker to imena_service;
end $$`;

/** An empty database on a PostgreSQL that is not Imena's own, prepared as an administrator prepares it. */
async function prepared(server: ReturnType<typeof availableServers>[0]): Promise<Elsewhere> {
  const database = await createTestDatabase({ server });
  open.push(() => database.drop());
  await withClient(database.owner, (client) => client.query(makeRoles));
  const dataDir = await mkdtemp(path.join(tmpdir(), 'imena-elsewhere-'));
  open.push(() => rm(dataDir, { recursive: true, force: true }));
  return {
    ownerUrl: database.url, serviceUrl: connectionUrl(await database.connectionAs('imena_service')), dataDir,
    start: async (settings) => {
      const running = await startServer({ dataDir, port: 0, webFolder: path.join(dataDir, 'no-pages'), ...settings });
      open.push(() => running.stop());
      return running;
    },
  };
}

describe.each(availableServers())('a PostgreSQL elsewhere ($name), with DATABASE_URL', (server) => {
  it('is refused while its tables are missing and nobody may make them', async () => {
    const { start, serviceUrl } = await prepared(server);
    await expect(start({ databaseUrl: serviceUrl })).rejects.toThrow('server.migrations_pending');
  });

  it('is migrated once with the owner’s address and then served without it; what was written is there', async () => {
    const { start, serviceUrl, ownerUrl, dataDir } = await prepared(server);
    const site = randomUUID();
    const first = await start({ databaseUrl: serviceUrl, ownerUrl });
    const statement = siteStatement(site);
    await first.context.author.append([{ scope: site, subject: site, body: { basis: 'observed', ...statement.body } as never }]);
    const { size } = first.context.ledger.state;
    await first.stop();

    const second = await start({ databaseUrl: serviceUrl });
    expect(second.context.ledger.state.size).toBe(size);
    const link = await second.makeSetupLink();
    const payload = { token: link?.split('#')[1], login: 'first', displayName: 'First (synthetic)', password: 'eleven herons over the lake', allRoles: true };
    const answer = await second.app.inject({ method: 'POST', url: '/api/setup', headers: { 'x-imena': '1' }, payload });
    expect(answer.statusCode).toBe(200);
    const cookie = /imena_session=[^;]+/.exec(String(answer.headers['set-cookie']))?.[0] ?? '';
    expect((await second.app.inject({ url: `/api/subjects/${site}?waitFor=${size - 1}`, headers: { cookie } })).statusCode).toBe(200);
    await second.stop();

    const findings = await runDoctor({ environment: { DATABASE_URL: serviceUrl }, data: dataDir, log: () => undefined }, { isFull: true });
    // The test's PostgreSQL is fast and not durable on purpose; the doctor says so.
    expect(findings.filter((finding) => !finding.ok).map((finding) => finding.check).filter((check) => check !== 'database')).toEqual([]);
  });

  it('is not served with the owner’s own login, which no wall binds', async () => {
    const { start, ownerUrl } = await prepared(server);
    await expect(start({ databaseUrl: ownerUrl, ownerUrl })).rejects.toThrow('access.unsafe_role');
  });
});
