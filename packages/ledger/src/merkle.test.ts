import * as crypto from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  consistencyProof, encodeHex, inclusionProof, leafHash, merkleRoot, MerkleTree, nodeHash, portablePrimitives,
  primitivesFromNode, usePrimitives, verifyConsistency, verifyInclusion,
} from './index.ts';
import { fromHex, hasCases, readCases } from './testing/shared-cases.ts';

interface TreeFile {
  readonly leafInputs: readonly string[];
  readonly leafHashes: readonly string[];
  readonly rootHashes: readonly string[];
  readonly nodeHashesByLevel?: readonly (readonly string[])[];
  readonly leafHash_L123456?: string;
  readonly nodeHash_N123_N456?: string;
}
interface InclusionCase {
  readonly id?: string; readonly why: string; readonly leafIndex: string; readonly treeSize: string;
  readonly leafHash: string; readonly root: string; readonly proof: readonly string[]; readonly valid: boolean;
}
interface ConsistencyCase {
  readonly id?: string; readonly why: string; readonly size1: string; readonly size2: string;
  readonly root1: string; readonly root2: string; readonly proof: readonly string[]; readonly valid: boolean;
}
interface Accumulated {
  readonly cases: readonly {
    readonly leafScheme: string; readonly maxSize: number;
    readonly roots: Digest; readonly inclusionProofs: Digest; readonly consistencyProofs: Digest;
  }[];
}
interface Digest { readonly lines: number; readonly sha256: string }

const text = new TextEncoder();
const entryHashes = (count: number): Uint8Array[] => Array.from({ length: count }, (_, i) => leafHash(text.encode(`entry ${i}`)));

describe.skipIf(!hasCases)('the tree gives the published hashes', () => {
  for (const name of ['tree-published', 'tree-generated']) {
    it(`${name}: every leaf hash and the root of every size`, () => {
      const file = readCases<TreeFile>(`ledger/${name}.json`);
      const leaves = file.leafInputs.map((input) => leafHash(fromHex(input)));
      expect(leaves.map(encodeHex)).toEqual(file.leafHashes);
      const tree = new MerkleTree();
      tree.append(leaves);
      file.rootHashes.forEach((root, size) => {
        expect(encodeHex(merkleRoot(leaves.slice(0, size)))).toBe(root);
        expect(encodeHex(tree.root(BigInt(size)))).toBe(root);
      });
    });
  }

  it('tree-published: every node and the two single hashes', () => {
    const file = readCases<TreeFile>('ledger/tree-published.json');
    const levels = file.nodeHashesByLevel ?? [];
    expect(levels.length).toBe(4);
    levels.slice(1).forEach((level, i) => {
      const below = (levels[i] ?? []).map(fromHex);
      expect(level).toEqual(level.map((_, at) => encodeHex(nodeHash(below[2 * at] ?? new Uint8Array(), below[2 * at + 1] ?? new Uint8Array()))));
    });
    expect(encodeHex(leafHash(text.encode('L123456')))).toBe(file.leafHash_L123456);
    expect(encodeHex(nodeHash(text.encode('N123'), text.encode('N456')))).toBe(file.nodeHash_N123_N456);
  });
});

describe.skipIf(!hasCases)('a proof is accepted exactly when it is right', () => {
  const inclusion = ['inclusion-published', 'inclusion-generated'].flatMap((name) => readCases<{ cases?: InclusionCase[] }>(`ledger/${name}.json`).cases ?? []);
  const consistency = ['consistency-published', 'consistency-generated'].flatMap((name) => readCases<{ cases?: ConsistencyCase[] }>(`ledger/${name}.json`).cases ?? []);
  const rekor = readCases<{ inclusion?: (InclusionCase & { bodyBase64: string })[]; consistency?: ConsistencyCase[] }>('ledger/rekor-published.json');

  it.each(inclusion)('inclusion $id: $why', (one) => expect(included(one)).toBe(one.valid));
  it.each([...consistency, ...(rekor.consistency ?? [])])('consistency $id: $why', (one) => expect(consistent(one)).toBe(one.valid));
  it('the inclusion proof published by another log', () => {
    for (const one of rekor.inclusion ?? []) {
      const leaf = encodeHex(leafHash(new Uint8Array(Buffer.from(one.bodyBase64, 'base64'))));
      expect(included({ ...one, leafHash: leaf })).toBe(one.valid);
    }
  });
});

describe.skipIf(!hasCases)('every root and proof up to 200 leaves has the published digest', () => {
  beforeAll(() => usePrimitives(primitivesFromNode(crypto)));
  afterAll(() => usePrimitives(portablePrimitives));
  const cases = readCases<Partial<Accumulated>>('ledger/accumulated.json').cases ?? [];

  it.each(cases)('$leafScheme', (one) => {
    const leaves = one.leafScheme.includes('single byte')
      ? Array.from({ length: one.maxSize }, (_, i) => leafHash(Uint8Array.of(i)))
      : entryHashes(one.maxSize);
    const tree = new MerkleTree();
    tree.append(leaves);
    const roots: string[] = [];
    const inclusions: string[] = [];
    const consistencies: string[] = [];
    for (let n = 0n; n <= one.maxSize; n++) {
      roots.push(`${n} ${encodeHex(tree.root(n))}\n`);
      for (let i = 0n; i < n; i++) inclusions.push(proofLine(i, n, tree.inclusionProof(i, n)));
      for (let m = 1n; m <= n; m++) consistencies.push(proofLine(m, n, tree.consistencyProof(m, n)));
    }
    expect(digestOf(roots)).toEqual(one.roots);
    expect(digestOf(inclusions)).toEqual(one.inclusionProofs);
    expect(digestOf(consistencies)).toEqual(one.consistencyProofs);
  });
});

