import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '@imena/problem';
import {
  bodyHash, canonicalBytes, checkSignedEntry, decodeWireEntry, deviceId, ed25519PublicKey, encodeUtf8, encodeWireEntry, entryKinds,
  entryLeafHash, envelopeHash, fileRef, isTimeWithOffset, isUuidV7, leafData, leafHash, makeEnvelope, parseEnvelope, parseLeaf,
  roundedFileSize, sha256Hex, signEntry, signingBytes, uuidV7, verifyEntrySignature, type Envelope, type SignedEntry,
} from './index.ts';

const seed = new Uint8Array(32).map((_, i) => i + 1);
const publicKey = ed25519PublicKey(seed);
const salt = new Uint8Array(32).fill(3);
const fileSalt = new Uint8Array(32).fill(4);
const photograph = encodeUtf8('not a real photograph');
const body = canonicalBytes({ type: 'grave.marked', basis: 'observed', when: '2026-05', marker: { number: '319', script: 'Cyrl' } });
const idAt = (timeMs: number, fill = 0): string => uuidV7({ timeMs, random: new Uint8Array(10).fill(fill) });

const fields: Envelope = {
  v: 1,
  id: idAt(1_779_000_000_000),
  scope: idAt(1_778_000_000_000, 1),
  device: deviceId(publicKey),
  seq: 0,
  prev: null,
  by: idAt(1_777_000_000_000, 2),
  at: '2026-05-17T09:30:00+03:00',
  kind: 'grave',
  subject: idAt(1_778_500_000_000, 3),
  supersedes: [idAt(1_778_900_000_000, 4)],
  seen: { size: '0', root: sha256Hex(new Uint8Array()) },
  body: bodyHash(salt, body),
  files: [{ ref: fileRef(fileSalt, sha256Hex(photograph)), size: roundedFileSize(photograph.length) }],
};

const envelope = makeEnvelope(fields);
const entry: SignedEntry = {
  envelope,
  signature: signEntry(envelope, seed),
  body: { salt, bytes: body },
  files: [{ salt: fileSalt, sha256: sha256Hex(photograph), size: photograph.length, name: 'cross-319.jpg', mediaType: 'image/jpeg' }],
};

