import {
  bodyHash, canonicalBytes, deviceId, ed25519PublicKey, encodeHex, encodeWireEntry, entryLeafHash, fileRef, formatTlogProof, makeEnvelope, MerkleTree,
  noteSigner, roundedFileSize, sha256, signCheckpoint, signEntry, uuidV7, vkeyOf, type SeenCheckpoint,
} from '@imena/ledger';
import { encodeBase64Url } from '../device/keys.ts';
import { describe, expect, it } from 'vitest';
import type { EntryAnswer } from './ledger-api.ts';
import { checkpointOf, proofRange, verifyEntry, type CheckName, type VerificationInput } from './verify-entry.ts';

const origin = 'log.example/test';
const signer = noteSigner({ name: origin, seed: new Uint8Array(32).fill(7) });
const log = { origin, vkey: vkeyOf(origin, signer.publicKey) };
const deviceSeed = new Uint8Array(32).fill(9);
const publicKey = ed25519PublicKey(deviceSeed);
const id = uuidV7({ timeMs: 1_700_000_000_000, random: new Uint8Array(10) });
const scope = '00000000-0000-4000-8000-000000000001';
const salt = new Uint8Array(32).fill(1);
const fileSalt = new Uint8Array(32).fill(2);
const fileHash = encodeHex(sha256(new Uint8Array([1, 2, 3])));

/** A log of `before` strangers, our entry, and `after` strangers. */
function makeLog({ before = 5, after = 3, seen = null as SeenCheckpoint | null, files = false } = {}) {
  const bytes = canonicalBytes({ type: 'subject.noted', basis: 'observed', text: 'synthetic' });
  const envelope = makeEnvelope({
    v: 1, id, scope, device: deviceId(publicKey), seq: 0, prev: null, by: scope, at: '2022-09-20T10:00:00+03:00', kind: 'grave', subject: scope, seen, body: bodyHash(salt, bytes),
    ...(files ? { files: [{ ref: fileRef(fileSalt, fileHash), size: roundedFileSize(3) }] } : {}),
  });
  const signature = signEntry(envelope, deviceSeed);
  const leaf = entryLeafHash(envelope, signature);
  const tree = new MerkleTree();
  const stranger = (n: number) => sha256(new Uint8Array([n]));
  for (let n = 0; n < before; n += 1) tree.append(stranger(n));
  tree.append(leaf);
  for (let n = 0; n < after; n += 1) tree.append(stranger(100 + n));
  const checkpoint = (size: number) => signCheckpoint({ origin, size: BigInt(size), root: tree.root(BigInt(size)) }, signer);
  const size = before + 1 + after;
  const wire = encodeWireEntry({ envelope, signature, body: { salt, bytes }, ...(files ? { files: [{ salt: fileSalt, sha256: fileHash, size: 3 }] } : {}) });
  const answer: EntryAnswer = {
    entry: { ...wire, files: [...wire.files] },
    index: before, leafHash: encodeHex(leaf), publicKey: encodeBase64Url(publicKey), readable: true,
    proof: formatTlogProof({ index: BigInt(before), proof: tree.inclusionProof(BigInt(before), BigInt(size)), checkpoint: checkpoint(size) }),
  };
  return { tree, checkpoint, size, answer };
}

function results(input: VerificationInput): Record<CheckName, string> {
  return Object.fromEntries(verifyEntry(input).map((check) => [check.name, check.result])) as Record<CheckName, string>;
}

const plain = { log, held: null, historyProof: null, seenProof: null };

