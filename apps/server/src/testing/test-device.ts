import { createHash, randomBytes } from 'node:crypto';
import {
  bodyHash, canonicalBytes, chainKey, deviceId, ed25519PublicKey, encodeWireEntry, envelopeHash, fileRef, makeEnvelope, roundedFileSize,
  signEd25519, signEntry, uuidV7, type ChainHead, type EntryKind, type Envelope, type WireEntry,
} from '@imena/ledger';
import type { Json } from '@imena/problem';
import { possessionBytes } from '../access/index.ts';

/** What a device is asked to state in a test. */
export interface TestStatement {
  readonly scope: string;
  readonly subject: string;
  readonly kind: EntryKind;
  readonly body: Readonly<Record<string, Json>>;
  readonly supersedes?: readonly string[];
  readonly files?: readonly Uint8Array[];
  readonly id?: string;
  /** Whom the envelope names, when not the device's person. */
  readonly by?: string;
}

/** Sends a request as the person whose device this is. */
export type Send = <Body>(method: 'GET' | 'POST', url: string, body?: unknown) => Promise<Body>;

/** A device as a browser would be one: a key, chains per scope, signed entries. */
export class TestDevice {
  readonly seed = randomBytes(32);
  readonly publicKey = ed25519PublicKey(this.seed);
  readonly id = deviceId(this.publicKey);
  readonly account: string;
  heads = new Map<string, ChainHead>();

  constructor(account: string) {
    this.account = account;
  }

  async enrol(send: Send): Promise<this> {
    const { challenge } = await send<{ challenge: string }>('POST', '/api/devices/challenge');
    const possession = signEd25519(this.seed, possessionBytes(this.account, Buffer.from(challenge, 'base64url')));
    const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
    await send('POST', '/api/devices', { publicKey: text(this.publicKey), label: 'test device', challenge, possession: text(possession) });
    return this;
  }

  /** Signs a statement as the next of its chain and moves the chain on. */
  sign(statement: TestStatement): WireEntry & { readonly id: string } {
    const { scope, subject, kind, supersedes, files = [] } = statement;
    const chain = chainKey({ device: this.id, scope });
    const head = this.heads.get(chain);
    const salt = randomBytes(32);
    const bytes = canonicalBytes(statement.body);
    const entryFiles = files.map((file) => ({ salt: randomBytes(32), sha256: createHash('sha256').update(file).digest('hex'), size: file.length }));
    const envelope: Envelope = {
      v: 1, id: statement.id ?? uuidV7({ timeMs: Date.now(), random: randomBytes(10) }), scope, device: this.id, seq: head === undefined ? 0 : head.seq + 1,
      prev: head?.envelopeHash ?? null, by: statement.by ?? this.account, at: new Date().toISOString(), kind, subject, seen: null, body: bodyHash(salt, bytes),
      ...(supersedes === undefined ? {} : { supersedes }),
      ...(files.length === 0 ? {} : { files: entryFiles.map((file) => ({ ref: fileRef(file.salt, file.sha256), size: roundedFileSize(file.size) })) }),
    };
    const signed = makeEnvelope(envelope);
    this.heads.set(chain, { device: this.id, scope, seq: envelope.seq, envelopeHash: envelopeHash(signed) });
    const wire = encodeWireEntry({ envelope: signed, signature: signEntry(signed, this.seed), body: { salt, bytes }, files: entryFiles });
    // Not enumerable: what is sent must hold the members of the wire and nothing else.
    return Object.defineProperty(wire, 'id', { value: envelope.id, enumerable: false }) as WireEntry & { readonly id: string };
  }
}