describe('an entry', () => {
  it('reads back as what was written, from its own bytes', () => {
    expect(parseEnvelope(envelope)).toEqual(fields);
    expect(checkSignedEntry(entry, { publicKey })).toEqual(fields);
    expect(new TextDecoder().decode(envelope)).toContain('"at":"2026-05-17T09:30:00+03:00","body":');
  });

  // Made by another program: Python's json and hashlib, and the signature by OpenSSL.
  it('is known by fixed bytes: these hashes may never change', () => {
    expect(envelopeHash(envelope)).toBe('724eee10b39303e08904d469d7bac2bace76f79037aaa64f0d475039d6e42fb2');
    expect(fields.body).toBe('ec359332410dcfae55e01ccce9b285d48040a7c3d4029d01c594a8f5a947a0fa');
    expect(sha256Hex(entry.signature)).toBe('d054721d3b7c7fbe1756aa2edea4da13a23fbe959be6aa39d5b9f55bd40aaa18');
    expect(sha256Hex(leafData(envelope, entry.signature))).toBe('4fba39230f5d13305d0dbba9817876bc5179b472ba458c9d4c77f919a2dcce86');
  });

  it('is refused after any change of one bit in envelope, signature, body, salt or file salt', () => {
    const parts: readonly [string, Uint8Array, (bytes: Uint8Array) => SignedEntry][] = [
      ['envelope', entry.envelope, (bytes) => ({ ...entry, envelope: bytes })],
      ['signature', entry.signature, (bytes) => ({ ...entry, signature: bytes })],
      ['body', body, (bytes) => ({ ...entry, body: { salt, bytes } })],
      ['salt', salt, (bytes) => ({ ...entry, body: { salt: bytes, bytes: body } })],
      ['file salt', fileSalt, (bytes) => ({ ...entry, files: [{ salt: bytes, sha256: sha256Hex(photograph), size: photograph.length }] })],
    ];
    for (const [name, original, make] of parts) {
      original.forEach((byte, i) => {
        for (const bit of [0, 3, 7]) {
          const changed = original.slice();
          changed[i] = byte ^ (1 << bit);
          expect(() => checkSignedEntry(make(changed), { publicKey }), `${name}, byte ${i}, bit ${bit}`).toThrow(ProblemError);
        }
      });
    }
  });

  it('is refused when bytes are cut off, added or moved', () => {
    fc.assert(fc.property(fc.nat(envelope.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
      const cut = envelope.slice(0, at);
      const grown = new Uint8Array([...envelope.slice(0, at), byte, ...envelope.slice(at)]);
      for (const bytes of [cut, grown]) expect(() => checkSignedEntry({ ...entry, envelope: bytes }, { publicKey })).toThrow(ProblemError);
    }));
  });

  it('names what is wrong with it', () => {
    const other = ed25519PublicKey(new Uint8Array(32));
    const file = { salt: fileSalt, sha256: sha256Hex(photograph), size: photograph.length };
    const withBody = (bytes: Uint8Array): SignedEntry => {
      const changed = makeEnvelope({ ...fields, body: bodyHash(salt, bytes) });
      return { ...entry, envelope: changed, signature: signEntry(changed, seed), body: { salt, bytes } };
    };
    const cases: readonly [string, SignedEntry, Uint8Array][] = [
      ['ledger.device_mismatch', entry, other],
      ['ledger.signature', { ...entry, signature: new Uint8Array(64) }, publicKey],
      ['ledger.body_missing', { envelope, signature: entry.signature, files: [file] }, publicKey],
      ['ledger.body_hash', { ...entry, body: { salt, bytes: encodeUtf8('{}') } }, publicKey],
      ['ledger.salt_length', { ...entry, body: { salt: salt.slice(1), bytes: body } }, publicKey],
      ['ledger.body_not_canonical', withBody(encodeUtf8('{"b":1,"a":2}')), publicKey],
      ['ledger.body_not_canonical', withBody(encodeUtf8('{"a":1,"a":1}')), publicKey],
      ['ledger.body_not_canonical', withBody(encodeUtf8('[]')), publicKey],
      ['ledger.body_too_long', withBody(encodeUtf8(JSON.stringify({ a: 'x'.repeat(1_048_576) }))), publicKey],
      ['ledger.file_count', { ...entry, files: [] }, publicKey],
      ['ledger.file_count', { ...entry, files: [file, file] }, publicKey],
      ['ledger.file_hash', { ...entry, files: [{ ...file, sha256: sha256Hex(new Uint8Array()) }] }, publicKey],
      ['ledger.file_size', { ...entry, files: [{ ...file, size: 65_537 }] }, publicKey],
    ];
    for (const [code, one, key] of cases) expect(() => checkSignedEntry(one, { publicKey: key })).toThrow(code);
  });

  it('verifies without its content once that was erased, and not with other content', () => {
    const bare = { envelope, signature: entry.signature };
    expect(checkSignedEntry(bare, { publicKey, content: 'mayBeErased' })).toEqual(fields);
    const wrong = { ...bare, files: [{ salt, sha256: sha256Hex(photograph), size: photograph.length }] };
    expect(() => checkSignedEntry(wrong, { publicKey, content: 'mayBeErased' })).toThrow('ledger.file_hash');
  });

  it('with one of two files erased still verifies the other', () => {
    const second = { salt: new Uint8Array(32).fill(5), sha256: sha256Hex(new Uint8Array(1)), size: 70_000 };
    const refs = [...(fields.files ?? []), { ref: fileRef(second.salt, second.sha256), size: 131_072 }];
    const both = makeEnvelope({ ...fields, files: refs });
    const bare = { envelope: both, signature: signEntry(both, seed) };
    expect(checkSignedEntry({ ...bare, files: [second] }, { publicKey, content: 'mayBeErased' }).files).toEqual(refs);
    const swapped = [second, ...(entry.files ?? [])];
    expect(() => checkSignedEntry({ ...bare, files: swapped }, { publicKey, content: 'mayBeErased' })).toThrow('ledger.file_hash');
  });
});

