import { canonicalBytes } from '@imena/ledger';
import { LiveDuplicates, reportOfPerson, type DuplicateProposal } from '@imena/matching';
import { refuse, type Json } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import type { JobTools, JobWork } from '../jobs/run-worker.ts';
import { readFoldPosition } from '../register/fold.queries.ts';
import { readReports } from './read-reports.ts';
import { readBytes } from './run-files.ts';
import { countSubjectsOf, readPersonsChangedSince } from './run-subjects.queries.ts';
import { readStandingWeights } from './weights/standing-weights.ts';
import { nameOf, type NamedWeights, type Weights } from './weights/weights.ts';

/** Proposals below this probability are not kept. */
const leastProbability = 0.05;
/** Reports weighed between two looks at the wish to cancel. */
const partSize = 500;

const schema = 'imena-duplicates/1';

/** What a search left behind: ids and numbers, nothing of what was reported, so that an erasure reaches everything. */
export interface DuplicatesResult {
  readonly schema: typeof schema;
  /** How many entries of the log the register held when the search began. */
  readonly asOf: number;
  readonly persons: number;
  /** Absent in results of versions that knew only the documented ones. */
  readonly weights?: NamedWeights;
  readonly pairs: readonly DuplicateProposal[];
}

/** What a worker keeps of its last search, so that the next weighs only what changed since. */
interface KeptSearch {
  readonly live: LiveDuplicates;
  readonly asOf: number;
  readonly scope: string;
  readonly weights: string;
}

/** By the connection of a worker: it ends with the worker, and what is lost with it is searched again whole. */
const keptSearches = new WeakMap<Database, KeptSearch>();
/** Where more of the persons changed, all are searched. */
const mostChanged = 0.05;

/**
 * Compares all persons of the register with each other, past the wall of single accounts: one person is reported to two
 * offices. Who may not read both persons of a pair is not shown it. The register is read as it stands when the work
 * begins. A worker that searched before weighs only the persons of whom something was said since, by the shares of its
 * first search; one that takes over, or finds anything else than it expects, begins anew.
 */
export const searchDuplicates: JobWork = async ({ scope }, tools) => {
  const { db, files, onProgress } = tools;
  const asOf = await readFoldPosition(db);
  const weights = await readStandingWeights({ db, installation: scope });
  const kept = keptSearches.get(db);
  // Were it cut off half-way, what is kept would be neither the old nor the new state.
  keptSearches.delete(db);
  const isSame = kept?.scope === scope && kept.weights === weights.digest && kept.asOf <= asOf;
  const live = (isSame ? await searchChanged(kept, tools) : null) ?? (await searchAll(weights.settings, tools));
  await onProgress(live.size, live.size);
  keptSearches.set(db, { live, asOf, scope, weights: weights.digest });
  const result: DuplicatesResult = { schema, asOf, persons: live.size, weights: nameOf(weights), pairs: live.settle() };
  return files.put(canonicalBytes(result as unknown as Json));
};

async function searchAll(settings: Weights['settings'], { db, onProgress }: JobTools): Promise<LiveDuplicates> {
  const reports = await readReports(db);
  const live = new LiveDuplicates(reports, leastProbability, settings);
  for (let from = 0; from < reports.length; from += partSize) {
    await onProgress(from, reports.length);
    live.weigh({ from, to: Math.min(reports.length, from + partSize) });
  }
  return live;
}

/** Null where so much changed, or the lists differ so, that all must be searched. */
async function searchChanged({ live, asOf }: KeptSearch, { db, onProgress }: JobTools): Promise<LiveDuplicates | null> {
  const changed = await readPersonsChangedSince(db, asOf);
  if (changed.length > Math.max(1, mostChanged * live.size)) return null;
  for (const [at, { id, folded }] of changed.entries()) {
    await onProgress(at, changed.length);
    if (folded === null) live.remove(id);
    else live.put(reportOfPerson(folded));
  }
  const { count } = await countSubjectsOf(db, ['person']);
  return live.isCountDue || count !== live.size ? null : live;
}

/** @throws Problem `matching.file_missing`, `matching.file_damaged` */
export async function readDuplicatesResult(files: FileStore, sha256: string): Promise<DuplicatesResult> {
  const value: unknown = JSON.parse((await readBytes(files, sha256)).toString('utf8'));
  if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== schema) return refuse('matching.file_damaged', { sha256 });
  return value as DuplicatesResult;
}
