import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { Database, Tables } from './tables.ts';

/** How a client of node-postgres reaches a database in one role. */
export type DatabaseTarget = pg.ClientConfig;

/** The addresses of one database in its three roles; `owner` runs migrations and nothing else. */
export interface DatabaseTargets {
  readonly owner: DatabaseTarget;
  readonly app: DatabaseTarget;
  readonly worker: DatabaseTarget;
}

/** int8 as number: log indexes and sizes stay far below 2^53. */
function numbersAsNumbers(): pg.CustomTypesConfig {
  const overrides = new pg.TypeOverrides();
  overrides.setTypeParser(pg.types.builtins.INT8, Number);
  return overrides;
}

export interface OpenOptions {
  readonly max?: number;
  /** Hears when an idle connection breaks; the pool makes a new one at the next query. */
  readonly onError: (error: Error) => void;
}

/** Opens a pool of connections in one role. JIT is off: it costs more than every query here takes. */
export function openDatabase(target: DatabaseTarget, { max = 8, onError }: OpenOptions): Database {
  const pool = new pg.Pool({ ...target, options: joinOptions(target.options, '-c jit=off'), types: numbersAsNumbers(), max });
  pool.on('error', onError);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** One connection that is never replaced by another: what it holds (a lock) it holds until it ends. */
export interface SingleConnection {
  readonly db: Database;
  /** Resolves with the reason when the connection has ended, asked or not. */
  readonly ended: Promise<Error | null>;
  close(): Promise<void>;
}

/** Opens the one connection of the ledger's writer; when it breaks, every later query on it is refused. */
export async function openSingleConnection(target: DatabaseTarget): Promise<SingleConnection> {
  const client = new pg.Client({ ...target, options: joinOptions(target.options, '-c jit=off'), types: numbersAsNumbers(), keepAlive: true });
  let lost: Error | null = null;
  const ended = new Promise<Error | null>((resolve) => {
    client.on('error', (error) => {
      lost ??= error;
      resolve(lost);
    });
    client.on('end', () => resolve(lost));
  });
  await client.connect();
  const turns = takeTurns();
  const pool: PostgresPool = {
    connect: async () => {
      const release = await turns();
      return {
        query: client.query.bind(client),
        release,
      };
    },
    end: () => client.end(),
  };
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, ended, close: () => client.end() };
}

/** Hands out one thing to one holder after another. */
function takeTurns(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let release: () => void = () => undefined;
    last = new Promise((resolve) => { release = resolve; });
    await before;
    return release;
  };
}

function joinOptions(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
