import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf } from './authenticate.ts';
import type { AccessOptions } from './options.ts';
import { addPasskey, offerAssertion, offerPasskey } from './passkeys.ts';
import { addPassphraseKey, withdrawKey } from './passphrase-keys.ts';
import { base64url, id, idParams, instant, name, nothing, sha256Hex } from './schemas.ts';
import { listSigningKeys } from './signing-keys.queries.ts';
import { pageOrigin } from './visitor.ts';
import { withAccount } from './with-account.ts';

const key = z.strictObject({
  id, kind: z.enum(['passkey', 'passphrase']), label: z.string(), publicKey: z.string(), wrapped: z.unknown(),
  credentialId: z.string().nullable(), createdAt: instant, revokedAt: instant.nullable(),
});

/** What `navigator.credentials.create` answered; the library checks the contents, this bounds them. */
const registration = z.strictObject({
  id: base64url(2000),
  rawId: base64url(2000),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.record(z.string(), z.json()).default({}),
  response: z.strictObject({
    clientDataJSON: base64url(8000),
    attestationObject: base64url(20_000),
    authenticatorData: base64url(20_000).optional(),
    transports: z.array(z.string().max(20)).max(10).optional(),
    publicKeyAlgorithm: z.int().optional(),
    publicKey: base64url(8000).optional(),
  }),
});

/** WebAuthn options are the library's; they go to the browser as they are. */
const webauthnOptions = z.strictObject({ options: z.unknown() });

/** Personal keys that sign decisions. */
export const keyRoutes: FastifyPluginAsyncZod<AccessOptions> = async (app, options) => {
  const own = { access: 'account' } as const;

  app.get('/keys', { config: own, schema: { response: { 200: z.strictObject({ keys: z.array(key) }) } } }, async (request) => {
    const rows = await withAccount(options.db, accountOf(request).id, listSigningKeys);
    const keys = rows.map(({ id: keyId, kind, label: words, publicKey, wrapped, credentialId, createdAt, revokedAt }) => ({
      id: keyId, kind, label: words, publicKey: Buffer.from(publicKey).toString('base64url'), wrapped, credentialId,
      createdAt: createdAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null,
    }));
    return { keys };
  });

  const passphraseKey = z.strictObject({ publicKey: base64url(43), wrapped: z.json(), label: name.default('passphrase') });
  app.post('/keys/passphrase', { config: own, schema: { body: passphraseKey, response: { 201: z.strictObject({ id }) } } }, async (request, reply) =>
    reply.code(201).send({ id: await addPassphraseKey(options, { account: accountOf(request), ...request.body, address: request.ip }) }));

  app.post('/keys/passkey/options', { config: own, schema: { response: { 200: webauthnOptions } } }, async (request) =>
    ({ options: await offerPasskey(options, accountOf(request), pageOrigin(request)) }));

  const passkey = z.strictObject({ response: registration, label: name.default('passkey') });
  app.post('/keys/passkey', { config: own, schema: { body: passkey, response: { 201: z.strictObject({ id }) } } }, async (request, reply) => {
    const response = request.body.response as RegistrationResponseJSON;
    const added = await addPasskey(options, { account: accountOf(request), response, label: request.body.label, origin: pageOrigin(request), address: request.ip });
    return reply.code(201).send({ id: added });
  });

  app.post(
    '/keys/passkey/assertion-options',
    { config: own, schema: { body: z.strictObject({ decisionHash: sha256Hex }), response: { 200: webauthnOptions } } },
    async (request) => ({ options: await offerAssertion(options, { account: accountOf(request), decisionHash: request.body.decisionHash, origin: pageOrigin(request) }) }),
  );

  app.delete('/keys/:id', { config: own, schema: { params: idParams, response: { 204: nothing } } }, async (request, reply) => {
    await withdrawKey(options, { account: accountOf(request), id: request.params.id, address: request.ip });
    return reply.code(204).send(null);
  });

  await Promise.resolve();
};
