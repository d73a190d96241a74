import path from 'node:path';
import { makeProblem, ProblemError, refuse } from '@imena/problem';
import { sql } from 'kysely';
import { assertSafeRole } from '../access/index.ts';
import { startCluster } from '../database/cluster/start-cluster.ts';
import { pendingMigrations } from '../database/migrate.ts';
import { openDatabase, type DatabaseTarget, type DatabaseTargets } from '../database/open-database.ts';

/** A database that is up, and how to end what was started for it. */
export interface FoundDatabase {
  readonly targets: DatabaseTargets;
  /** The login behind the application's role, before it takes that role: what it could do if a query took it back. */
  readonly login: DatabaseTarget;
  /** Whether `targets.owner` may run migrations; not so with DATABASE_URL alone. */
  readonly hasOwner: boolean;
  readonly kind: 'embedded' | 'external';
  /** Resolves when a database server of our own has ended by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface DatabaseOptions {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** The owner's address beside DATABASE_URL, for migrations. */
  readonly ownerUrl: string | undefined;
  readonly log: (line: string) => void;
}

/** The database that the environment selects: a server elsewhere, or our own in the data folder, started now. */
export async function findDatabase({ dataDir, databaseUrl, ownerUrl, log }: DatabaseOptions): Promise<FoundDatabase> {
  if (databaseUrl !== undefined && databaseUrl !== '') return findExternal(databaseUrl, ownerUrl);
  const cluster = await startCluster({ dataDir: path.resolve(dataDir), log });
  try {
    await cluster.ensureDatabase('imena');
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  const targets = { owner: cluster.connection('imena'), app: cluster.connection('imena', 'imena_app'), worker: cluster.connection('imena', 'imena_worker') };
  return { targets, login: targets.app, hasOwner: true, kind: 'embedded', ended: cluster.ended, stop: () => cluster.stop() };
}

/**
 * A server elsewhere: the login of DATABASE_URL is a member of the application's and the worker's role and nothing
 * more; the owner's address is needed only while there are migrations to run.
 */
function findExternal(databaseUrl: string, ownerUrl: string | undefined): FoundDatabase {
  const as = (role: string): DatabaseTarget => ({ connectionString: databaseUrl, options: `-c role=${role}` });
  const hasOwner = ownerUrl !== undefined && ownerUrl !== '';
  const owner = hasOwner ? { connectionString: ownerUrl } : { connectionString: databaseUrl };
  return { targets: { owner, app: as('imena_app'), worker: as('imena_worker') }, login: { connectionString: databaseUrl }, hasOwner, kind: 'external', ended: new Promise(() => undefined), stop: () => Promise.resolve() };
}

/**
 * Refuses a database that is too old or lacks migrations nobody here may run.
 * @throws Problem `server.database_old`, `server.migrations_pending`
 */
export async function checkDatabase({ targets, hasOwner }: FoundDatabase): Promise<void> {
  const db = openDatabase(targets.owner, { max: 1, onError: () => undefined });
  try {
    const { rows } = await sql<{ version: number; name: string }>`select current_setting('server_version_num')::integer as version, current_setting('server_version') as name`.execute(db);
    if ((rows[0]?.version ?? 0) < 150_000) refuse('server.database_old', { version: rows[0]?.name ?? '?' });
  } finally {
    await db.destroy();
  }
  if (hasOwner) return;
  const pending = await pendingMigrations(targets.owner);
  if (pending.length > 0) throw new ProblemError(makeProblem('server.migrations_pending', { names: pending.join(', ') }));
}

/** Refuses to serve requests as a role that row-level security does not bind. @throws Problem `access.unsafe_role` */
export async function checkRole({ login }: FoundDatabase): Promise<void> {
  const db = openDatabase(login, { max: 1, onError: () => undefined });
  try {
    await assertSafeRole(db);
  } finally {
    await db.destroy();
  }
}
