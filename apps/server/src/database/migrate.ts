import { Migrator, sql, type Migration } from 'kysely';
import { installJobQueue } from '../jobs/install-queue.ts';
import { openDatabase, type DatabaseTarget } from './open-database.ts';
import { migrations } from './migrations/index.ts';
import type { Database } from './tables.ts';

/** Brings a database to the newest schema, as its owner; returns the names of the migrations that ran. */
export async function migrate(owner: DatabaseTarget): Promise<string[]> {
  const db = openDatabase(owner, { max: 2, onError: () => undefined });
  try {
    const migrator = makeMigrator(db);
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error(JSON.stringify(error));
    // Whoever serves without the owner's address must see what is missing.
    await sql`grant select on kysely_migration to imena_app`.execute(db);
    await installJobQueue(owner);
    return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

/** Names of the migrations a database still lacks; works with the rights of any role that may read the list. */
export async function pendingMigrations(target: DatabaseTarget): Promise<string[]> {
  const db = openDatabase(target, { max: 1, onError: () => undefined });
  try {
    const migrator = makeMigrator(db);
    return (await migrator.getMigrations()).filter((migration) => migration.executedAt === undefined).map((migration) => migration.name);
  } finally {
    await db.destroy();
  }
}

/** Unordered, because parts of the server bring their migrations independently of each other. */
function makeMigrator(db: Database): Migrator {
  return new Migrator({ db, allowUnorderedMigrations: true, provider: { getMigrations: () => Promise.resolve(migrations as Record<string, Migration>) } });
}
