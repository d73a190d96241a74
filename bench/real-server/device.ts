import * as nodeCrypto from 'node:crypto';
import { randomBytes } from 'node:crypto';
import {
  bodyHash, canonicalBytes, concatBytes, deviceId, ed25519PublicKey, encodeUtf8, encodeWireEntry, envelopeHash, makeEnvelope, primitivesFromNode,
  signEd25519, signEntry, usePrimitives, uuidV7, type EntryKind, type WireEntry,
} from '@imena/ledger';
import type { Json } from '@imena/problem';

usePrimitives(primitivesFromNode(nodeCrypto));

export interface BenchStatement {
  readonly scope: string;
  readonly subject: string;
  readonly kind: EntryKind;
  readonly body: Readonly<Record<string, Json>>;
}

/** A device of one account, as a browser would be one. */
export class WritingDevice {
  readonly seed = randomBytes(32);
  readonly publicKey = ed25519PublicKey(this.seed);
  readonly id = deviceId(this.publicKey);
  readonly #account: string;
  readonly #heads = new Map<string, { seq: number; hash: string }>();

  constructor(account: string) {
    this.#account = account;
  }

  async enrol(post: (url: string, body: unknown) => Promise<unknown>): Promise<this> {
    const { challenge } = (await post('/api/devices/challenge', {})) as { challenge: string };
    const message = concatBytes(encodeUtf8(`imena-device-v1\0${this.#account}\0`), Buffer.from(challenge, 'base64url'));
    const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
    await post('/api/devices', { publicKey: text(this.publicKey), label: 'bench', challenge, possession: text(signEd25519(this.seed, message)) });
    return this;
  }

  sign({ scope, subject, kind, body }: BenchStatement): WireEntry {
    const head = this.#heads.get(scope);
    const [salt, bytes] = [randomBytes(32), canonicalBytes(body)];
    const now = new Date();
    const envelope = makeEnvelope({
      v: 1, id: uuidV7({ timeMs: now.getTime(), random: randomBytes(10) }), scope, device: this.id, seq: head === undefined ? 0 : head.seq + 1, prev: head?.hash ?? null,
      by: this.#account, at: now.toISOString(), kind, subject, seen: null, body: bodyHash(salt, bytes),
    });
    this.#heads.set(scope, { seq: head === undefined ? 0 : head.seq + 1, hash: envelopeHash(envelope) });
    return encodeWireEntry({ envelope, signature: signEntry(envelope, this.seed), body: { salt, bytes }, files: [] });
  }
}
