import { refuse } from '@imena/problem';
import { logAccess } from './access-log.queries.ts';
import { findDevice, markRevoked, type DeviceRow } from './devices.queries.ts';
import type { Executor } from './executor.ts';
import type { AccessOptions } from './options.ts';
import { recordDevices } from './record-devices.ts';
import { hasRole, type RequestAccount } from './roles.ts';
import { withAccount } from './with-account.ts';

/** Devices to be revoked, by whom, why. */
export interface Revocation {
  readonly devices: readonly string[];
  readonly by: string;
  readonly explanation: string;
  readonly now: Date;
  readonly address: string;
}

/** Revokes devices within a transaction; the ledger hears of it afterwards through `recordDevices`. */
export async function revokeDevices(tx: Executor, revocation: Revocation): Promise<string[]> {
  const revoked = await markRevoked(tx, revocation);
  for (const id of revoked) {
    await logAccess(tx, { account: revocation.by, action: 'device.revoked', subject: id, detail: { explanation: revocation.explanation }, address: revocation.address, at: revocation.now });
  }
  return revoked;
}

/**
 * Revokes a device: one's own, or as coordinator of every scope anybody's. What it had signed before stays.
 * @throws Problem `access.not_found`, `access.device_revoked`
 */
export async function revokeDevice(
  options: Pick<AccessOptions, 'db' | 'now' | 'appendAsInstallation'>,
  { account, id, explanation, address }: { account: RequestAccount; id: string; explanation: string; address: string },
): Promise<DeviceRow> {
  const { db, now } = options;
  await withAccount(db, account.id, async (tx) => {
    const device = await findDevice(tx, id);
    const mayRevoke = device !== null && (device.account === account.id || hasRole(account, ['coordinator'], null));
    if (!mayRevoke) refuse('access.not_found');
    const revoked = await revokeDevices(tx, { devices: [id], by: account.id, explanation, now: now(), address });
    if (revoked.length === 0) refuse('access.device_revoked');
  });
  await recordDevices(options, [id]);
  return (await findDevice(db, id)) ?? refuse('access.not_found');
}
