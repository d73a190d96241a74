import { Migrator, type Migration } from 'kysely';
import { openDatabase, type DatabaseTarget } from './open-database.ts';
import { migrations } from './migrations/index.ts';

/** Brings a database to the newest schema, as its owner; returns the names of the migrations that ran. */
export async function migrate(owner: DatabaseTarget): Promise<string[]> {
  const db = openDatabase(owner, { max: 2, onError: () => undefined });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations as Record<string, Migration>) } });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error(JSON.stringify(error));
    return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

/** Names of the migrations a database still lacks; works with the rights of any role that may read the list. */
export async function pendingMigrations(target: DatabaseTarget): Promise<string[]> {
  const db = openDatabase(target, { max: 1, onError: () => undefined });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations as Record<string, Migration>) } });
    return (await migrator.getMigrations()).filter((migration) => migration.executedAt === undefined).map((migration) => migration.name);
  } finally {
    await db.destroy();
  }
}
