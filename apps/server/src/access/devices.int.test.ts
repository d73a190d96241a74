import { randomBytes } from 'node:crypto';
import { deviceId, ed25519PublicKey, signEd25519, verifyEd25519 } from '@imena/ledger';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetDeviceEntries } from './devices.queries.ts';
import { possessionBytes } from './enrol-device.ts';
import { recordDevices } from './record-devices.ts';
import { held, startAccessServer, testPassword, type AccessServer } from './testing/access-server.ts';
import type { Person } from './testing/person.ts';

interface Device {
  readonly id: string;
  readonly account: string;
  readonly enrolledEntry: string | null;
  readonly revokedAt: string | null;
}

let server: AccessServer;
let olena: Person;
let petro: Person;

beforeAll(async () => {
  server = await startAccessServer();
  olena = await server.first();
  petro = await server.invited(olena, [held('recovery', '11111111-1111-4111-8111-111111111111')]);
});
afterAll(() => server.close());

const challengeFor = async (person: Person) => (await person.expect<{ challenge: string }>(200, 'POST', '/api/devices/challenge')).challenge;

/** The body of an enrolment, signed with `seed` for `account`. */
function enrolment(seed: Uint8Array, account: string, challenge: string) {
  const possession = signEd25519(seed, possessionBytes(account, Buffer.from(challenge, 'base64url')));
  return { publicKey: Buffer.from(ed25519PublicKey(seed)).toString('base64url'), label: 'telephone', challenge, possession: Buffer.from(possession).toString('base64url') };
}

async function enrol(person: Person, seed: Uint8Array = randomBytes(32)): Promise<Device> {
  return person.expect<Device>(200, 'POST', '/api/devices', enrolment(seed, person.id, await challengeFor(person)));
}

