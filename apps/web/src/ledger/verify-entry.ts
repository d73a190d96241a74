import {
  checkEntryContent, compareHistory, decodeHex, decodeWireEntry, deviceId, encodeHex, entryLeafHash, openCheckpoint, openTlogProof, parseEnvelope,
  verifyConsistency, verifyEntrySignature, type Checkpoint, type Envelope, type SignedEntry, type TrustedLog,
} from '@imena/ledger';
import { ProblemError, refuse, type Problem } from '@imena/problem';
import { decodeBase64Url } from '../device/index.ts';
import type { EntryAnswer } from './ledger-api.ts';

export const checkNames = ['envelope', 'device', 'signature', 'body', 'files', 'leaf', 'checkpoint', 'inclusion', 'seen', 'history'] as const;
export type CheckName = (typeof checkNames)[number];

/** Why a check has nothing to say, or what it says besides "right". */
export type CheckNote = 'broken' | 'bodyAbsent' | 'noFiles' | 'filesAbsent' | 'filesErased' | 'nothingSeen' | 'nothingHeld' | 'sameSize' | 'notContinued' | 'twoHistories';

/** `proven`; `failed`, with the reason; `open`: cannot be checked here; `nothing`: there is nothing to check. */
export interface Check {
  readonly name: CheckName;
  readonly result: 'proven' | 'failed' | 'open' | 'nothing';
  readonly note?: CheckNote;
  readonly problem?: Problem;
}

export interface VerificationInput {
  readonly answer: EntryAnswer;
  /** The log as this browser knew it before the entry was asked for; not what the server says of itself now. */
  readonly log: TrustedLog;
  /** The checkpoint this browser holds, null where it holds none. */
  readonly held: string | null;
  /** From the smaller to the larger of held and proof, null where none was asked for. */
  readonly historyProof: readonly Uint8Array[] | null;
  /** From what the author's device had seen to the proof. */
  readonly seenProof: readonly Uint8Array[] | null;
}

interface Opened {
  readonly signed: SignedEntry;
  readonly envelope: Envelope;
}

/** Verifies an entry wholly, with nothing taken on the server's word: each check by itself, in the order in which they rest on each other. */
export function verifyEntry(input: VerificationInput): readonly Check[] {
  const opened = attempt('envelope', () => {
    const signed = decodeWireEntry(input.answer.entry);
    return { signed, envelope: parseEnvelope(signed.envelope) };
  });
  const checkpoint = attempt('checkpoint', () => openCheckpoint(checkpointOf(input.answer.proof), input.log));
  const entry = opened.value;
  const ofEntry = entry === null
    ? (['device', 'signature', 'body', 'files', 'leaf', 'inclusion'] as const).map((name): Check => ({ name, result: 'open', note: 'broken' }))
    : [...checkOwn(entry, input.answer), checkInclusion(entry, input)];
  const seen = entry === null || checkpoint.value === null ? unchecked('seen') : checkSeen(entry.envelope, { checkpoint: checkpoint.value, index: input.answer.index, proof: input.seenProof });
  const history = checkpoint.value === null ? unchecked('history') : checkHistory(checkpoint.value, input);
  const all = [opened.check, ...ofEntry, checkpoint.check, seen, history];
  return checkNames.flatMap((name) => all.filter((check) => check.name === name));
}

/** The signed checkpoint inside a C2SP tlog-proof. */
export function checkpointOf(proof: string): string {
  const blank = proof.indexOf('\n\n');
  return blank < 0 ? '' : proof.slice(blank + 2);
}

function checkOwn({ signed, envelope }: Opened, answer: EntryAnswer): Check[] {
  const key = attempt('device', () => {
    const publicKey = decodeBase64Url(answer.publicKey);
    if (deviceId(publicKey) !== envelope.device) refuse('ledger.device_mismatch', { id: envelope.id });
    return publicKey;
  });
  const publicKey = key.value;
  const signature = publicKey === null ? unchecked('signature') : attempt('signature', () => {
    if (!verifyEntrySignature(signed.envelope, signed.signature, publicKey)) refuse('ledger.signature', { id: envelope.id });
    return true;
  }).check;
  const leaf = encodeHex(entryLeafHash(signed.envelope, signed.signature)) === answer.leafHash;
  return [key.check, signature, checkBody(signed, envelope), checkFiles(signed, envelope), { name: 'leaf', result: leaf ? 'proven' : 'failed' }];
}

