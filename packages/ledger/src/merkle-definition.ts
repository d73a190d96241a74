import { refuse } from '@imena/problem';
import { emptyRoot, nodeHash } from './merkle-hash.ts';

/**
 * The tree written as RFC 6962 section 2.1 defines it, over an array of leaf hashes. Linear in the number of
 * leaves: for a growing log use `MerkleTree`, which a test holds equal to this.
 */
export function merkleRoot(leafHashes: readonly Uint8Array[]): Uint8Array {
  return leafHashes.length === 0 ? emptyRoot() : rangeRoot(leafHashes, 0, leafHashes.length);
}

/**
 * Inclusion proof (RFC 6962 section 2.1.1) of leaf `index` in the tree of the first `size` leaves (default: all),
 * from the leaf's sibling up.
 * @throws Problem `ledger.tree_range` when index or size lie outside the tree.
 */
export function inclusionProof(leafHashes: readonly Uint8Array[], index: bigint, size?: bigint): Uint8Array[] {
  const total = BigInt(leafHashes.length);
  const upTo = size ?? total;
  if (upTo > total || index < 0n || index >= upTo) refuseRange(index, upTo, total);
  const proof: Uint8Array[] = [];
  collectPath(leafHashes, Number(index), { start: 0, end: Number(upTo) }, proof);
  return proof;
}

/**
 * Consistency proof (RFC 6962 section 2.1.2) between the trees of the first `size1` and `size2` leaves.
 * @throws Problem `ledger.tree_range` unless 0 < size1 <= size2 <= number of leaves.
 */
export function consistencyProof(leafHashes: readonly Uint8Array[], size1: bigint, size2: bigint): Uint8Array[] {
  const total = BigInt(leafHashes.length);
  if (size1 <= 0n || size1 > size2 || size2 > total) refuseRange(size1, size2, total);
  const proof: Uint8Array[] = [];
  collectSubproof(leafHashes, Number(size1), { start: 0, end: Number(size2), known: true }, proof);
  return proof;
}

/** Refuses an index or size outside the tree. */
export function refuseRange(index: bigint, size: bigint, total: bigint): never {
  refuse('ledger.tree_range', { index: index.toString(), size: size.toString(), total: total.toString() });
}

function splitPoint(length: number): number {
  let split = 1;
  while (split * 2 < length) split *= 2;
  return split;
}

function rangeRoot(leaves: readonly Uint8Array[], start: number, end: number): Uint8Array {
  const only = leaves[start];
  if (end - start === 1 && only !== undefined) return only;
  const middle = start + splitPoint(end - start);
  return nodeHash(rangeRoot(leaves, start, middle), rangeRoot(leaves, middle, end));
}

function collectPath(
  leaves: readonly Uint8Array[],
  index: number,
  range: { readonly start: number; readonly end: number },
  out: Uint8Array[],
): void {
  const { start, end } = range;
  if (end - start <= 1) return;
  const middle = start + splitPoint(end - start);
  if (index < middle) {
    collectPath(leaves, index, { start, end: middle }, out);
    out.push(rangeRoot(leaves, middle, end));
  } else {
    collectPath(leaves, index, { start: middle, end }, out);
    out.push(rangeRoot(leaves, start, middle));
  }
}

// `known`: the verifier already holds the root of [start, size1), so it need not be sent.
function collectSubproof(
  leaves: readonly Uint8Array[],
  size1: number,
  range: { readonly start: number; readonly end: number; readonly known: boolean },
  out: Uint8Array[],
): void {
  const { start, end, known } = range;
  if (size1 === end) {
    if (!known) out.push(rangeRoot(leaves, start, end));
    return;
  }
  const middle = start + splitPoint(end - start);
  if (size1 <= middle) {
    collectSubproof(leaves, size1, { start, end: middle, known }, out);
    out.push(rangeRoot(leaves, middle, end));
  } else {
    collectSubproof(leaves, size1, { start: middle, end, known: false }, out);
    out.push(rangeRoot(leaves, start, middle));
  }
}
