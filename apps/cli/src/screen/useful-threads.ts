import { stat } from 'node:fs/promises';
import { chunkBytes, directChunk, type ScreenSettings } from './prepare-plan.ts';

/** A thread takes as long to start as another needs for so many bytes of families. */
const bytesWorthAThread = 2 * 1024 * 1024;
/** Bytes of a profile in a file, roughly. */
const profileBytes = 160;

/** How many threads beside the first one this run has work for, at most `workers` in all. */
export async function usefulThreads(run: ScreenSettings & { readonly workers: number }): Promise<number> {
  // A file that cannot be read is refused by who reads it.
  const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.size ?? 0;
  const size = await sizeOf(run.against ?? run.remains);
  const chunks = run.mode === 'families' ? size / (run.chunkSize ?? chunkBytes(size)) : size / profileBytes / (run.chunkSize ?? directChunk);
  const useful = run.chunkSize === null ? Math.min(chunks, size / bytesWorthAThread) : chunks;
  return Math.max(0, Math.min(run.workers, Math.ceil(useful)) - 1);
}
