import { canonicalBytes } from '@imena/ledger';
import { runDna } from '@imena/matching';
import type { Json } from '@imena/problem';
import type { JobWork } from '../jobs/run-worker.ts';
import { readRunInput } from './run-files.ts';
import { searchDuplicates } from './search-duplicates.ts';
import { learnRegisterWeights } from './weights/learn-register.ts';

/** Computes a DNA run from its input file alone; the same input gives the same bytes of the result file. */
export const computeRun: JobWork = async ({ inputSha256 }, { files, onProgress }) => {
  const input = await readRunInput(files, inputSha256);
  const result = await runDna(input, { inputsHash: inputSha256, onProgress });
  return files.put(canonicalBytes(result as unknown as Json));
};

/** What workers know to do. */
export const jobWork: Readonly<Record<string, JobWork>> = { dna_run: computeRun, duplicates: searchDuplicates, weights: learnRegisterWeights };
