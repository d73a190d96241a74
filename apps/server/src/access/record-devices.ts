import { setEnrolledEntry, setRevokedEntry, unrecordedDevices } from './devices.queries.ts';
import type { AccessOptions } from './options.ts';

/**
 * Says in the ledger what was enrolled and revoked and is not said there yet: after an enrolment (`ids`), at every
 * start and after the log was begun anew (`'all'`).
 *
 * The entry is appended first and noted afterwards. A crash in between leaves it unnoted, and the next start says it a
 * second time: two equal statements of one device, which is true and harmless. The other order could lose it.
 */
export async function recordDevices({ db, appendAsInstallation }: Pick<AccessOptions, 'db' | 'appendAsInstallation'>, ids: readonly string[] | 'all'): Promise<void> {
  for (const device of await unrecordedDevices(db, ids === 'all' ? null : ids)) {
    const { id, subject, account, label, possession } = device;
    if (device.enrolledEntry === null) {
      const publicKey = Buffer.from(device.publicKey).toString('base64url');
      const entry = await appendAsInstallation({ subject, body: { type: 'device.enrolled', basis: 'observed', publicKey, account, label, possession } });
      await setEnrolledEntry(db, id, entry.id);
    }
    if (device.revokedAt !== null && device.revokedEntry === null) {
      const body = { type: 'device.revoked', basis: 'decided', explanation: device.revocation ?? '', revokedBy: device.revokedBy ?? account } as const;
      const entry = await appendAsInstallation({ subject, body });
      await setRevokedEntry(db, id, entry.id);
    }
  }
}
