import pg from 'pg';
import type { DatabaseConnection } from './connection.ts';

/** The role that owns the databases and runs migrations. It is no superuser, so that migrations need none. */
export const ownerRole = 'imena_owner';

/**
 * Makes the owner role and the database unless they exist; returns whether the database is new.
 *
 * @param admin a superuser's connection to any database of the server
 * @param template the database to copy, when not the plain one
 */
export async function ensureDatabase(admin: DatabaseConnection, name: string, template?: string): Promise<boolean> {
  return withClient(admin, async (client) => {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [ownerRole]);
    // CREATEROLE: migrations make the application's and the worker's role.
    if (role.rowCount === 0) await client.query(`create role ${ownerRole} login createrole nosuperuser nobypassrls`);
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return false;
    const from = template === undefined ? '' : ` template ${pg.escapeIdentifier(template)}`;
    await client.query(`create database ${pg.escapeIdentifier(name)} owner ${ownerRole}${from}`);
    return true;
  });
}

/** Runs one piece of work on a connection of its own. */
export async function withClient<T>(
  connection: DatabaseConnection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection);
  // Without a listener, a server that goes away would end the whole process; the query in flight rejects by itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
