import { KinshipError } from '@imena/kinship';
import type { ChunkWorker } from './chunk-worker.ts';
import type { ChunkResult, Refused } from './plan.ts';
import { RefusedAt } from './refused-at.ts';

export type ChunkAnswer = { readonly kind: 'done'; readonly result: ChunkResult } | { readonly kind: 'refused'; readonly refused: Refused };

/** Does one chunk; a refusal is an answer, because errors lose their kind between threads. */
export function answerChunk(chunk: number, worker: () => ChunkWorker): ChunkAnswer {
  try {
    return { kind: 'done', result: worker().run(chunk) };
  } catch (error) {
    if (error instanceof RefusedAt) return { kind: 'refused', refused: { code: error.code, details: error.details, file: error.file, at: error.at } };
    if (error instanceof KinshipError) return { kind: 'refused', refused: { code: error.code, details: error.details, file: '', at: -1 } };
    throw error;
  }
}
