import { canonicalBytes } from '@imena/ledger';
import { inOrderOfIds, inSearchOrder, learnSteps, listsOfRegister, openMatching, openTasks, type LearnedWeights, type MatchAnswer } from '@imena/matching';
import { refuse, type Json } from '@imena/problem';
import type { FileStore } from '../../files/file-store.ts';
import type { JobWork } from '../../jobs/run-worker.ts';
import { readFoldPosition } from '../../register/fold.queries.ts';
import { readBytes } from '../run-files.ts';
import { readSubjectsOf } from '../run-subjects.queries.ts';
import { readReports } from '../read-reports.ts';

const schema = 'imena-weights-learned/1';

/** What learning left behind: numbers, names of settlements, and the ids of pairs that would move; nothing of what was reported or found of a person. */
export interface LearningResult {
  readonly schema: typeof schema;
  /** How many entries of the log the register held when the learning began. */
  readonly asOf: number;
  /** Results of versions that knew no places say nothing of them. */
  readonly learned: Omit<LearnedWeights, 'places'> & Partial<Pick<LearnedWeights, 'places'>>;
}

/**
 * Learns from all reports and remains of the register as it stands, past the wall of single accounts; no pair is shown to
 * whoever may not read both sides. A worker that takes over begins anew.
 */
export const learnRegisterWeights: JobWork = async (_, { db, files, onProgress }) => {
  const asOf = await readFoldPosition(db);
  const { remains } = listsOfRegister({ persons: [], remains: await readSubjectsOf(db, 'remains', null), graves: await readSubjectsOf(db, 'grave', null) });
  const missing = await readReports(db);
  // How many rounds it takes nobody knows before: counted as two.
  const total = missing.length + 3 * remains.length;
  let done = 0;
  await onProgress(done, total);
  const matching = openMatching(inSearchOrder(missing), inOrderOfIds(remains));
  const perform = openTasks(matching);
  const steps = learnSteps(matching);
  let step = steps.next();
  while (step.done !== true) {
    const answers: MatchAnswer[] = [];
    for (const task of step.value) {
      answers.push(perform(task));
      if ('part' in task) done = Math.min(total, done + task.part.to - task.part.from);
      await onProgress(done, total);
    }
    step = steps.next(answers);
  }
  const result: LearningResult = { schema, asOf, learned: step.value };
  return files.put(canonicalBytes(result as unknown as Json));
};

/** @throws Problem `matching.file_missing`, `matching.file_damaged` */
export async function readLearning(files: FileStore, sha256: string): Promise<LearningResult> {
  const value: unknown = JSON.parse((await readBytes(files, sha256)).toString('utf8'));
  if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== schema) return refuse('matching.file_damaged', { sha256 });
  return value as LearningResult;
}
