import { equalBytes, openCheckpoint } from '@imena/ledger';
import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { chainKey } from '@imena/ledger';
import { countWaiting, readHeads, readLeafHashes, readNewestCheckpoint } from './ledger.queries.ts';
import { LogState, type LogIdentity } from './log-state.ts';

const page = 50_000;

/**
 * Reads the log into memory and compares its root with the newest signed checkpoint: a log that was cut or changed
 * behind our back is refused before anything is added to it. About a second for a million entries.
 * @throws Problem `server.log_differs`, those of `openCheckpoint`
 */
export async function loadState(db: Database, identity: LogIdentity): Promise<LogState> {
  const state = new LogState();
  for (;;) {
    const hashes = await readLeafHashes(db, state.size, page);
    state.tree.append(hashes);
    state.size += hashes.length;
    if (hashes.length < page) break;
  }
  for (const head of await readHeads(db)) state.heads.set(chainKey(head), head);
  state.waiting = await countWaiting(db);
  const newest = await readNewestCheckpoint(db);
  if (newest === null) {
    if (state.size > 0) refuse('server.log_differs', { size: state.size, signed: 0 });
    return state;
  }
  const { size, root } = openCheckpoint(newest.note, identity);
  if (Number(size) !== state.size || !equalBytes(root, state.tree.root())) refuse('server.log_differs', { size: state.size, signed: Number(size) });
  state.checkpoint = newest.note;
  state.checkpointAt = newest.signed_at;
  return state;
}
