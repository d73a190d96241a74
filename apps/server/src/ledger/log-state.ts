import { MerkleTree, type ChainHead, type NoteSigner } from '@imena/ledger';

/** Which log this is and who signs for it. */
export interface LogIdentity {
  readonly origin: string;
  readonly vkey: string;
  readonly signer: NoteSigner;
  readonly installation: string;
  readonly device: string;
  readonly devicePublicKey: Uint8Array;
  readonly generation: number;
}

/**
 * The log in memory: tree, chains and newest checkpoint. `size` counts what is committed; the tree may be ahead of it
 * while a batch is being written, so nobody asks the tree beyond `size`.
 */
export class LogState {
  tree = new MerkleTree();
  heads = new Map<string, ChainHead>();
  size = 0;
  /** Signed note; empty before the first entry. */
  checkpoint = '';
  checkpointAt: Date | null = null;
  /** How many entries wait; zero spares every batch a look into the waiting room. */
  waiting = 0;
}
