import { z } from 'zod';
import { decodeBase64 } from '@imena/ledger';
import { request, requestNothing, type Session } from '../api/index.ts';
import { write, type DeviceKey } from './database.ts';
import { encodeBase64Url, makeDeviceKey, provePossession, readDeviceKey } from './keys.ts';

/**
 * The enrolled key of this person in this browser; made and enrolled on first sign-in. Only one tab does it at a time.
 * @throws Problem of the server, or of `makeDeviceKey`
 */
export function ensureDevice(session: Session): Promise<DeviceKey> {
  const owner = { origin: session.log.origin, account: session.account.id };
  return navigator.locks.request(`imena-enrol/${owner.origin}/${owner.account}`, async () => {
    const key = (await readDeviceKey(owner)) ?? (await makeDeviceKey(owner));
    return key.enrolled ? key : enrol(key);
  });
}

/**
 * Forgets this browser's key where the server says that it was revoked, so that a new one is made. What was signed
 * with it and not sent stays in the outbox and is refused there in words.
 */
export function forgetRevokedKey(session: Session): Promise<boolean> {
  const owner = { origin: session.log.origin, account: session.account.id };
  return navigator.locks.request(`imena-enrol/${owner.origin}/${owner.account}`, async () => {
    const key = await readDeviceKey(owner);
    if (key?.enrolled !== true) return false;
    const { devices } = await request('/devices', z.object({ devices: z.array(z.object({ id: z.string(), revokedAt: z.string().nullable() })) }));
    if ((devices.find((one) => one.id === key.device)?.revokedAt ?? null) === null) return false;
    await write([{ store: 'keys', drop: key.owner }]);
    return true;
  });
}

// A crash after the server took the key and before it is noted here is harmless: enrolling the same key again is answered alike.
async function enrol(key: DeviceKey): Promise<DeviceKey> {
  const { challenge } = await request('/devices/challenge', z.object({ challenge: z.string() }), { method: 'POST', body: {} });
  await requestNothing('/devices', {
    method: 'POST',
    body: { publicKey: encodeBase64Url(decodeBase64(key.publicKey)), label: describeBrowser(navigator.userAgent), challenge, possession: await provePossession(key, challenge) },
  });
  const enrolled: DeviceKey = { ...key, enrolled: true };
  await write([{ store: 'keys', put: enrolled }]);
  return enrolled;
}

/** A short name by which a person recognises the device: "Firefox, Android". */
export function describeBrowser(userAgent: string): string {
  const browser = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']].find(([sign = '']) => userAgent.includes(sign))?.[1];
  const system = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS X', 'macOS'], ['Linux', 'Linux']].find(([sign = '']) => userAgent.includes(sign))?.[1];
  return [browser ?? 'Browser', system].filter(Boolean).join(', ');
}
