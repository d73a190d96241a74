import { createHash, randomBytes } from 'node:crypto';
import { ed25519PublicKey, encodeBase64, signEd25519 } from '@imena/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { held, startAccessServer, testOrigin, type AccessServer } from './testing/access-server.ts';
import { Authenticator } from './testing/authenticator.ts';
import type { Person } from './testing/person.ts';
import { decisionBytes, verifyDecisionSignature, type DecisionSignature } from './verify-decision-signature.ts';
import { withAccount } from './with-account.ts';

let server: AccessServer;
let olena: Person;
let petro: Person;

beforeAll(async () => {
  server = await startAccessServer();
  olena = await server.first();
  petro = await server.invited(olena, [held('board')]);
});
afterAll(() => server.close());

const hash = createHash('sha256').update('a decision').digest('hex');
const otherHash = createHash('sha256').update('another decision').digest('hex');
const wrapped = { v: 1, kdf: 'PBKDF2-HMAC-SHA256', rounds: 600_000, salt: 'x', iv: 'y', sealed: 'z' };
const publicText = (seed: Uint8Array) => Buffer.from(ed25519PublicKey(seed)).toString('base64url');

const addPassphrase = (person: Person, seed: Uint8Array, label = `key ${randomBytes(4).toString('hex')}`) =>
  person.send<{ id: string; code?: string }>('POST', '/api/keys/passphrase', { publicKey: publicText(seed), wrapped, label });

const verdict = async (signature: DecisionSignature, account = signature.account) =>
  (await withAccount(server.db, account, (tx) => verifyDecisionSignature(tx, signature)))?.code ?? 'right';

describe('a passphrase key', () => {
  it('is kept for its person with the wrapped private key untouched, and shown to nobody else', async () => {
    const seed = randomBytes(32);
    const { status, body } = await addPassphrase(petro, seed, 'at the desk');
    expect(status).toBe(201);
    const keysOf = async (person: Person) => (await person.expect<{ keys: { id: string }[] }>(200, 'GET', '/api/keys')).keys;
    expect((await keysOf(petro)).find(({ id }) => id === body.id)).toMatchObject({ kind: 'passphrase', label: 'at the desk', publicKey: publicText(seed), wrapped, revokedAt: null });
    expect(await keysOf(olena)).toEqual([]);
  });

  it('is refused when somebody has it already, when the name is taken, when it is no key, when it is too large', async () => {
    const seed = randomBytes(32);
    await addPassphrase(petro, seed, 'name');
    expect((await addPassphrase(olena, seed)).body.code).toBe('access.key_taken');
    expect((await addPassphrase(petro, randomBytes(32), 'name')).body.code).toBe('access.key_label_taken');
    expect((await addPassphrase(olena, randomBytes(32), 'name')).status).toBe(201);
    const post = (body: object) => petro.refusal('POST', '/api/keys/passphrase', body);
    expect(await post({ publicKey: Buffer.alloc(32).toString('base64url'), wrapped, label: 'zero' })).toBe('access.key_malformed');
    expect(await post({ publicKey: publicText(randomBytes(32)), wrapped: 'x'.repeat(4095), label: 'large' })).toBe('access.key_too_large');
    expect(await post({ publicKey: publicText(randomBytes(32)), wrapped: 'x'.repeat(4094), label: 'just right' })).toBe('201');
  });

  it('signs one decision for one person; nothing else passes for that', async () => {
    const seed = randomBytes(32);
    const key = (await addPassphrase(petro, seed)).body.id;
    const foreign = (await addPassphrase(olena, randomBytes(32))).body.id;
    const sign = (message: Uint8Array, by = seed) => encodeBase64(signEd25519(by, message));
    const right: DecisionSignature = { account: petro.id, keyKind: 'passphrase', key, signature: sign(decisionBytes(hash)), decisionHash: hash, origin: testOrigin };
    expect(await verdict(right)).toBe('right');
    expect(await verdict({ ...right, decisionHash: otherHash })).toBe('access.decision_signature_wrong');
    expect(await verdict({ ...right, signature: sign(Buffer.from(hash, 'hex')) }), 'the bare hash').toBe('access.decision_signature_wrong');
    expect(await verdict({ ...right, signature: sign(decisionBytes(hash), randomBytes(32)) })).toBe('access.decision_signature_wrong');
    expect(await verdict({ ...right, signature: undefined })).toBe('access.decision_signature_wrong');
    expect(await verdict({ ...right, key: foreign })).toBe('access.signing_key_unknown');
    expect(await verdict({ ...right, key: 'no id' })).toBe('access.signing_key_unknown');
    expect(await verdict({ ...right, keyKind: 'passkey' })).toBe('access.signing_key_unknown');
    expect(await verdict({ ...right, account: olena.id }, petro.id)).toBe('access.signing_key_unknown');
    expect(await verdict(right, olena.id)).toBe('access.signing_key_unknown');
  });

  it('signs nothing more once it was withdrawn, and its name is free again', async () => {
    const seed = randomBytes(32);
    const key = (await addPassphrase(petro, seed, 'withdrawn')).body.id;
    expect(await olena.refusal('DELETE', `/api/keys/${key}`)).toBe('access.not_found');
    await petro.expect(204, 'DELETE', `/api/keys/${key}`);
    const signature = encodeBase64(signEd25519(seed, decisionBytes(hash)));
    expect(await verdict({ account: petro.id, keyKind: 'passphrase', key, signature, decisionHash: hash, origin: testOrigin })).toBe('access.signing_key_revoked');
    expect((await addPassphrase(petro, randomBytes(32), 'withdrawn')).status).toBe(201);
    expect((await addPassphrase(petro, seed, 'the same again')).body.code).toBe('access.key_taken');
  });

  it('that was forgotten is withdrawn with all others of its person by a recovery', async () => {
    const second = await server.invited(olena, [held('coordinator')]);
    const person = await server.invited(olena, [held('board')]);
    const seed = randomBytes(32);
    const key = (await addPassphrase(person, seed)).body.id;
    const { id } = await olena.expect<{ id: string }>(201, 'POST', '/api/recoveries', { account: person.id, what: 'key', explanation: 'forgotten' });
    const { token } = await second.expect<{ token: string }>(200, 'POST', `/api/recoveries/${id}/approve`);
    await server.stranger().expect(204, 'POST', '/api/recoveries/use', { token });
    const signature = encodeBase64(signEd25519(seed, decisionBytes(hash)));
    expect(await verdict({ account: person.id, keyKind: 'passphrase', key, signature, decisionHash: hash, origin: testOrigin })).toBe('access.signing_key_revoked');
  });
});

