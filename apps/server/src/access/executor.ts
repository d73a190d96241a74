import type { Database } from '../database/tables.ts';

/** Something that runs SQL: the pool, or (most of the time) a transaction. */
export type Executor = Database;
