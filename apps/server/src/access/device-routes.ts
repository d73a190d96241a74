import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf } from './authenticate.ts';
import { listDevices, type DeviceRow } from './devices.queries.ts';
import { challengeDevice, enrolDevice } from './enrol-device.ts';
import type { AccessOptions } from './options.ts';
import { revokeDevice } from './revoke-device.ts';
import { hasRole } from './roles.ts';
import { base64url, explanation, id, instant, name, sha256Hex, token } from './schemas.ts';
import { withAccount } from './with-account.ts';

const device = z.strictObject({
  id: sha256Hex, account: id, publicKey: z.string(), label: z.string(), enrolledAt: instant, enrolledEntry: id.nullable(),
  revokedAt: instant.nullable(), revokedBy: id.nullable(), explanation: z.string().nullable(),
});

function describe(row: DeviceRow): z.infer<typeof device> {
  return {
    id: row.id,
    account: row.account,
    publicKey: Buffer.from(row.publicKey).toString('base64url'),
    label: row.label,
    enrolledAt: row.enrolledAt.toISOString(),
    enrolledEntry: row.enrolledEntry,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokedBy: row.revokedBy,
    explanation: row.revocation,
  };
}

/** Devices: one key of one person in one browser. */
export const deviceRoutes: FastifyPluginAsyncZod<AccessOptions> = async (app, options) => {
  app.get('/devices', { config: { access: 'account' }, schema: { response: { 200: z.strictObject({ devices: z.array(device) }) } } }, async (request) => {
    const account = accountOf(request);
    const everybody = hasRole(account, ['coordinator', 'auditor'], null);
    const rows = await withAccount(options.db, account.id, (tx) => listDevices(tx, everybody ? null : account.id));
    return { devices: rows.map(describe) };
  });

  app.post('/devices/challenge', { config: { access: 'account' }, schema: { response: { 200: z.strictObject({ challenge: token }) } } }, async (request) =>
    ({ challenge: await challengeDevice(options, accountOf(request)) }));

  const enrolment = z.strictObject({ publicKey: base64url(43), label: name, challenge: token, possession: base64url(86) });
  app.post('/devices', { config: { access: 'account' }, schema: { body: enrolment, response: { 200: device } } }, async (request) =>
    describe(await enrolDevice(options, { account: accountOf(request), ...request.body, address: request.ip })));

  app.post(
    '/devices/:id/revoke',
    { config: { access: 'account' }, schema: { params: z.strictObject({ id: sha256Hex }), body: z.strictObject({ explanation }), response: { 200: device } } },
    async (request) => describe(await revokeDevice(options, { account: accountOf(request), id: request.params.id, explanation: request.body.explanation, address: request.ip })),
  );

  await Promise.resolve();
};
