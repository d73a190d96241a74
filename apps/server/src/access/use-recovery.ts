import { refuse } from '@imena/problem';
import { findAccountById, setPasswordHash } from './accounts.queries.ts';
import { logAccess } from './access-log.queries.ts';
import { listDevices } from './devices.queries.ts';
import { forgiveAccount } from './login-limits.queries.ts';
import type { AccessOptions } from './options.ts';
import { passwordProblem } from './password-rules.ts';
import { hashPassword } from './passwords.ts';
import { recordDevices } from './record-devices.ts';
import { lockUsableRecovery, markUsed } from './recoveries.queries.ts';
import { revokeDevices } from './revoke-device.ts';
import { deleteSessionsOf } from './sessions.queries.ts';
import { revokeKeysOf } from './signing-keys.queries.ts';
import { tokenHash } from './tokens.ts';
import { setAccount } from './with-account.queries.ts';
import { withAccount } from './with-account.ts';

type Options = Pick<AccessOptions, 'db' | 'now' | 'appendAsInstallation'>;

/**
 * Carries an approved recovery out. `password`: the new one is set and the delays on login end. `device`: every device
 * of the person is revoked. `key`: every signing key is withdrawn. In each case all sessions end; the person then logs
 * in and enrols a new device or key.
 * @throws Problem `access.link_invalid`, `access.password_*`
 */
export async function useRecovery(options: Options, { token, password, address }: { token: string; password: string | null; address: string }): Promise<void> {
  const { db, now } = options;
  const hash = tokenHash(token);
  const known = await withAccount(db, null, (tx) => lockUsableRecovery(tx, hash, now()));
  const account = known === null ? null : await findAccountById(db, known.account);
  if (known === null || account === null || account.closed) return refuse('access.link_invalid');
  const problem = known.what === 'password' ? passwordProblem(password ?? '', account.login) : null;
  if (problem !== null) refuse(problem.code, problem.details);
  const passwordHash = known.what === 'password' ? await hashPassword(password ?? '') : null;
  const revoked = await withAccount(db, null, async (tx) => {
    const recovery = await lockUsableRecovery(tx, hash, now());
    if (recovery === null) return refuse('access.link_invalid');
    await markUsed(tx, recovery.id, now());
    await setAccount(tx, account.id);
    if (passwordHash !== null) {
      await setPasswordHash(tx, account.id, passwordHash);
      await forgiveAccount(tx, account.login);
    }
    if (recovery.what === 'key') await revokeKeysOf(tx, account.id, now());
    await deleteSessionsOf(tx, account.id);
    await logAccess(tx, { account: account.id, action: 'recovery.used', subject: account.id, detail: { recovery: recovery.id, what: recovery.what }, address, at: now() });
    if (recovery.what !== 'device') return [];
    const devices = (await listDevices(tx, account.id)).map((device) => device.id);
    return revokeDevices(tx, { devices, by: account.id, explanation: recovery.explanation, now: now(), address });
  });
  await recordDevices(options, revoked);
}
