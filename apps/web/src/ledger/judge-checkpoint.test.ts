import { MerkleTree, noteSigner, sha256, signCheckpoint, vkeyOf } from '@imena/ledger';
import { describe, expect, it } from 'vitest';
import { judgeCheckpoint } from './judge-checkpoint.ts';

const origin = 'log.example/test';
const signer = noteSigner({ name: origin, seed: new Uint8Array(32).fill(7) });
const log = { origin, vkey: vkeyOf(origin, signer.publicKey) };

function treeOf(count: number, mark = 0): MerkleTree {
  const tree = new MerkleTree();
  for (let n = 0; n < count; n += 1) tree.append(sha256(new Uint8Array([n, n < 4 ? 0 : mark])));
  return tree;
}
const tree = treeOf(9);
const signed = (of: MerkleTree, size: number) => signCheckpoint({ origin, size: BigInt(size), root: of.root(BigInt(size)) }, signer);
const honest = ({ from, to }: { from: bigint; to: bigint }) => Promise.resolve(tree.consistencyProof(from, to));
const judge = (earlier: string | null, newest: string, consistency = honest) => judgeCheckpoint({ earlier, newest, log, consistency });

describe('comparing the newest checkpoint with an earlier one', () => {
  it('finds growth that is proven, and the same checkpoint', async () => {
    expect(await judge(signed(tree, 5), signed(tree, 9))).toBe('consistent');
    expect(await judge(signed(tree, 9), signed(tree, 9))).toBe('consistent');
    expect(await judge(null, signed(tree, 9))).toBe('first');
  });
  it('finds a log that became shorter, and one that has other entries', async () => {
    expect(await judge(signed(tree, 9), signed(tree, 5))).toBe('rollback');
    expect(await judge(signed(treeOf(9, 1), 9), signed(tree, 9))).toBe('fork');
    expect(await judge(signed(treeOf(7, 1), 7), signed(tree, 9))).toBe('unproven');
  });
  it('believes no proof that does not hold, and no text that is not a checkpoint of this log', async () => {
    expect(await judge(signed(tree, 5), signed(tree, 9), () => Promise.resolve([]))).toBe('unproven');
    expect(await judge('not a checkpoint', signed(tree, 9))).toBe('refused');
  });
});
