import { ProblemError, refuse } from '@imena/problem';
import { concatBytes, decodeBase64, decodeUtf8, encodeBase64, encodeHex, encodeUtf8 } from './codecs.ts';
import { verifyEd25519 } from './ed25519.ts';
import { isKeyName, noteKeyId, parseVkey, type NoteSigner, type VerifierKey } from './note-keys.ts';

/** At most this many signatures in a note; C2SP asks for at least 16, Go's reader allows 100. */
const maximumSignatures = 100;
/** Longest note that is read, in UTF-16 units. */
const maximumNoteLength = 1_000_000;
const signaturePrefix = '— ';

export interface OpenedNote {
  /** The signed text, with its last newline. */
  readonly text: Uint8Array;
  /** How many of the trusted keys have signed; at least 1. */
  readonly verifiedSignatures: number;
}

interface SignatureLine {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/**
 * Opens a C2SP signed note. A broken signature of a trusted key refuses the whole note, even beside a good one;
 * signatures of other keys are ignored, but every line must be well formed.
 * @param note text or UTF-8 bytes; @param vkeys the trusted verifier keys (Ed25519).
 * @throws Problem `ledger.verifier_key`, `ledger.utf8`, `ledger.note_format`, `ledger.note_signature`, `ledger.note_unsigned`
 */
export function openNote(note: string | Uint8Array, vkeys: readonly string[]): OpenedNote {
  const keys = trustedKeys(vkeys);
  const { text, lines } = splitNote(note);
  const message = encodeUtf8(text);
  const verified = new Set<string>();
  for (const line of lines) {
    const id = `${line.name}+${line.keyId}`;
    const key = keys.get(id);
    if (key === undefined) continue;
    if (!verifyEd25519(key.publicKey, message, line.signature)) refuse('ledger.note_signature', { name: line.name });
    verified.add(id);
  }
  if (verified.size === 0) refuse('ledger.note_unsigned', {});
  return { text: message, verifiedSignatures: verified.size };
}

/**
 * Signs a text as a C2SP signed note.
 * @param text not empty, ends with a newline, no other control character.
 * @throws Problem `ledger.note_format` when no reader could open the result; `ledger.key_name`
 */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!isNoteText(text) || signers.length === 0 || signers.length > maximumSignatures) refuse('ledger.note_format', { line: 1 });
  const message = encodeUtf8(text);
  const lines = signers.map((signer) => {
    if (!isKeyName(signer.name)) refuse('ledger.key_name', { name: signer.name });
    const signature = concatBytes(noteKeyId(signer.name, signer.publicKey), signer.sign(message));
    return `${signaturePrefix}${signer.name} ${encodeBase64(signature)}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

function trustedKeys(vkeys: readonly string[]): Map<string, VerifierKey> {
  const keys = new Map<string, VerifierKey>();
  for (const vkey of vkeys) {
    const key = parseVkey(vkey);
    const id = `${key.name}+${key.keyId}`;
    const other = keys.get(id);
    // Key ids have 32 bits: two keys can be made to share one, and then nobody knows which signed.
    if (other !== undefined && encodeHex(other.publicKey) !== encodeHex(key.publicKey)) refuse('ledger.verifier_key', { vkey });
    keys.set(id, key);
  }
  return keys;
}

function isNoteText(text: string): boolean {
  return text.endsWith('\n') && text.length <= maximumNoteLength && !/[\u0000-\u0009\u000b-\u001f\p{Surrogate}]/u.test(text);
}

function splitNote(note: string | Uint8Array): { readonly text: string; readonly lines: readonly SignatureLine[] } {
  const whole = typeof note === 'string' ? note : decodeUtf8(note);
  if (!isNoteText(whole)) refuse('ledger.note_format', { line: 1 });
  const blank = whole.lastIndexOf('\n\n');
  if (blank < 0) refuse('ledger.note_format', { line: 1 });
  const text = whole.slice(0, blank + 1);
  const signatures = whole.slice(blank + 2, -1).split('\n');
  const firstLine = text.split('\n').length + 1;
  if (signatures.length > maximumSignatures) refuse('ledger.note_format', { line: firstLine + maximumSignatures });
  return { text, lines: signatures.map((line, i) => readSignatureLine(line, firstLine + i)) };
}

function readSignatureLine(text: string, line: number): SignatureLine {
  const [name = '', encoded = '', ...rest] = text.startsWith(signaturePrefix) ? text.slice(signaturePrefix.length).split(' ') : [];
  if (!isKeyName(name) || rest.length > 0) refuse('ledger.note_format', { line });
  const bytes = decodeSignature(encoded, line);
  if (bytes.length < 5) refuse('ledger.note_format', { line });
  return { name, keyId: encodeHex(bytes.subarray(0, 4)), signature: bytes.slice(4) };
}

function decodeSignature(encoded: string, line: number): Uint8Array {
  try {
    return decodeBase64(encoded);
  } catch (error) {
    if (error instanceof ProblemError) refuse('ledger.note_format', { line });
    throw error;
  }
}
