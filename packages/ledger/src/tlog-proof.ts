import { ProblemError, refuse } from '@imena/problem';
import { openCheckpoint, readHash, type Checkpoint, type TrustedLog } from './checkpoint.ts';
import { decodeBase64, decodeUtf8, encodeBase64 } from './codecs.ts';
import { verifyInclusion } from './verify-proofs.ts';

const header = 'c2sp.org/tlog-proof@v1';
const maximumLineLength = 65_535;
/** A tree of 2^64 leaves has paths of 64 hashes. */
const maximumHashes = 64;

export interface OpenedProof {
  readonly index: bigint;
  readonly checkpoint: Checkpoint;
  /** Opaque and not covered by any signature; null when there is none. */
  readonly extra: Uint8Array | null;
}

/**
 * Whether a C2SP tlog-proof shows that the leaf is in the log, by a checkpoint signed with the log's key.
 * @param proof text or UTF-8 bytes. False for whatever is wrong; `openTlogProof` says what.
 * @throws Problem `ledger.verifier_key` when the key itself is no key: that is not the proof's fault.
 */
export function verifyTlogProof(proof: string | Uint8Array, claim: TrustedLog & { readonly leafHash: Uint8Array }): boolean {
  try {
    openTlogProof(proof, claim);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code !== 'ledger.verifier_key') return false;
    throw error;
  }
}

/**
 * Opens a C2SP tlog-proof and verifies it wholly.
 * @throws Problem `ledger.proof_format`, `ledger.not_included`, those of `openCheckpoint`
 */
export function openTlogProof(
  proof: string | Uint8Array,
  { leafHash, origin, vkey }: TrustedLog & { readonly leafHash: Uint8Array },
): OpenedProof {
  const text = typeof proof === 'string' ? proof : decodeUtf8(proof);
  const blank = text.indexOf('\n\n');
  if (blank < 0) refuse('ledger.proof_format', { line: 1 });
  const { index, hashes, extra } = readProofLines(text.slice(0, blank).split('\n'));
  const signed = text.slice(blank + 2);
  if (signed.split('\n').some((line) => line.length > maximumLineLength)) refuse('ledger.proof_format', { line: 1 });
  const checkpoint = openCheckpoint(signed, { origin, vkey });
  const { size: treeSize, root } = checkpoint;
  if (!verifyInclusion({ leafIndex: index, treeSize, leafHash, proof: hashes, root })) refuse('ledger.not_included', { index: index.toString() });
  return { index, checkpoint, extra };
}

/**
 * The text of a C2SP tlog-proof: index, inclusion proof, the signed checkpoint verbatim.
 * @param parts `proof` from the leaf's sibling up; `checkpoint` the signed note; `extra` opaque bytes, not authenticated.
 * @throws Problem `ledger.tree_range`, `ledger.hash_length`, `ledger.proof_format`
 */
export function formatTlogProof(parts: {
  readonly index: bigint;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: string;
  readonly extra?: Uint8Array;
}): string {
  const { index, proof, checkpoint, extra } = parts;
  if (index < 0n) refuse('ledger.tree_range', { index: index.toString(), size: '0', total: '0' });
  const extraLine = extra === undefined ? [] : [`extra ${encodeBase64(extra)}`];
  const hashes = proof.map((hash) => {
    if (hash.length !== 32) refuse('ledger.hash_length', { length: hash.length });
    return encodeBase64(hash);
  });
  const lines = [header, ...extraLine, `index ${index}`, ...hashes];
  readProofLines(lines);
  return [...lines, '', checkpoint].join('\n');
}

function readProofLines(lines: readonly string[]): { index: bigint; hashes: Uint8Array[]; extra: Uint8Array | null } {
  const long = lines.findIndex((line) => line.length > maximumLineLength);
  if (long >= 0) refuse('ledger.proof_format', { line: long + 1 });
  if (lines[0] !== header) refuse('ledger.proof_format', { line: 1 });
  const extra = readExtra(lines[1] ?? '');
  const at = extra === null ? 1 : 2;
  const match = /^index (0|[1-9][0-9]{0,19})$/.exec(lines[at] ?? '');
  if (match?.[1] === undefined) refuse('ledger.proof_format', { line: at + 1 });
  const hashLines = lines.slice(at + 1);
  if (hashLines.length > maximumHashes) refuse('ledger.proof_format', { line: at + 2 + maximumHashes });
  const hashes = hashLines.map((line, i) => readHash(line) ?? refuse('ledger.proof_format', { line: at + 2 + i }));
  return { index: BigInt(match[1]), hashes, extra };
}

function readExtra(line: string): Uint8Array | null {
  if (!line.startsWith('extra ')) return null;
  const encoded = line.slice('extra '.length);
  if (encoded === '') refuse('ledger.proof_format', { line: 2 });
  try {
    return decodeBase64(encoded);
  } catch (error) {
    if (error instanceof ProblemError) refuse('ledger.proof_format', { line: 2 });
    throw error;
  }
}
