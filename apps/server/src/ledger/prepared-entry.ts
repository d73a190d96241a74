import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import {
  checkEntryContent, decodeWireEntry, entryLeafHash, envelopeHash, isAcceptableKey, parseEnvelope, signingBytes,
  type Envelope, type SignedEntry, type WireEntry,
} from '@imena/ledger';
import { refuse } from '@imena/problem';
import { parseBody, statementType, type Body, type StatementType } from '@imena/record';

/** An entry that has been read whole: everything that it says about itself is true, except its signature. */
export interface PreparedEntry {
  readonly signed: SignedEntry;
  readonly wire: WireEntry;
  readonly envelope: Envelope;
  readonly envelopeHash: string;
  readonly leafHash: Uint8Array;
  readonly body: Body;
  readonly bodyText: string;
  readonly salt: Uint8Array;
  readonly type: StatementType;
}

/**
 * Reads an entry as it came (parsed JSON, not text): form, envelope, body against its hash, files against their references, body against the
 * vocabulary. Whether device, account and chain fit is for the writer to say, who knows what stands around it.
 * @throws Problem `ledger.*`, `json.*`, `record.*`
 */
export function prepareEntry(value: unknown): PreparedEntry {
  const signed = decodeWireEntry(value);
  const envelope = parseEnvelope(signed.envelope);
  checkEntryContent(signed, envelope);
  if (signed.body === undefined) return refuse('ledger.body_missing', { id: envelope.id });
  // `decodeWireEntry` has found exactly the members of the wire form, so what came can be kept as it is.
  const wire = value as WireEntry;
  const bodyText = wire.body ?? '';
  // PostgreSQL's jsonb holds no U+0000, and no statement needs one.
  if (bodyText.includes('\\u0000')) refuse('server.nul_character', { id: envelope.id });
  // Its bytes were found strict and canonical just above: the fast reader gives the same value.
  const body = parseBody(JSON.parse(bodyText));
  checkFileIndex(body, envelope);
  return {
    signed, wire, envelope, body, bodyText,
    envelopeHash: envelopeHash(signed.envelope),
    leafHash: entryLeafHash(signed.envelope, signed.signature),
    salt: signed.body.salt,
    type: statementType(body.type),
  };
}

function checkFileIndex(body: Body, envelope: Envelope): void {
  const file = body['file'];
  const count = envelope.files?.length ?? 0;
  if (typeof file === 'number' && file >= count) refuse('server.file_index', { id: envelope.id, file, count });
}

const keyObjects = new Map<string, KeyObject>();
// RFC 8410: the fixed DER before the 32 bytes of an Ed25519 public key.
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Whether the signature of an entry is by a device's key; runs on libuv's threads, so that a batch is verified on all
 * cores while the main thread goes on. The rule on keys is that of `verifyEd25519`.
 */
export async function verifySignature(entry: PreparedEntry, publicKey: Uint8Array): Promise<boolean> {
  if (!isAcceptableKey(publicKey)) return false;
  const key = keyObjectOf(publicKey);
  return new Promise((resolve, reject) => {
    verify(null, signingBytes(entry.signed.envelope), key, entry.signed.signature, (error, valid) => {
      if (error === null) resolve(valid);
      else reject(error);
    });
  });
}

function keyObjectOf(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey).toString('hex');
  const known = keyObjects.get(name);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' });
  if (keyObjects.size > 10_000) keyObjects.clear();
  keyObjects.set(name, key);
  return key;
}
