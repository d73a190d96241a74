import { equalBytes, noteSigner, vkeyOf } from '@imena/ledger';
import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { loadInstallationKeys, type InstallationKeys } from './installation-keys.ts';
import { insertLogState, readLogState, type LogStateRow } from './log-identity.queries.ts';
import type { LogIdentity } from './log-state.ts';

export interface OpenedIdentity {
  readonly identity: LogIdentity;
  readonly keys: InstallationKeys;
}

/**
 * Says which log this database holds, making a new one in an empty database, and opens the keys that sign for it.
 * @param newId a fresh random UUID, used only for a new installation
 * @throws Problem `server.keys_missing`, `server.keys_differ`
 */
export async function openIdentity(db: Database, { dataDir, newId, now }: { readonly dataDir: string; readonly newId: string; readonly now: Date }): Promise<OpenedIdentity> {
  const stored = await readLogState(db);
  const keys = loadInstallationKeys(dataDir, { isNew: stored === null });
  const row = stored ?? newLogState(keys, newId);
  if (!equalBytes(row.logPublicKey, keys.log.publicKey) || row.device !== keys.deviceId) refuse('server.keys_differ', { origin: row.origin });
  if (stored === null) await insertLogState(db, row, now);
  return { identity: identityOf(row, keys), keys };
}

/** Origins carry the number of the log, so that after the removal of a demonstration no old checkpoint fits. */
export function originOf(installation: string, generation: number): string {
  return generation === 1 ? `imena.invalid/${installation}` : `imena.invalid/${installation}/${generation}`;
}

function newLogState(keys: InstallationKeys, installation: string): LogStateRow {
  return {
    origin: originOf(installation, 1), installation, device: keys.deviceId, generation: 1, demonstration: false,
    logPublicKey: Buffer.from(keys.log.publicKey), devicePublicKey: Buffer.from(keys.device.publicKey),
  };
}

/** What a stored row and the keys make together. */
export function identityOf(row: LogStateRow, keys: InstallationKeys): LogIdentity {
  return {
    origin: row.origin, vkey: vkeyOf(row.origin, keys.log.publicKey), signer: noteSigner({ name: row.origin, seed: keys.log.seed }),
    installation: row.installation, device: row.device, devicePublicKey: keys.device.publicKey, generation: row.generation,
  };
}