describe('verifying an entry in the browser', () => {
  it('proves every check of an honest entry against the checkpoint held before', () => {
    const made = makeLog({ files: true });
    const input = { answer: made.answer, log, held: made.checkpoint(4), historyProof: made.tree.consistencyProof(4n, BigInt(made.size)), seenProof: null };
    expect(results(input)).toEqual({ envelope: 'proven', device: 'proven', signature: 'proven', body: 'proven', files: 'proven', leaf: 'proven', checkpoint: 'proven', inclusion: 'proven', seen: 'nothing', history: 'proven' });
  });

  it('finds a body that was changed, and nothing else wrong', () => {
    const { answer } = makeLog();
    const forged = { ...answer, entry: { ...answer.entry, body: (answer.entry.body ?? '').replace('synthetic', 'forged') } };
    expect(results({ ...plain, answer: forged })).toMatchObject({ signature: 'proven', body: 'failed', inclusion: 'proven' });
  });

  it('finds a salt that was changed', () => {
    const { answer } = makeLog();
    const forged = { ...answer, entry: { ...answer.entry, salt: encodeWireEntry({ envelope: new Uint8Array(1), signature: new Uint8Array(64), body: { salt: fileSalt, bytes: new Uint8Array(2) } }).salt } };
    expect(results({ ...plain, answer: forged }).body).toBe('failed');
  });

  it('finds a key that is not the device’s, and then says nothing of the signature', () => {
    const { answer } = makeLog();
    const other = { ...answer, publicKey: encodeBase64Url(ed25519PublicKey(new Uint8Array(32).fill(3))) };
    expect(results({ ...plain, answer: other })).toMatchObject({ device: 'failed', signature: 'open' });
  });

  it('finds a signature that is not over these bytes, and so another leaf', () => {
    const { answer } = makeLog();
    const broken = { ...answer, entry: { ...answer.entry, signature: encodeWireEntry({ envelope: new Uint8Array(1), signature: new Uint8Array(64).fill(5) }).signature } };
    expect(results({ ...plain, answer: broken })).toMatchObject({ signature: 'failed', leaf: 'failed', inclusion: 'failed' });
  });

  it('finds a proof for another place than the one named', () => {
    const { answer } = makeLog();
    expect(results({ ...plain, answer: { ...answer, index: 2 } }).inclusion).toBe('failed');
  });

  it('believes only the log key it was given: another key leaves checkpoint, place and history unproven', () => {
    const { answer } = makeLog();
    const stranger = noteSigner({ name: origin, seed: new Uint8Array(32).fill(8) });
    const found = results({ ...plain, answer, log: { origin, vkey: vkeyOf(origin, stranger.publicKey) } });
    expect(found).toMatchObject({ signature: 'proven', checkpoint: 'failed', inclusion: 'failed', history: 'open' });
  });

  it('leaves body and files open where they are not given, and proves all the rest', () => {
    const { answer } = makeLog({ files: true });
    const hidden = { ...answer, readable: false, entry: { ...answer.entry, body: null, salt: null, files: [] } };
    expect(results({ ...plain, answer: hidden })).toMatchObject({ body: 'open', files: 'open', signature: 'proven', inclusion: 'proven' });
  });

  it('proves that an older proof is the beginning of the larger checkpoint this browser already holds', () => {
    const early = makeLog({ after: 0 });
    const later = makeLog({ after: 3 });
    const input = { answer: early.answer, log, held: later.checkpoint(later.size), historyProof: later.tree.consistencyProof(BigInt(early.size), BigInt(later.size)), seenProof: null };
    expect(results(input).history).toBe('proven');
  });

  it('finds two histories of one size, and a continuation that is not proven', () => {
    const one = makeLog({ after: 2 });
    const tree = new MerkleTree();
    for (let n = 0; n < one.size; n += 1) tree.append(sha256(new Uint8Array([n, n])));
    const fork = signCheckpoint({ origin, size: BigInt(one.size), root: tree.root(BigInt(one.size)) }, signer);
    expect(verifyEntry({ ...plain, answer: one.answer, held: fork }).find((check) => check.name === 'history')).toMatchObject({ result: 'failed', note: 'twoHistories' });
    expect(verifyEntry({ ...plain, answer: one.answer, held: one.checkpoint(3) }).find((check) => check.name === 'history')).toMatchObject({ result: 'failed', note: 'notContinued' });
  });

  it('proves what the author had seen, and refuses a state that is not the beginning of this log', () => {
    const root = encodeHex(makeLog().tree.root(4n));
    const honest = makeLog({ seen: { size: '4', root } });
    expect(results({ ...plain, answer: honest.answer, seenProof: honest.tree.consistencyProof(4n, BigInt(honest.size)) }).seen).toBe('proven');
    const wrong = makeLog({ seen: { size: '4', root: encodeHex(sha256(new Uint8Array(1))) } });
    expect(results({ ...plain, answer: wrong.answer, seenProof: wrong.tree.consistencyProof(4n, BigInt(wrong.size)) }).seen).toBe('failed');
  });

  it('says of bytes that are no envelope that nothing else can be checked on them', () => {
    const { answer } = makeLog();
    const broken = { ...answer, entry: { ...answer.entry, envelope: 'AAAA' } };
    expect(results({ ...plain, answer: broken })).toMatchObject({ envelope: 'failed', signature: 'open', inclusion: 'open', checkpoint: 'proven' });
  });
});

describe('proofs and ranges', () => {
  it('take the checkpoint out of a proof, and nothing out of a text without one', () => {
    const { answer, checkpoint, size } = makeLog();
    expect(checkpointOf(answer.proof)).toBe(checkpoint(size));
    expect(checkpointOf('no proof')).toBe('');
  });
  it('are asked for only between different sizes, from the smaller to the larger, never from nothing', () => {
    expect(proofRange(8n, 3n)).toEqual({ from: 3n, to: 8n });
    expect(proofRange(3n, 3n)).toBeNull();
    expect(proofRange(0n, 3n)).toBeNull();
  });
});
