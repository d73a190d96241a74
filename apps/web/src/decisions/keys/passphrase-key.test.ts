import { decodeBase64, decodeHex, encodeBase64, encodeUtf8, verifyEd25519 } from '@imena/ledger';
import { ProblemError } from '@imena/problem';
import { beforeAll, describe, expect, it } from 'vitest';
import { decisionBytes } from './decision-bytes.ts';
import { leastRounds, makePassphraseKey, passphraseFault, signWithPassphrase, type PassphraseKey } from './passphrase-key.ts';

const passphrase = 'сімнадцять тихих дубів';
const decisionHash = 'ab'.repeat(32);
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)));

let key: PassphraseKey;
beforeAll(async () => {
  key = await makePassphraseKey(passphrase, random);
});

describe('the bytes that are signed', () => {
  it('are a fixed word, a zero and the hash: 18 and 32 bytes', () => {
    const signed = decisionBytes(decisionHash);
    expect(signed).toHaveLength(50);
    expect([...signed.slice(0, 18)]).toEqual([...encodeUtf8('imena-decision-v1\0')]);
    expect([...signed.slice(18)]).toEqual([...decodeHex(decisionHash)]);
  });
});

describe('a key under a passphrase', () => {
  it('signs a decision so that anybody can check it with the public key alone', async () => {
    const signature = await signWithPassphrase({ ...key, passphrase, decisionHash });
    expect(verifyEd25519(key.publicKey, decisionBytes(decisionHash), decodeBase64(signature))).toBe(true);
    expect(verifyEd25519(key.publicKey, decisionBytes('cd'.repeat(32)), decodeBase64(signature))).toBe(false);
  });

  it('does not open with another passphrase, nor for another public key, nor with a changed byte', async () => {
    expect(await codeOf(signWithPassphrase({ ...key, passphrase: `${passphrase}!`, decisionHash }))).toBe('web.passphrase_wrong');
    const other = await makePassphraseKey(passphrase, random);
    expect(await codeOf(signWithPassphrase({ wrapped: key.wrapped, publicKey: other.publicKey, passphrase, decisionHash }))).toBe('web.passphrase_wrong');
    const sealed = decodeBase64(key.wrapped.sealed);
    sealed[3] = (sealed[3] ?? 0) ^ 1;
    expect(await codeOf(signWithPassphrase({ ...key, wrapped: { ...key.wrapped, sealed: encodeBase64(sealed) }, passphrase, decisionHash }))).toBe('web.passphrase_wrong');
  });

  it('is refused where its wrapping is weaker than it must be', async () => {
    expect(key.wrapped.rounds).toBeGreaterThanOrEqual(leastRounds);
    expect(await codeOf(signWithPassphrase({ ...key, wrapped: { ...key.wrapped, rounds: 1000 }, passphrase, decisionHash }))).toBe('web.key_damaged');
  });

  it('opens when the same letters were typed in another composition', async () => {
    const made = await makePassphraseKey('їжак і їдальня'.normalize('NFC'), random);
    expect(await codeOf(signWithPassphrase({ ...made, passphrase: 'їжак і їдальня'.normalize('NFD'), decisionHash }))).toBe('done');
  });

  it('needs a passphrase of twelve characters, typed twice, not one letter repeated', async () => {
    expect(passphraseFault('short', 'short')).toBe('too_short');
    expect(passphraseFault('aaaaaaaaaaaaaa', 'aaaaaaaaaaaaaa')).toBe('too_plain');
    expect(passphraseFault(passphrase, `${passphrase} `)).toBe('not_the_same');
    expect(passphraseFault(passphrase, passphrase)).toBeNull();
    expect(await codeOf(makePassphraseKey('short', random))).toBe('web.passphrase_short');
  });
});