describe('a passkey', () => {
  const headers = { origin: testOrigin };

  async function register(person: Person, authenticator: Authenticator, { verified = true, challenge = '', origin = testOrigin } = {}) {
    const { body } = await person.send<{ options: { challenge: string; rp: { id: string }; authenticatorSelection: object } }>('POST', '/api/keys/passkey/options', undefined, headers);
    expect(body.options.rp.id).toBe('localhost');
    expect(body.options.authenticatorSelection).toMatchObject({ userVerification: 'required' });
    const response = authenticator.register({ challenge: challenge === '' ? body.options.challenge : challenge, origin, verified });
    return person.send<{ id: string; code?: string }>('POST', '/api/keys/passkey', { response, label: `passkey ${randomBytes(4).toString('hex')}` }, headers);
  }

  it('is registered on http://localhost, once, by the person the challenge was made for', async () => {
    const authenticator = new Authenticator();
    expect((await register(petro, authenticator)).status).toBe(201);
    expect((await register(petro, authenticator)).body.code).toBe('access.key_taken');
    expect((await register(olena, authenticator)).body.code).toBe('access.key_taken');
    const { body } = await olena.send<{ options: { challenge: string } }>('POST', '/api/keys/passkey/options', undefined, headers);
    expect((await register(petro, new Authenticator(), { challenge: body.options.challenge })).body.code).toBe('access.challenge_invalid');
    expect((await register(petro, new Authenticator(), { challenge: randomBytes(32).toString('base64url') })).body.code).toBe('access.challenge_invalid');
  });

  it('is refused when the person was not verified or the page was another', async () => {
    expect((await register(petro, new Authenticator(), { verified: false })).body.code).toBe('access.passkey_refused');
    expect((await register(petro, new Authenticator(), { origin: 'https://elsewhere.example' })).body.code).toBe('access.passkey_refused');
  });

  it('signs a decision whose hash is the challenge; nothing else passes for that', async () => {
    const authenticator = new Authenticator();
    const key = (await register(petro, authenticator)).body.id;
    const { body } = await petro.send<{ options: { challenge: string; userVerification: string; allowCredentials: { id: string }[] } }>('POST', '/api/keys/passkey/assertion-options', { decisionHash: hash }, headers);
    const { challenge, userVerification, allowCredentials } = body.options;
    expect(Buffer.from(challenge, 'base64url').toString('hex')).toBe(hash);
    expect(userVerification).toBe('required');
    expect(allowCredentials.map(({ id }) => id)).toContain(authenticator.credentialId.toString('base64url'));

    const given = (assertion: DecisionSignature['assertion'], more: Partial<DecisionSignature> = {}) =>
      verdict({ account: petro.id, keyKind: 'passkey', key, assertion, decisionHash: hash, origin: testOrigin, ...more });
    const assertion = authenticator.assert({ challenge, origin: testOrigin });
    expect(await given(assertion, { decisionHash: otherHash })).toBe('access.decision_signature_wrong');
    expect(await given(assertion, { origin: 'http://localhost:9999' })).toBe('access.decision_signature_wrong');
    expect(await given({ ...assertion, id: randomBytes(16).toString('base64url') })).toBe('access.decision_signature_wrong');
    expect(await given({ ...assertion, signature: assertion.signature.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace(/^..../, 'AAAA') })).toBe('access.decision_signature_wrong');
    expect(await given(undefined)).toBe('access.decision_signature_wrong');
    expect(await given(authenticator.assert({ challenge, origin: testOrigin, verified: false }))).toBe('access.decision_signature_wrong');
    expect(await given(authenticator.assert({ challenge, origin: 'https://elsewhere.example' }))).toBe('access.decision_signature_wrong');
    expect(await given(assertion), 'the true one').toBe('right');
    expect(await given(assertion), 'the true one, sent twice').toBe('right');

    authenticator.turnBack();
    expect(await given(authenticator.assert({ challenge, origin: testOrigin })), 'from a copy whose counter stood still').toBe('access.decision_signature_wrong');
  });
});
