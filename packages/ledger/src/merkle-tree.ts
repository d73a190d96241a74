import { refuse } from '@imena/problem';
import { emptyRoot, nodeHash } from './merkle-hash.ts';
import { refuseRange } from './merkle-definition.ts';
import { sha256 } from './primitives.ts';

const hashBytes = 32;

/** The complete subtrees of one height, one hash after another in a buffer that doubles. */
interface Level {
  bytes: Uint8Array;
  count: number;
}

/**
 * A growing Merkle tree in memory (RFC 6962 hashing). Keeps the hash of every complete subtree, 64 bytes a leaf
 * in all; root and proofs of any size up to the present one cost O(log n) hashes at most twice over.
 * LIMIT: 2^26 leaves a process (a buffer of 2 GiB at the lowest level).
 */
export class MerkleTree {
  readonly #levels: Level[] = [];

  /** Number of leaves. */
  get size(): bigint {
    return BigInt(this.#levels[0]?.count ?? 0);
  }

  /**
   * Appends leaf hashes in order.
   * @param leafHashes an array of 32-byte hashes, or one buffer holding them one after another.
   * @throws Problem `ledger.hash_length`; then nothing was appended.
   */
  append(leafHashes: readonly Uint8Array[] | Uint8Array): void {
    const flat = leafHashes instanceof Uint8Array ? leafHashes : flatten(leafHashes);
    if (flat.length % hashBytes !== 0) refuse('ledger.hash_length', { length: flat.length });
    if (flat.length === 0) return;
    let height = 0;
    push(this.#level(0), flat);
    for (let below = this.#level(0); below.count >> 1 > 0; below = this.#level(height)) {
      height += 1;
      const level = this.#level(height);
      const made = (below.count >> 1) - level.count;
      if (made === 0) return;
      push(level, hashPairs(below.bytes, level.count, made));
    }
  }

  /** The hash of leaf `index`. @throws Problem `ledger.tree_range` */
  leafAt(index: bigint): Uint8Array {
    const level = this.#levels[0];
    if (level === undefined || index < 0n || index >= this.size) refuseRange(index, this.size, this.size);
    return hashAt(level, Number(index)).slice();
  }

  /** Root of the first `size` leaves (default: all). @throws Problem `ledger.tree_range` */
  root(size: bigint = this.size): Uint8Array {
    if (size < 0n || size > this.size) refuseRange(size, size, this.size);
    return size === 0n ? emptyRoot() : this.#range(0, Number(size)).slice();
  }

  /** Inclusion proof of leaf `index` among the first `size` leaves, sibling first. @throws Problem `ledger.tree_range` */
  inclusionProof(index: bigint, size: bigint = this.size): Uint8Array[] {
    if (size > this.size || index < 0n || index >= size) refuseRange(index, size, this.size);
    const proof: Uint8Array[] = [];
    let start = 0;
    let end = Number(size);
    // From the root down, so each sibling goes to the front.
    while (end - start > 1) {
      const middle = start + splitPoint(end - start);
      if (Number(index) < middle) {
        proof.unshift(this.#range(middle, end).slice());
        end = middle;
      } else {
        proof.unshift(this.#range(start, middle).slice());
        start = middle;
      }
    }
    return proof;
  }

  /** Consistency proof from the first `size1` to the first `size2` leaves. @throws Problem `ledger.tree_range` unless 0 < size1 <= size2. */
  consistencyProof(size1: bigint, size2: bigint): Uint8Array[] {
    if (size1 <= 0n || size1 > size2 || size2 > this.size) refuseRange(size1, size2, this.size);
    const proof: Uint8Array[] = [];
    const old = Number(size1);
    let start = 0;
    let end = Number(size2);
    while (old !== end) {
      const middle = start + splitPoint(end - start);
      if (old <= middle) {
        proof.unshift(this.#range(middle, end).slice());
        end = middle;
      } else {
        proof.unshift(this.#range(start, middle).slice());
        start = middle;
      }
    }
    // When the old tree is not one complete subtree, the verifier does not hold the part it ends with.
    if (start !== 0) proof.unshift(this.#range(start, end).slice());
    return proof;
  }

  #level(height: number): Level {
    const existing = this.#levels[height];
    if (existing !== undefined) return existing;
    const level = { bytes: new Uint8Array(hashBytes * 16), count: 0 };
    this.#levels[height] = level;
    return level;
  }

  // `start` is a multiple of the largest power of two below the length, as in every split of the RFC.
  #range(start: number, end: number): Uint8Array {
    const length = end - start;
    const split = splitPoint(length);
    if (length === 1 || split * 2 === length) {
      const height = Math.log2(length);
      return hashAt(this.#level(height), start / length);
    }
    return nodeHash(this.#range(start, start + split), this.#range(start + split, end));
  }
}

function flatten(hashes: readonly Uint8Array[]): Uint8Array {
  const flat = new Uint8Array(hashes.length * hashBytes);
  hashes.forEach((hash, i) => {
    if (hash.length !== hashBytes) refuse('ledger.hash_length', { length: hash.length });
    flat.set(hash, i * hashBytes);
  });
  return flat;
}

// The hashes of `count` pairs of neighbours, from the pair number `first` on. One input buffer serves all: a million
// leaves are a million calls, and half of their time would go into making buffers.
function hashPairs(children: Uint8Array, first: number, count: number): Uint8Array {
  const parents = new Uint8Array(count * hashBytes);
  const input = new Uint8Array(1 + 2 * hashBytes);
  input[0] = 1;
  for (let i = 0; i < count; i++) {
    const at = (first + i) * 2 * hashBytes;
    input.set(children.subarray(at, at + 2 * hashBytes), 1);
    parents.set(sha256(input), i * hashBytes);
  }
  return parents;
}

function push(level: Level, hashes: Uint8Array): void {
  const needed = level.count * hashBytes + hashes.length;
  if (needed > level.bytes.length) {
    const grown = new Uint8Array(Math.max(needed, level.bytes.length * 2));
    grown.set(level.bytes.subarray(0, level.count * hashBytes));
    level.bytes = grown;
  }
  level.bytes.set(hashes, level.count * hashBytes);
  level.count += hashes.length / hashBytes;
}

function hashAt(level: Level, index: number): Uint8Array {
  return level.bytes.subarray(index * hashBytes, (index + 1) * hashBytes);
}

// The largest power of two smaller than `length` (1 for a length of 1).
function splitPoint(length: number): number {
  return length <= 2 ? 1 : 2 ** (31 - Math.clz32(length - 1));
}
