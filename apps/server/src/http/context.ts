import type { DatabaseTargets } from '../database/open-database.ts';
import type { Database } from '../database/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import type { InstallationAuthor } from '../ledger/append-as-installation.ts';
import type { Derivation } from '../register/derivation.ts';
import type { TaskSources } from '../register/task-sources.ts';
import type { OpenLedger } from '../ledger/open-ledger.ts';

/** What every part of the server works with. */
export interface ServerContext {
  /** As the application role: for requests, inside `withAccount`. */
  readonly db: Database;
  readonly ledger: OpenLedger;
  readonly author: InstallationAuthor;
  readonly files: FileStore;
  /** How many bytes one account may send in a day (UTC). */
  readonly uploadBytesPerDay: number;
  /** For processes that the server starts: they connect by themselves. */
  readonly targets: DatabaseTargets;
  /** Tables that follow from folded subjects. */
  readonly derivations: readonly Derivation[];
  /** Where "my tasks" come from; parts of the server add theirs. */
  readonly tasks: TaskSources;
  /** Called when the log was replaced by an empty one, in the owner's transaction: parts take away what rested on it. */
  readonly onLogReplaced: ((owner: Database) => Promise<void>)[];
  readonly now: () => Date;
  readonly log: (line: string) => void;
}