describe('an envelope is strict', () => {
  const plain = withoutLists(fields);
  const bytesOf = (value: unknown): Uint8Array => canonicalBytes(value as never);
  it.each(entryKinds)('the kind %s is known', (kind) => expect(parseEnvelope(makeEnvelope({ ...plain, kind })).kind).toBe(kind));

  it.each<[string, Record<string, unknown>]>([
    ['v', { v: 2 }], ['id', { id: fields.id.toUpperCase() }], ['id', { id: '2c5ea4c0-4067-4fe9-8bad-9b1deb4d3b7d' }], ['scope', { scope: 'izium' }],
    ['device', { device: fields.device.toUpperCase() }], ['seq', { seq: -1 }], ['seq', { seq: 0.5 }], ['seq', { seq: '0' }],
    ['prev', { prev: fields.device }], ['prev', { seq: 1 }], ['prev', { seq: 1, prev: 'ab' }], ['by', { by: null }],
    ['at', { at: '2026-05-17T09:30:00' }], ['at', { at: '2026-02-30T09:30:00Z' }], ['kind', { kind: 'photo' }], ['subject', { subject: '' }],
    ['supersedes', { supersedes: [] }], ['supersedes', { supersedes: [fields.id] }], ['supersedes', { supersedes: 'x' }],
    ['supersedes', { supersedes: [fields.by, fields.by] }], ['seen', { seen: [] }], ['seen.size', { seen: { size: 1, root: fields.body } }],
    ['seen.size', { seen: { size: '01', root: fields.body } }], ['seen.size', { seen: { size: '18446744073709551616', root: fields.body } }],
    ['seen.root', { seen: { size: '1', root: 'x' } }], ['body', { body: 'x' }], ['files', { files: [] }], ['files[0].size', { files: [{ ref: fields.body, size: 1 }] }],
    ['files[0].size', { files: [{ ref: fields.body, size: 0 }] }], ['files[0].ref', { files: [{ ref: 1, size: 65_536 }] }],
  ])('%s: %j is refused on receipt and before signing', (field, change) => {
    const value = { ...plain, ...change };
    const named = (): unknown => parseEnvelope(bytesOf(value));
    expect(named).toThrow('ledger.envelope_field');
    expect(named).toThrow(`"field":"${field}"`);
    expect(() => makeEnvelope(value)).toThrow(ProblemError);
  });

  it('fields nobody knows are refused, at every level', () => {
    for (const value of [
      { ...plain, note: 'x' }, { ...plain, seen: { size: '1', root: fields.body, extra: 1 } }, { ...plain, files: [{ ref: fields.body, size: 65_536, name: 'x' }] },
    ]) {
      expect(() => parseEnvelope(bytesOf(value))).toThrow('ledger.envelope_unknown_field');
      expect(() => makeEnvelope(value as unknown as Envelope)).toThrow('ledger.envelope_unknown_field');
    }
  });

  it('a missing field is refused', () => {
    for (const name of Object.keys(plain)) {
      expect(() => parseEnvelope(bytesOf(Object.fromEntries(Object.entries(plain).filter(([key]) => key !== name))))).toThrow(ProblemError);
    }
  });

  it('the same content in other bytes is refused', () => {
    const pretty = encodeUtf8(JSON.stringify(JSON.parse(new TextDecoder().decode(envelope)), null, 1));
    const reordered = encodeUtf8(JSON.stringify(fields));
    const escaped = encodeUtf8(new TextDecoder().decode(envelope).replace('"grave"', '"\\u0067rave"'));
    for (const bytes of [pretty, reordered, escaped]) expect(() => parseEnvelope(bytes)).toThrow('ledger.envelope_not_canonical');
  });

  it('more than 16 KiB are refused', () => {
    const supersedes = Array.from({ length: 420 }, (_, i) => idAt(1_779_000_000_000 + i, 9));
    expect(() => makeEnvelope({ ...fields, supersedes })).toThrow('ledger.envelope_too_long');
    expect(makeEnvelope({ ...fields, supersedes: supersedes.slice(0, 380) }).length).toBeLessThanOrEqual(16_384);
    expect(() => parseEnvelope(new Uint8Array(16_385).fill(0x20))).toThrow('ledger.envelope_too_long');
  });

  it.each(['2024-02-29T23:59:59Z', '2026-05-17T09:30:00.123456789+03:00', '2026-12-31T00:00:00-23:59', '2026-01-01T00:00:00+00:00'])('%s is a time', (text) => {
    expect(isTimeWithOffset(text)).toBe(true);
  });
  it.each(['2026-02-29T00:00:00Z', '2100-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T00:60:00Z', '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00-00:00', '2026-01-01t00:00:00z', '2026-01-01 00:00:00Z', '2026-01-01T00:00:00', '2026-01-01T00:00:00+24:00', '2026-01-01T00:00:00Z\n'])('%j is not', (text) => {
    expect(isTimeWithOffset(text)).toBe(false);
  });
});

describe('salts hide what could be guessed', () => {
  it('the same body or file under another salt has another hash', () => {
    const other = new Uint8Array(32);
    expect(bodyHash(salt, body)).not.toBe(bodyHash(other, body));
    expect(fileRef(salt, sha256Hex(photograph))).not.toBe(fileRef(other, sha256Hex(photograph)));
  });
  it('a salt has exactly 32 bytes', () => {
    for (const length of [0, 16, 31, 33]) {
      expect(() => bodyHash(new Uint8Array(length), body)).toThrow('ledger.salt_length');
      expect(() => fileRef(new Uint8Array(length), fields.body)).toThrow('ledger.salt_length');
    }
  });
  it.each([[0, 65_536], [1, 65_536], [65_536, 65_536], [65_537, 131_072], [5_000_000, 5_046_272]])('%i bytes are shown as %i', (bytes, shown) => {
    expect(roundedFileSize(bytes)).toBe(shown);
  });
  it.each([-1, 0.5, Number.NaN, Infinity, Number.MAX_SAFE_INTEGER])('%d is no size', (bytes) => {
    expect(() => roundedFileSize(bytes)).toThrow('ledger.file_size');
  });
});

