import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connectionUrl, type DatabaseConnection } from '../cluster/connection.ts';
import { ensureDatabase, ownerRole, withClient } from '../cluster/ensure-database.ts';
import { askDoor, type TestServerAddress } from './test-server-door.ts';
import { availableServers, type TestServer } from './test-servers.ts';

/** How the databases of a test begin: made once a run, then copied for each test file. */
export interface TestTemplate {
  /** Names the set of migrations; the same name means the same content within a run. */
  readonly name: string;
  /** Fills an empty database, connected as its owner (no superuser, may make roles). */
  readonly make: (owner: DatabaseConnection) => Promise<void>;
}

/** A database of one test file. */
export interface TestDatabase {
  /** As the owner of the database. */
  readonly owner: DatabaseConnection;
  /** The owner's connection as a URL. */
  readonly url: string;
  /** As another role, which must exist; on an external server it is given a password for that. */
  connectionAs(role: string): Promise<DatabaseConnection>;
  /** Removes it, closing whoever is still connected. */
  drop(): Promise<void>;
}

/** A transaction lock number of our own, so that test processes make a template one after another. */
const templateLock = 5_163_210_417;

/**
 * Makes a database for a test file by copying the template (tens of milliseconds). The server is started with the
 * first call of the run and shared by all test processes.
 */
export async function createTestDatabase({
  template,
  server = availableServers()[0],
}: {
  readonly template?: TestTemplate;
  readonly server?: TestServer;
} = {}): Promise<TestDatabase> {
  const address = await askDoor(inject('testServerDoor'), server.binFolder);
  const source = template === undefined ? undefined : await ensureTemplate(address, template);
  const database = `imena_test_${address.runMark}_${randomBytes(5).toString('hex')}`;
  if (source === undefined) await withTemplateLock(address, () => ensureDatabase(address, database));
  else await ensureDatabase(address, database, source);
  const owner = await connectAs(address, ownerRole, database);
  return {
    owner,
    url: connectionUrl(owner),
    connectionAs: (role) => connectAs(address, role, database),
    drop: () => dropDatabase(address, database),
  };
}

async function ensureTemplate(address: TestServerAddress, { name, make }: TestTemplate): Promise<string> {
  const template = `imena_template_${address.runMark}_${createHash('sha256').update(name).digest('hex').slice(0, 10)}`;
  await withTemplateLock(address, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount !== 0) return;
    // Under another name until it is whole, so that a failed migration leaves no template behind.
    const draft = `${template}_draft`;
    await dropDatabase(address, draft);
    await ensureDatabase(address, draft);
    await make(await connectAs(address, ownerRole, draft));
    await client.query(`alter database ${pg.escapeIdentifier(draft)} rename to ${pg.escapeIdentifier(template)}`);
  });
  return template;
}

async function withTemplateLock<T>(address: TestServerAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(address, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    return work(client); // the lock ends with the connection
  });
}

async function connectAs(address: TestServerAddress, role: string, database: string): Promise<DatabaseConnection> {
  const { host, port, password: own } = address;
  if (own === undefined) return { host, port, user: role, database };
  const password = createHash('sha256').update(`${address.runMark} ${role}`).digest('hex');
  await withClient(address, (client) =>
    client.query(`alter role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(password)}`),
  );
  return { host, port, user: role, database, password };
}

async function dropDatabase(address: TestServerAddress, database: string): Promise<void> {
  await withClient(address, (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`),
  );
}