describe('the growing tree equals the definition of RFC 6962', () => {
  it('for any sizes, however the leaves arrive, and every proof of it verifies', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), (batches, a, b) => {
      const total = batches.reduce((sum, size) => sum + size, 0);
      const leaves = entryHashes(total);
      const tree = new MerkleTree();
      let from = 0;
      for (const size of batches) {
        tree.append(leaves.slice(from, from + size));
        from += size;
      }
      expect(tree.size).toBe(BigInt(total));
      expect(tree.root()).toEqual(merkleRoot(leaves));
      if (total === 0) return;
      const size2 = 1 + (a % total);
      const other = b % size2;
      const [index, size1] = [BigInt(other), BigInt(other + 1)];
      const upTo = BigInt(size2);
      const proof = tree.inclusionProof(index, upTo);
      expect(proof).toEqual(inclusionProof(leaves, index, upTo));
      expect(verifyInclusion({ leafIndex: index, treeSize: upTo, leafHash: tree.leafAt(index), proof, root: tree.root(upTo) })).toBe(true);
      const growth = tree.consistencyProof(size1, upTo);
      expect(growth).toEqual(consistencyProof(leaves, size1, upTo));
      expect(verifyConsistency({ size1, size2: upTo, root1: tree.root(size1), root2: tree.root(upTo), proof: growth })).toBe(true);
    }), { numRuns: 150 });
  });

  it('a leaf hash of another length is refused and nothing is appended', () => {
    const tree = new MerkleTree();
    expect(() => tree.append([new Uint8Array(32), new Uint8Array(31)])).toThrow('ledger.hash_length');
    expect(() => tree.append(new Uint8Array(33))).toThrow('ledger.hash_length');
    expect(tree.size).toBe(0n);
  });

  it('sizes and indexes outside the tree are refused in words', () => {
    const leaves = entryHashes(5);
    const tree = new MerkleTree();
    tree.append(leaves);
    for (const ask of [
      () => tree.root(6n), () => tree.inclusionProof(5n), () => tree.inclusionProof(-1n, 3n), () => tree.inclusionProof(3n, 3n),
      () => tree.consistencyProof(0n, 3n), () => tree.consistencyProof(4n, 3n), () => tree.consistencyProof(1n, 6n), () => tree.leafAt(5n),
      () => inclusionProof(leaves, 5n), () => inclusionProof(leaves, 0n, 6n), () => consistencyProof(leaves, 0n, 5n),
    ]) expect(ask).toThrow('ledger.tree_range');
  });

  it('what the tree hands out cannot change the tree', () => {
    const tree = new MerkleTree();
    tree.append(entryHashes(4));
    const before = tree.root();
    tree.root(2n).fill(0);
    tree.leafAt(0n).fill(0);
    tree.inclusionProof(1n)[0]?.fill(0);
    tree.append(entryHashes(1));
    expect(tree.root(4n)).toEqual(before);
  });
});

describe('a million entries', () => {
  afterAll(() => usePrimitives(portablePrimitives));
  it('load within seconds and answer proofs at once', () => {
    usePrimitives(primitivesFromNode(crypto));
    const count = 1_000_000;
    const flat = new Uint8Array(count * 32);
    new DataView(flat.buffer).setUint32(0, 1);
    for (let i = 0; i < count; i++) new DataView(flat.buffer, i * 32, 32).setUint32(0, i);
    const tree = new MerkleTree();
    const started = performance.now();
    tree.append(flat);
    const loadedMs = performance.now() - started;
    const asked = performance.now();
    for (let i = 0n; i < 1000n; i++) tree.inclusionProof(i * 997n, 999_999n);
    const proofMs = (performance.now() - asked) / 1000;
    process.stderr.write(`1,000,000 leaves in ${loadedMs.toFixed(0)} ms, one inclusion proof in ${proofMs.toFixed(3)} ms\n`);
    const root = tree.root(999_999n);
    const proof = tree.inclusionProof(123_456n, 999_999n);
    expect(verifyInclusion({ leafIndex: 123_456n, treeSize: 999_999n, leafHash: tree.leafAt(123_456n), proof, root })).toBe(true);
  });
});

function included(one: InclusionCase): boolean {
  return verifyInclusion({
    leafIndex: BigInt(one.leafIndex), treeSize: BigInt(one.treeSize), leafHash: fromHex(one.leafHash),
    proof: one.proof.map(fromHex), root: fromHex(one.root),
  });
}

function consistent(one: ConsistencyCase): boolean {
  return verifyConsistency({
    size1: BigInt(one.size1), size2: BigInt(one.size2), root1: fromHex(one.root1), root2: fromHex(one.root2), proof: one.proof.map(fromHex),
  });
}

function proofLine(a: bigint, n: bigint, proof: readonly Uint8Array[]): string {
  return `${[`${a} ${n}`, ...proof.map(encodeHex)].join(' ')}\n`;
}

function digestOf(lines: readonly string[]): Digest {
  return { lines: lines.length, sha256: crypto.createHash('sha256').update(lines.join('')).digest('hex') };
}
