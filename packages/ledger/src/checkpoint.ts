import { ProblemError, refuse } from '@imena/problem';
import { decodeBase64, decodeUtf8, encodeBase64, equalBytes } from './codecs.ts';
import { emptyRoot } from './merkle-hash.ts';
import { openNote, signNote } from './note.ts';
import type { NoteSigner } from './note-keys.ts';

const largestSize = (1n << 64n) - 1n;

/** What a log says of itself at one moment. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: bigint;
  /** 32 bytes. */
  readonly root: Uint8Array;
  readonly extensionLines: readonly string[];
}

/** The log whose checkpoints are believed: its origin line and its verifier key. */
export interface TrustedLog {
  readonly origin: string;
  readonly vkey: string;
}

/**
 * Opens a C2SP tlog-checkpoint signed by the log's key. Size and root of a log are taken from here and nowhere else.
 * @throws Problem of `openNote`, `ledger.checkpoint_format`, `ledger.checkpoint_origin`
 */
export function openCheckpoint(note: string | Uint8Array, { origin, vkey }: TrustedLog): Checkpoint {
  const checkpoint = parseCheckpointText(decodeUtf8(openNote(note, [vkey]).text));
  if (checkpoint.origin !== origin) refuse('ledger.checkpoint_origin', { expected: origin, found: checkpoint.origin });
  return checkpoint;
}

/**
 * Reads the text of a checkpoint without its signatures: origin, size, root, extension lines. One checkpoint has
 * one text: no leading zeros, strict base64, and size 0 only with the empty root.
 * @throws Problem `ledger.checkpoint_format`. Believe nothing of it before `openCheckpoint` has verified the note.
 */
export function parseCheckpointText(text: string): Checkpoint {
  const lines = text.split('\n');
  const last = lines.pop();
  const [origin = '', size = '', root = '', ...extensionLines] = lines;
  if (last !== '') refuse('ledger.checkpoint_format', { line: lines.length + 1 });
  if (origin === '') refuse('ledger.checkpoint_format', { line: 1 });
  if (!/^(?:0|[1-9][0-9]{0,19})$/.test(size) || BigInt(size) > largestSize) refuse('ledger.checkpoint_format', { line: 2 });
  const rootBytes = readHash(root);
  if (rootBytes === null) refuse('ledger.checkpoint_format', { line: 3 });
  if (size === '0' && !equalBytes(rootBytes, emptyRoot())) refuse('ledger.checkpoint_format', { line: 3 });
  const empty = extensionLines.indexOf('');
  if (empty >= 0) refuse('ledger.checkpoint_format', { line: 4 + empty });
  return { origin, size: BigInt(size), root: rootBytes, extensionLines };
}

/** What `formatCheckpoint` needs; no extension lines unless given. */
export type CheckpointFields = Omit<Checkpoint, 'extensionLines'> & Partial<Pick<Checkpoint, 'extensionLines'>>;

/** The text of a checkpoint, to be signed as a note. @throws Problem `ledger.checkpoint_format` */
export function formatCheckpoint({ origin, size, root, extensionLines = [] }: CheckpointFields): string {
  const text = [origin, size.toString(), encodeBase64(root), ...extensionLines, ''].join('\n');
  // Reading it back refuses what no reader would accept: a newline in a line, a short root, a negative size.
  const read = parseCheckpointText(text);
  if (read.origin !== origin || read.extensionLines.length !== extensionLines.length) refuse('ledger.checkpoint_format', { line: 1 });
  return text;
}

/** A signed checkpoint. @throws Problem `ledger.checkpoint_format`, `ledger.note_format` */
export function signCheckpoint(fields: CheckpointFields, signer: NoteSigner): string {
  return signNote(formatCheckpoint(fields), [signer]);
}

/** The 32 bytes of a hash in base64, or null when it is anything else. */
export function readHash(text: string): Uint8Array | null {
  if (text.length !== 44) return null;
  try {
    const bytes = decodeBase64(text);
    return bytes.length === 32 ? bytes : null;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
