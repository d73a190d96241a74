import { canonicalBytes } from '@imena/ledger';
import { openDuplicateSearch, reportOfPerson, type DuplicateProposal, type MissingReport } from '@imena/matching';
import { refuse, type Json } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import type { JobWork } from '../jobs/run-worker.ts';
import { readFoldPosition } from '../register/fold.queries.ts';
import { readBytes } from './run-files.ts';
import { readPersonsAfter } from './run-subjects.queries.ts';
import { readStandingWeights } from './weights/standing-weights.ts';
import { nameOf, type NamedWeights } from './weights/weights.ts';

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

/**
 * Compares all persons of the register with each other, past the wall of single accounts: one person is reported to two
 * offices. Who may not read both persons of a pair is not shown it. The register is read as it stands when the work
 * begins; a worker that takes over begins anew.
 */
export const searchDuplicates: JobWork = async ({ scope }, { db, files, onProgress }) => {
  const asOf = await readFoldPosition(db);
  const reports = await readReports(db);
  const weights = await readStandingWeights({ db, installation: scope });
  const search = openDuplicateSearch(reports, leastProbability, weights.settings);
  const parts: ReturnType<typeof search.weigh>[] = [];
  for (let from = 0; from < reports.length; from += partSize) {
    await onProgress(from, reports.length);
    parts.push(search.weigh({ from, to: Math.min(reports.length, from + partSize) }));
  }
  await onProgress(reports.length, reports.length);
  const result: DuplicatesResult = { schema, asOf, persons: reports.length, weights: nameOf(weights), pairs: search.settle(parts) };
  return files.put(canonicalBytes(result as unknown as Json));
};

/** All persons as reports, some at a time: folded they would fill the memory. */
export async function readReports(db: Database): Promise<MissingReport[]> {
  const reports: MissingReport[] = [];
  for (let after: string | null = null; ;) {
    const page = await readPersonsAfter(db, after);
    reports.push(...page.map(reportOfPerson));
    after = page.at(-1)?.id ?? null;
    if (after === null) return reports;
  }
}

/** @throws Problem `matching.file_missing`, `matching.file_damaged` */
export async function readDuplicatesResult(files: FileStore, sha256: string): Promise<DuplicatesResult> {
  const value: unknown = JSON.parse((await readBytes(files, sha256)).toString('utf8'));
  if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== schema) return refuse('matching.file_damaged', { sha256 });
  return value as DuplicatesResult;
}
