import { randomUUID } from 'node:crypto';
import * as nodeCrypto from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { primitivesFromNode, usePrimitives } from '@imena/ledger';
import { refuse } from '@imena/problem';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open-database.ts';
import { derivationsOf } from '../derivations.ts';
import { FolderFileStore } from '../files/file-store.ts';
import { InstallationAuthor } from '../ledger/append-as-installation.ts';
import { openLedger, type OpenLedger } from '../ledger/open-ledger.ts';
import { checkDatabase, findDatabase, type DatabaseOptions } from './find-database.ts';

/**
 * Opens the log of an installation as its one writer, for a command that states something itself, and closes it when
 * the register has caught up. Refused while a server runs.
 * @throws Problem `operate.not_running`, `cluster.in_use`, `server.second_writer`
 */
export async function withWriter<T>(options: DatabaseOptions, work: (writer: { readonly ledger: OpenLedger; readonly author: InstallationAuthor }) => Promise<T>): Promise<T> {
  usePrimitives(primitivesFromNode(nodeCrypto));
  const { dataDir, log } = options;
  if (!existsSync(path.join(dataDir, 'keys'))) refuse('operate.not_running', { folder: dataDir });
  const database = await findDatabase(options);
  try {
    await checkDatabase(database);
    if (database.hasOwner) await migrate(database.targets.owner);
    const worker = openDatabase(database.targets.worker, { max: 2, onError: () => undefined });
    try {
      const files = new FolderFileStore(path.join(dataDir, 'files'));
      const ledger = await openLedger({ targets: database.targets, worker, dataDir, now: () => new Date(), newId: randomUUID, log, derivations: derivationsOf(files) });
      try {
        const result = await work({ ledger, author: new InstallationAuthor(ledger, files) });
        await ledger.folder.waitForAll(ledger.state.size);
        return result;
      } finally {
        await ledger.close();
      }
    } finally {
      await worker.destroy();
    }
  } finally {
    await database.stop();
  }
}
