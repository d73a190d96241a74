import type { Issue } from '@imena/exchange';
import { answerQuestions } from '../workers/answer-questions.ts';
import { readCaseFile } from './read-case-file.ts';
import { recomputeCase, type Recomputed } from './recompute-case.ts';

/** A file of a case; everything happens in this worker, which asks nobody. */
export interface RecomputeQuestion {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

export interface RecomputeAnswer {
  readonly result: Recomputed;
  readonly issues: readonly Issue[];
}

answerQuestions(({ bytes, fileName }: RecomputeQuestion): RecomputeAnswer => {
  const { json, issues } = readCaseFile(bytes, fileName);
  return { result: recomputeCase(json), issues };
});