describe('signature and leaf', () => {
  it('the signature covers the type byte: one over the bare envelope does not verify', () => {
    expect(signingBytes(envelope)[0]).toBe(1);
    expect(verifyEntrySignature(envelope, entry.signature, publicKey)).toBe(true);
    const [, ...rest] = signingBytes(envelope);
    expect(Uint8Array.from(rest)).toEqual(envelope);
    expect(verifyEntrySignature(envelope, signEntry(Uint8Array.from(rest).slice(1), seed), publicKey)).toBe(false);
  });
  it('a leaf reads back and no other bytes give the same entry', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.nat(), (bytes, signature, at) => {
      const leaf = leafData(bytes, signature);
      expect(parseLeaf(leaf)).toEqual({ envelope: bytes, signature });
      expect(() => parseLeaf(leaf.slice(0, at % leaf.length))).toThrow('ledger.leaf_format');
      expect(() => parseLeaf(new Uint8Array([...leaf, 0]))).toThrow('ledger.leaf_format');
      expect(entryLeafHash(bytes, signature)).toEqual(leafHash(leaf));
    }));
  });
  it('the longest entry fits a leaf of the log; a longer one, an empty one or a short signature does not', () => {
    expect(leafData(new Uint8Array(16_384), new Uint8Array(64)).length).toBe(16_451);
    for (const [bytes, length] of [[16_385, 64], [0, 64], [1, 63]] as const) {
      expect(() => leafData(new Uint8Array(bytes), new Uint8Array(length))).toThrow('ledger.leaf_format');
    }
    const wrongType = leafData(envelope, entry.signature);
    wrongType[0] = 2;
    expect(() => parseLeaf(wrongType)).toThrow('ledger.leaf_format');
  });
});

describe('ids', () => {
  it('a UUID of version 7 carries its time and sorts by it', () => {
    expect(uuidV7({ timeMs: 0x017f22e279b0, random: Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]) }))
      .toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
    fc.assert(fc.property(fc.nat({ max: 2 ** 48 - 2 }), fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.uint8Array({ minLength: 10, maxLength: 10 }), (timeMs, a, b) => {
      const [first, second] = [uuidV7({ timeMs, random: a }), uuidV7({ timeMs: timeMs + 1, random: b })];
      expect(isUuidV7(first)).toBe(true);
      expect(first < second).toBe(true);
    }));
  });
  it.each([[-1, 10], [2 ** 48, 10], [0.5, 10], [0, 9], [0, 11]])('time %d with %i random bytes is refused', (timeMs, length) => {
    expect(() => uuidV7({ timeMs, random: new Uint8Array(length) })).toThrow('ledger.uuid_time');
  });
});

describe('the form in which entries travel', () => {
  it('reads back, whole or erased, through JSON text', () => {
    const bare: SignedEntry = { envelope, signature: entry.signature };
    for (const one of [entry, bare]) {
      expect(decodeWireEntry(encodeWireEntry(one))).toEqual(one);
      expect(decodeWireEntry(JSON.stringify(encodeWireEntry(one)))).toEqual(one);
    }
  });
  const wire = encodeWireEntry(entry);
  const file = wire.files[0];
  it.each<[string, unknown]>([
    ['nothing', null], ['a list', []], ['an unknown member', { ...wire, extra: 1 }], ['a missing member', { ...wire, files: undefined }], ['no files', { envelope: '', signature: '', body: null, salt: null }],
    ['a body without salt', { ...wire, salt: null }], ['a salt without body', { ...wire, body: null }], ['half a character', { ...wire, body: '"\ud800"' }],
    ['a body that is no text', { ...wire, body: {} }], ['unpadded base64', { ...wire, signature: wire.signature.slice(0, -1) }],
    ['URL base64', { ...wire, salt: '-'.repeat(44) }], ['a file of unknown shape', { ...wire, files: [{ ...file, path: '/' }] }],
    ['a file without hash', { ...wire, files: [{ ...file, sha256: 'x' }] }], ['a file of negative size', { ...wire, files: [{ ...file, size: -1 }] }],
    ['a name that is no text', { ...wire, files: [{ ...file, name: 1 }] }], ['duplicate keys', '{"envelope":"","envelope":""}'],
  ])('%s is refused', (_, value) => {
    expect(() => decodeWireEntry(value)).toThrow(ProblemError);
  });
});

function withoutLists(all: Envelope): Envelope {
  const { v, id, scope, device, seq, prev, by, at, kind, subject, seen, body: hash } = all;
  return { v, id, scope, device, seq, prev, by, at, kind, subject, seen, body: hash };
}
