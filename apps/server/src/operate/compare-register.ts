import { foldSubject, stableText } from '@imena/record';
import { makeProblem, type Json, type Problem } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import type { FoldOptions } from '../register/folder.ts';
import { readEntriesToFold } from '../register/fold-subjects.ts';
import { rebuildWithin } from '../register/rebuild-register.ts';
import type { Finding } from './doctor.ts';
import { digestRegister, sampleSubjects } from './operate.queries.ts';

class Undo extends Error {}

/**
 * Rebuilds the register in a transaction that is then undone, and compares row by row: the register as it stands must
 * be what its entries fold into. It locks the register, so it runs with the server stopped.
 */
export async function compareRegister(worker: Database, size: number, options: FoldOptions): Promise<Finding> {
  const tables = options.derivations.flatMap((derivation) => derivation.tables);
  const wrong: Problem[] = [];
  try {
    await worker.transaction().execute(async (tx) => {
      const before = await digestRegister(tx, tables);
      await rebuildWithin(tx, size, options);
      const after = await digestRegister(tx, tables);
      for (const table of Object.keys(after)) if (before[table] !== after[table]) wrong.push(makeProblem('doctor.table_differs', { table }));
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return { check: 'register', ok: wrong.length === 0, count: size, wrong, notes: [] };
}

/** Folds some subjects anew and compares them; may run beside a server. */
export async function compareSample(worker: Database, count: number): Promise<Finding> {
  const wrong: Problem[] = [];
  const sample = await sampleSubjects(worker, count);
  for (const { id, folded } of sample) {
    // One snapshot for both, so that an entry arriving in between is no difference.
    const fresh = await worker.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
      const [again] = await sampleSubjects(tx, 1, id);
      return { stored: again?.folded ?? folded, subject: foldSubject(await readEntriesToFold(tx, id)), isBehind: again?.isBehind ?? false };
    });
    if (!fresh.isBehind && stableText(fresh.subject as unknown as Json) !== stableText(fresh.stored)) wrong.push(makeProblem('doctor.subject_differs', { subject: id }));
  }
  return { check: 'register', ok: wrong.length === 0, count: sample.length, wrong, notes: [] };
}