describe('a device', () => {
  it('is enrolled by showing its key, and the ledger says whose it is, with a proof that anybody can check', async () => {
    const seed = randomBytes(32);
    const publicKey = ed25519PublicKey(seed);
    const device = await enrol(petro, seed);
    expect(device).toMatchObject({ id: deviceId(publicKey), account: petro.id, revokedAt: null });
    expect(device.enrolledEntry).not.toBeNull();
    const said = server.statements.at(-1)?.body;
    expect(said).toMatchObject({ type: 'device.enrolled', account: petro.id, label: 'telephone', publicKey: Buffer.from(publicKey).toString('base64url') });
    const [challenge = '', signature = ''] = String(said?.['possession']).split('.');
    expect(verifyEd25519(publicKey, possessionBytes(petro.id, Buffer.from(challenge, 'base64url')), Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('is not enrolled without the private key, nor with a proof made for somebody else', async () => {
    const seed = randomBytes(32);
    const forged = { ...enrolment(randomBytes(32), petro.id, await challengeFor(petro)), publicKey: Buffer.from(ed25519PublicKey(seed)).toString('base64url') };
    expect(await petro.refusal('POST', '/api/devices', forged)).toBe('access.possession_unproven');
    const forOlena = enrolment(seed, olena.id, await challengeFor(petro));
    expect(await petro.refusal('POST', '/api/devices', forOlena)).toBe('access.possession_unproven');
    const smallOrder = { ...enrolment(seed, petro.id, await challengeFor(petro)), publicKey: Buffer.alloc(32).toString('base64url') };
    expect(await petro.refusal('POST', '/api/devices', smallOrder)).toBe('access.key_malformed');
  });

  it('is enrolled only against a fresh challenge of the same person, good once', async () => {
    const seed = randomBytes(32);
    expect(await petro.refusal('POST', '/api/devices', enrolment(seed, petro.id, await challengeFor(olena)))).toBe('access.challenge_invalid');
    expect(await petro.refusal('POST', '/api/devices', enrolment(seed, petro.id, randomBytes(32).toString('base64url')))).toBe('access.challenge_invalid');
    const late = enrolment(seed, petro.id, await challengeFor(petro));
    server.clock.advance(5 * 60_000);
    expect(await petro.refusal('POST', '/api/devices', late)).toBe('access.challenge_invalid');
    const body = enrolment(seed, petro.id, await challengeFor(petro));
    await petro.expect(200, 'POST', '/api/devices', body);
    expect(await petro.refusal('POST', '/api/devices', body)).toBe('access.challenge_invalid');
  });

  it('belongs to one person: the same key is not enrolled for another, nor again after it was revoked', async () => {
    const seed = randomBytes(32);
    const device = await enrol(petro, seed);
    expect(await olena.refusal('POST', '/api/devices', enrolment(seed, olena.id, await challengeFor(olena)))).toBe('access.device_taken');
    const said = server.statements.length;
    expect(await enrol(petro, seed)).toEqual(device);
    expect(server.statements).toHaveLength(said);
    await petro.expect(200, 'POST', `/api/devices/${device.id}/revoke`, { explanation: 'lost in the forest' });
    expect(await petro.refusal('POST', '/api/devices', enrolment(seed, petro.id, await challengeFor(petro)))).toBe('access.device_taken');
  });

  it('is revoked by its person or a coordinator of everything, once, and the ledger says by whom and why', async () => {
    const device = await enrol(petro);
    const stranger = await server.invited(olena, [held('coordinator', '11111111-1111-4111-8111-111111111111')]);
    const body = { explanation: 'left on a train' };
    expect(await stranger.refusal('POST', `/api/devices/${device.id}/revoke`, body)).toBe('access.not_found');
    expect((await olena.expect<Device>(200, 'POST', `/api/devices/${device.id}/revoke`, body)).revokedAt).not.toBeNull();
    expect(server.statements.at(-1)?.body).toMatchObject({ type: 'device.revoked', explanation: 'left on a train', revokedBy: olena.id });
    expect(await petro.refusal('POST', `/api/devices/${device.id}/revoke`, body)).toBe('access.device_revoked');
  });

  it('is listed to its person, and every device to a coordinator of everything', async () => {
    const own = await petro.expect<{ devices: Device[] }>(200, 'GET', '/api/devices');
    expect(own.devices.every((device) => device.account === petro.id)).toBe(true);
    await enrol(olena);
    const all = await olena.expect<{ devices: Device[] }>(200, 'GET', '/api/devices');
    expect(new Set(all.devices.map((device) => device.account))).toEqual(new Set([petro.id, olena.id]));
  });

  it('whose enrolment was cut off before the ledger had it is said at the next start, and after a new log all are said again', async () => {
    const seed = randomBytes(32);
    const broken = { ...server.options, appendAsInstallation: () => Promise.reject(new Error('the power went')) };
    await sql`update devices set enrolled_entry = null, revoked_entry = null where account_id = ${olena.id}`.execute(server.owner);
    await expect(recordDevices(broken, 'all')).rejects.toThrow('the power went');
    const before = server.statements.length;
    await recordDevices(server.options, 'all');
    expect(server.statements.slice(before).map(({ body }) => [body.type, body['account']])).toEqual([['device.enrolled', olena.id]]);
    await recordDevices(server.options, 'all');
    expect(server.statements).toHaveLength(before + 1);

    await enrol(petro, seed);
    await forgetDeviceEntries(server.db);
    const from = server.statements.length;
    await recordDevices(server.options, 'all');
    const { rows } = await sql<{ devices: number; revoked: number }>`select count(*)::int as devices, count(revoked_at)::int as revoked from devices`.execute(server.owner);
    const types = server.statements.slice(from).map(({ body }) => body.type);
    expect(types.filter((type) => type === 'device.enrolled')).toHaveLength(rows[0]?.devices ?? -1);
    expect(types.filter((type) => type === 'device.revoked')).toHaveLength(rows[0]?.revoked ?? -1);
  });

  it('that was lost is revoked with all others of its person by a recovery', async () => {
    const second = await server.invited(olena, [held('coordinator')]);
    const person = await server.invited(olena, [held('mortuary')]);
    const [one, two] = [await enrol(person), await enrol(person)];
    const { id } = await olena.expect<{ id: string }>(201, 'POST', '/api/recoveries', { account: person.id, what: 'device', explanation: 'stolen' });
    const { token } = await second.expect<{ token: string }>(200, 'POST', `/api/recoveries/${id}/approve`);
    await server.stranger().expect(204, 'POST', '/api/recoveries/use', { token });
    expect(server.statements.slice(-2).map(({ body }) => body.type)).toEqual(['device.revoked', 'device.revoked']);
    expect(await person.refusal('GET', '/api/devices')).toBe('access.no_session');
    const { rows } = await sql<{ login: string }>`select login from accounts where id = ${person.id}`.execute(server.owner);
    await person.logIn(rows[0]?.login ?? '', testPassword);
    const { devices } = await person.expect<{ devices: Device[] }>(200, 'GET', '/api/devices');
    expect(devices.map(({ id: device, revokedAt }) => [device, revokedAt !== null])).toEqual(expect.arrayContaining([[one.id, true], [two.id, true]]));
  });
});
