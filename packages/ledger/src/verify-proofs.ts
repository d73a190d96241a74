import { equalBytes } from './codecs.ts';
import { nodeHash } from './merkle-hash.ts';

const largestSize = (1n << 64n) - 1n;

export interface InclusionClaim {
  /** Index of the leaf, 0 .. treeSize-1. */
  readonly leafIndex: bigint;
  /** Number of leaves; take it from a verified checkpoint only. */
  readonly treeSize: bigint;
  readonly leafHash: Uint8Array;
  /** Sibling hashes, from the leaf up. */
  readonly proof: readonly Uint8Array[];
  /** Root of the tree; take it from a verified checkpoint only. */
  readonly root: Uint8Array;
}

/** Whether a leaf is at its index in the tree with this size and root (RFC 9162 section 2.1.3.2). */
export function verifyInclusion({ leafIndex, treeSize, leafHash, proof, root }: InclusionClaim): boolean {
  if (treeSize > largestSize || leafIndex < 0n || leafIndex >= treeSize) return false;
  if (!areHashes([leafHash, root, ...proof])) return false;
  let index = leafIndex;
  let last = treeSize - 1n;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0n) return false;
    if ((index & 1n) === 1n || index === last) {
      hash = nodeHash(sibling, hash);
      while ((index & 1n) === 0n && index !== 0n) {
        index >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    index >>= 1n;
    last >>= 1n;
  }
  return last === 0n && equalBytes(hash, root);
}

export interface ConsistencyClaim {
  readonly size1: bigint;
  readonly size2: bigint;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether the tree of `size1` is the beginning of the tree of `size2` (RFC 9162 section 2.1.4.2).
 * False for `size1` 0: nothing can be proven from an empty tree.
 */
export function verifyConsistency({ size1, size2, root1, root2, proof }: ConsistencyClaim): boolean {
  if (size1 <= 0n || size1 > size2 || size2 > largestSize) return false;
  // Nothing is hashed here; that the roots are hashes is known from the checkpoints they stand in.
  if (size1 === size2) return proof.length === 0 && equalBytes(root1, root2);
  if (!areHashes([root1, root2, ...proof])) return false;
  // A complete old tree is its own first proof node and is not sent.
  const path = (size1 & (size1 - 1n)) === 0n ? [root1, ...proof] : proof;
  const first = path[0];
  if (proof.length === 0 || first === undefined) return false;
  let index = size1 - 1n;
  let last = size2 - 1n;
  while ((index & 1n) === 1n) {
    index >>= 1n;
    last >>= 1n;
  }
  let hash1 = first;
  let hash2 = first;
  for (const sibling of path.slice(1)) {
    if (last === 0n) return false;
    if ((index & 1n) === 1n || index === last) {
      hash1 = nodeHash(sibling, hash1);
      hash2 = nodeHash(sibling, hash2);
      while ((index & 1n) === 0n && index !== 0n) {
        index >>= 1n;
        last >>= 1n;
      }
    } else {
      hash2 = nodeHash(hash2, sibling);
    }
    index >>= 1n;
    last >>= 1n;
  }
  return last === 0n && equalBytes(hash1, root1) && equalBytes(hash2, root2);
}

function areHashes(values: readonly Uint8Array[]): boolean {
  return values.every((value) => value.length === 32);
}
