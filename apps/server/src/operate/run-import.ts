import { randomUUID } from 'node:crypto';
import type { ImportRequest } from '../import/import-table.ts';
import { importTable, tryImport, type ImportReport } from '../import/import-table.ts';
import { optionsOf, type CommandOptions } from './commands.ts';
import { withInstallation } from './open-installation.ts';
import { withWriter } from './open-writer.ts';

export interface ImportCommand extends Omit<ImportRequest, 'newId'> {
  /** Tells what would be imported and writes nothing; works beside a running server. */
  readonly isDryRun: boolean;
}

/**
 * `imena import`: rows of a file become the installation's own statements, all of them or none. A running server is the
 * one writer of its log, so the import is refused while there is one.
 */
export async function runImport(options: CommandOptions, { isDryRun, ...request }: ImportCommand): Promise<ImportReport> {
  const database = optionsOf(options);
  const whole: ImportRequest = { ...request, newId: randomUUID };
  if (isDryRun) return withInstallation(database, 'beside', ({ worker }) => tryImport(worker, whole));
  return withWriter(database, async ({ ledger, author }) => {
    await ledger.folder.waitForAll(ledger.state.size);
    return importTable(ledger.worker, author, whole);
  });
}
