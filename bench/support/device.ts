import { createPrivateKey, generateKeyPairSync, randomBytes, randomUUID, sign, type KeyObject } from 'node:crypto';
import { bodyHash, canonicalBytes, deviceId, encodeWireEntry, envelopeHash, makeEnvelope, signingBytes, uuidV7, type EntryKind, type WireEntry } from '@imena/ledger';
import type { Json } from '@imena/problem';
import { possessionBytes } from '@imena/server';
import type { Client } from './client.ts';

/** A device as a browser would be one: it signs with the operating system's Ed25519, as WebCrypto does. */
export class Device {
  readonly id: string;
  readonly scope: string;
  readonly #account: string;
  readonly #key: KeyObject;
  readonly #publicKey: Buffer;
  #seq = 0;
  #prev: string | null = null;

  constructor(account: string, scope: string) {
    this.#account = account;
    this.scope = scope;
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    this.#key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    this.#publicKey = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    this.id = deviceId(this.#publicKey);
  }

  async enrol(client: Client): Promise<this> {
    const { challenge } = await client.send<{ challenge: string }>('POST', '/api/devices/challenge');
    const possession = sign(null, possessionBytes(this.#account, Buffer.from(challenge, 'base64url')), this.#key);
    await client.send('POST', '/api/devices', { publicKey: this.#publicKey.toString('base64url'), label: 'bench', challenge, possession: possession.toString('base64url') });
    return this;
  }

  /** Signs a statement about a subject as the next of its chain. */
  state(kind: EntryKind, subject: string, body: Readonly<Record<string, Json>>): WireEntry {
    const salt = randomBytes(32);
    const bytes = canonicalBytes(body);
    const envelope = makeEnvelope({
      v: 1, id: uuidV7({ timeMs: Date.now(), random: randomBytes(10) }), scope: this.scope, device: this.id, seq: this.#seq, prev: this.#prev, by: this.#account,
      at: new Date().toISOString(), kind, subject, seen: null, body: bodyHash(salt, bytes),
    });
    this.#seq += 1;
    this.#prev = envelopeHash(envelope);
    return encodeWireEntry({ envelope, signature: sign(null, signingBytes(envelope), this.#key), body: { salt, bytes }, files: [] });
  }

  site(): WireEntry {
    return this.state('site', this.scope, { type: 'site.registered', basis: 'observed', code: 'SYN', name: { en: 'Synthetic site', uk: 'Вигадане місце' }, synthetic: true });
  }

  grave(number: string, subject: string = randomUUID()): WireEntry {
    return this.state('grave', subject, { type: 'grave.marked', basis: 'observed', site: this.scope, number, synthetic: true });
  }
}

