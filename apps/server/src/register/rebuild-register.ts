import type { Database } from '../database/tables.ts';
import { emptyRegister, readFoldPosition } from './fold.queries.ts';
import { foldNext, foldWithin, type FoldOptions } from './folder.ts';

/**
 * Drops the register and folds it anew from the first entry, in steps. Cut off, it is continued by the next start of
 * the server.
 * @param size how many entries the log holds
 */
export async function rebuildRegister(worker: Database, size: number, options: FoldOptions & { readonly onProgress?: (done: number) => void }): Promise<void> {
  await worker.transaction().execute((tx) => emptyWithin(tx, options));
  for (let position = await readFoldPosition(worker); position < size;) {
    position = await foldNext(worker, position, options);
    options.onProgress?.(position);
  }
}

/** The same within one transaction, to be undone by whoever opened it. */
export async function rebuildWithin(tx: Database, size: number, options: FoldOptions): Promise<void> {
  await emptyWithin(tx, options);
  for (let position = 0; position < size;) position = await foldWithin(tx, position, options);
}

async function emptyWithin(tx: Database, { derivations }: FoldOptions): Promise<void> {
  for (const derivation of derivations) await derivation.empty(tx);
  await emptyRegister(tx);
}
