import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A passkey device in software: makes one credential (ES256) and answers challenges, truly signed. */
export class Authenticator {
  readonly credentialId = randomBytes(16);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #counter = 0;

  /** What `navigator.credentials.create` would answer. */
  register({ challenge, origin, verified = true }: Ceremony) {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const cose = map([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]);
    const length = Buffer.from([0, this.credentialId.length]);
    const authData = Buffer.concat([this.#authData(origin, verified ? 0x45 : 0x41), Buffer.alloc(16), length, this.credentialId, cose]);
    const attestationObject = map([['fmt', 'none'], ['attStmt', new Map<string, never>()], ['authData', authData]]);
    const clientDataJSON = clientData('webauthn.create', challenge, origin).toString('base64url');
    const id = this.credentialId.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON, attestationObject: attestationObject.toString('base64url'), transports: ['internal'] } };
  }

  /** What `navigator.credentials.get` would answer, as a signed decision carries it. */
  assert({ challenge, origin, verified = true }: Ceremony) {
    this.#counter += 1;
    const authData = this.#authData(origin, verified ? 0x05 : 0x01);
    const data = clientData('webauthn.get', challenge, origin);
    const signature = createSign('sha256').update(Buffer.concat([authData, createHash('sha256').update(data).digest()])).sign(this.#keys.privateKey);
    return { id: this.credentialId.toString('base64url'), clientDataJson: data.toString('base64url'), authenticatorData: authData.toString('base64url'), signature: signature.toString('base64url') };
  }

  /** Sets the counter back, as on a copy of the device. */
  turnBack(): void {
    this.#counter = 0;
  }

  #authData(origin: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([createHash('sha256').update(new URL(origin).hostname).digest(), Buffer.from([flags]), counter]);
  }
}

interface Ceremony {
  /** base64url. */
  readonly challenge: string;
  readonly origin: string;
  /** Whether the person showed a fingerprint or PIN. */
  readonly verified?: boolean;
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

type Cbor = number | string | Buffer | Map<string, never>;

/** The little of CBOR (RFC 8949) that WebAuthn needs. */
function map(pairs: readonly (readonly [Cbor, Cbor])[]): Buffer {
  return Buffer.concat([head(5, pairs.length), ...pairs.flatMap(([key, value]) => [encode(key), encode(value)])]);
}

function encode(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return head(5, 0);
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  return value < 256 ? Buffer.from([(major << 5) | 24, value]) : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
