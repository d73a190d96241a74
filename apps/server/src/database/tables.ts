import type { Kysely, Transaction as KyselyTransaction } from 'kysely';

/** SQL is written out with bound parameters in `*.queries.ts`; Kysely gives transactions, pools and parameters. */
export interface Tables {
  /** Which migrations have run; Kysely's own table. */
  readonly kysely_migration: { readonly name: string };
}

/** A pool of connections, or a transaction: whatever a query can run on. */
export type Database = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;
