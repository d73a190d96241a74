import type { RemainsIndex } from '@imena/kinship';
import { answerChunk, type ChunkAnswer } from './answer-chunk.ts';
import { ChunkWorker } from './chunk-worker.ts';
import type { ScreenPlan } from './plan.ts';

/** What the threads of a screen share. */
export interface ChunkShare {
  readonly plan: ScreenPlan;
  readonly remains: RemainsIndex;
  /** Chunks to be done, and the place in this list of the next one that nobody has taken, in shared memory. */
  readonly chunks: Int32Array;
  readonly next: Int32Array;
}

/**
 * Takes one chunk after the other until none is left. After a refusal nobody takes another; as chunks are taken in their
 * order, whoever has an earlier one finishes it, so that all runs tell the same refusal.
 */
export async function doChunks(share: ChunkShare, onAnswer: (answer: ChunkAnswer) => void | Promise<void>): Promise<void> {
  let worker: ChunkWorker | null = null;
  for (;;) {
    const chunk = share.chunks[Atomics.add(share.next, 0, 1)];
    if (chunk === undefined) return;
    const answer = answerChunk(chunk, () => (worker ??= new ChunkWorker(share.plan, share.remains)));
    if (answer.kind === 'refused') takeNoMore(share);
    await onAnswer(answer);
  }
}

/** Has every thread stop after the chunk it is at. */
export function takeNoMore({ chunks, next }: ChunkShare): void {
  Atomics.store(next, 0, chunks.length);
}
