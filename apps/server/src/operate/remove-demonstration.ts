import { rm } from 'node:fs/promises';
import { noteSigner, vkeyOf } from '@imena/ledger';
import { refuse } from '@imena/problem';
import { forgetDeviceEntries, recordDevices, type AccessOptions } from '../access/index.ts';
import { openDatabase } from '../database/open-database.ts';
import type { ServerContext } from '../http/context.ts';
import { originOf } from '../ledger/log-identity.ts';
import { readLogState } from '../ledger/log-identity.queries.ts';
import { LogState } from '../ledger/log-state.ts';
import { enrolInstallation } from './enrol-installation.ts';
import { beginLog, emptyLog } from './replace-log.queries.ts';

/**
 * Replaces the log of a demonstration by a new, empty one with another origin: no old checkpoint or proof fits it.
 * Accounts stay; their devices are said in the new log. The one way in which entries ever go, and only as the owner.
 *
 * A crash before the commit leaves the demonstration as it was; after it, an empty log whose first entries the next
 * start makes, and perhaps files that no entry names.
 * @throws Problem `operate.no_demonstration`
 */
export async function removeDemonstration(context: ServerContext, access: Pick<AccessOptions, 'db' | 'appendAsInstallation'>): Promise<void> {
  const { ledger, author, targets, files, derivations, onLogReplaced } = context;
  await ledger.folder.waitForAll(ledger.state.size);
  await ledger.writer.exclusive(async () => {
    const state = await readLogState(ledger.worker);
    if (state?.demonstration !== true) refuse('operate.no_demonstration');
    const next = { origin: originOf(state.installation, state.generation + 1), generation: state.generation + 1 };
    const owner = openDatabase(targets.owner, { max: 1, onError: () => undefined });
    try {
      await owner.transaction().execute(async (tx) => {
        for (const derivation of derivations) await derivation.empty(tx);
        for (const take of onLogReplaced) await take(tx);
        await emptyLog(tx);
        await beginLog(tx, next);
        await forgetDeviceEntries(tx);
      });
    } finally {
      await owner.destroy();
    }
    Object.assign(ledger.state, new LogState());
    ledger.folder.reset();
    Object.assign(ledger.identity, {
      ...next, vkey: vkeyOf(next.origin, ledger.keys.log.publicKey), signer: noteSigner({ name: next.origin, seed: ledger.keys.log.seed }),
    });
  });
  await rm(files.folder, { recursive: true, force: true });
  await enrolInstallation(ledger, author);
  await recordDevices(access, 'all');
}