function checkBody(signed: SignedEntry, envelope: Envelope): Check {
  if (signed.body === undefined) return { name: 'body', result: 'open', note: 'bodyAbsent' };
  const { body } = signed;
  return attempt('body', () => checkEntryContent({ envelope: signed.envelope, signature: signed.signature, body }, envelope, 'mayBeErased')).check;
}

function checkFiles(signed: SignedEntry, envelope: Envelope): Check {
  const files = signed.files ?? [];
  const signedCount = envelope.files?.length ?? 0;
  if (signedCount === 0 && files.length === 0) return { name: 'files', result: 'nothing', note: 'noFiles' };
  if (files.length === 0) return { name: 'files', result: 'open', note: 'filesAbsent' };
  const { check } = attempt('files', () => checkEntryContent({ envelope: signed.envelope, signature: signed.signature, files }, envelope, 'mayBeErased'));
  return check.result === 'proven' && files.length < signedCount ? { ...check, note: 'filesErased' } : check;
}

function checkInclusion({ signed }: Opened, { answer, log }: VerificationInput): Check {
  return attempt('inclusion', () => {
    const { index } = openTlogProof(answer.proof, { leafHash: entryLeafHash(signed.envelope, signed.signature), ...log });
    if (index !== BigInt(answer.index)) refuse('ledger.not_included', { index: String(answer.index) });
    return true;
  }).check;
}

/** Whether the state of the log that the author's device names is the beginning of this one: then the entry was made after it. */
function checkSeen({ seen }: Envelope, { checkpoint, index, proof }: { readonly checkpoint: Checkpoint; readonly index: number; readonly proof: readonly Uint8Array[] | null }): Check {
  if (seen === null || seen.size === '0') return { name: 'seen', result: 'nothing', note: 'nothingSeen' };
  const size1 = BigInt(seen.size);
  // An entry cannot stand in a log that its author had already seen whole.
  const isBefore = size1 <= BigInt(index);
  const continues = isBefore && verifyConsistency({ size1, size2: checkpoint.size, root1: decodeHex(seen.root), root2: checkpoint.root, proof: proof ?? [] });
  return continues ? { name: 'seen', result: 'proven' } : { name: 'seen', result: 'failed', note: 'notContinued' };
}

function checkHistory(checkpoint: Checkpoint, { answer, log, held, historyProof }: VerificationInput): Check {
  if (held === null) return { name: 'history', result: 'open', note: 'nothingHeld' };
  const known = attempt('history', () => openCheckpoint(held, log));
  if (known.value === null) return known.check;
  const received = checkpointOf(answer.proof);
  // Whichever is smaller must be the beginning of the other; answers may be older than what this browser already holds.
  const [stored, newer] = known.value.size <= checkpoint.size ? [held, received] : [received, held];
  const verdict = compareHistory({ ...log, stored, received: newer, consistencyProof: historyProof });
  if (verdict === 'consistent') return { name: 'history', result: 'proven', ...(known.value.size === checkpoint.size ? { note: 'sameSize' as const } : {}) };
  return { name: 'history', result: 'failed', note: verdict === 'fork' ? 'twoHistories' : 'notContinued' };
}

/** Which sizes a consistency proof is needed between, if any. */
export function proofRange(one: bigint, other: bigint): { readonly from: bigint; readonly to: bigint } | null {
  const [from, to] = one < other ? [one, other] : [other, one];
  return from < 1n || from === to ? null : { from, to };
}

function attempt<T>(name: CheckName, work: () => T): { readonly check: Check; readonly value: T | null } {
  try {
    return { value: work(), check: { name, result: 'proven' } };
  } catch (error) {
    if (error instanceof ProblemError) return { value: null, check: { name, result: 'failed', problem: error.problem } };
    throw error;
  }
}

function unchecked(name: CheckName): Check {
  return { name, result: 'open', note: 'broken' };
}
