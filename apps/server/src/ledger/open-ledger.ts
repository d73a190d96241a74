import type { Database } from '../database/tables.ts';
import { openSingleConnection, type DatabaseTargets, type SingleConnection } from '../database/open-database.ts';
import { refuse } from '@imena/problem';
import type { Derivation } from '../register/derivation.ts';
import { RegisterFolder } from '../register/folder.ts';
import { EntryRules } from './entry-rules.ts';
import type { InstallationKeys } from './installation-keys.ts';
import { loadState } from './load-state.ts';
import { openIdentity } from './log-identity.ts';
import { tryWriterLock } from './log-identity.queries.ts';
import type { LogIdentity, LogState } from './log-state.ts';
import { LedgerWriter } from './writer.ts';

/** The open log of an installation: the only way to write to it, and what is known of it in memory. */
export interface OpenLedger {
  readonly identity: LogIdentity;
  readonly keys: InstallationKeys;
  readonly state: LogState;
  readonly rules: EntryRules;
  readonly writer: LedgerWriter;
  readonly folder: RegisterFolder;
  /** As the worker role: reads and writes past the wall of single accounts. */
  readonly worker: Database;
  /** Resolves with the reason when the writer's connection, and with it the lock, is lost. */
  readonly lost: Promise<Error | null>;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Finishes what is queued, then gives the lock free. */
  close(): Promise<void>;
}

export interface OpenLedgerOptions {
  readonly targets: DatabaseTargets;
  readonly worker: Database;
  readonly dataDir: string;
  readonly now: () => Date;
  /** A fresh random UUID for a new installation. */
  readonly newId: () => string;
  readonly log: (line: string) => void;
  /** Tables that follow from folded subjects. */
  readonly derivations: readonly Derivation[];
}

/**
 * Opens the log of a database as its only writer and lets the register catch up behind it.
 * @throws Problem `server.second_writer` when another server writes to this database; `server.keys_missing`,
 * `server.keys_differ`, `server.log_differs`
 */
export async function openLedger(options: OpenLedgerOptions): Promise<OpenLedger> {
  const connection = await openSingleConnection(options.targets.worker);
  try {
    if (!(await tryWriterLock(connection.db))) refuse('server.second_writer');
    return await openWith(connection, options);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function openWith(connection: SingleConnection, { worker, dataDir, now, newId, log, derivations }: OpenLedgerOptions): Promise<OpenLedger> {
  const { identity, keys } = await openIdentity(connection.db, { dataDir, newId: newId(), now: now() });
  const state = await loadState(connection.db, identity);
  const rules = new EntryRules();
  const folder = new RegisterFolder({ db: worker, now, log, derivations });
  const writer = new LedgerWriter({
    connection, identity, state, rules, now, log,
    onCommit: (size) => folder.follow(size),
    waitForFold: (size) => folder.waitForAll(size),
  });
  await folder.start(state.size);
  return {
    identity, keys, state, rules, writer, folder, worker, now, log,
    lost: connection.ended,
    close: async () => {
      await writer.close();
      await folder.close();
      await connection.close();
    },
  };
}
