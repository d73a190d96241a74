import { foldSubject, stableText, summarise, type Subject } from '@imena/record';
import { makeProblem, type Json, type Problem } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import type { FoldOptions } from '../register/folder.ts';
import { readEntriesToFold } from '../register/fold-subjects.ts';
import { rebuildWithin } from '../register/rebuild-register.ts';
import type { Finding } from './doctor.ts';
import { digestRegister, digestSubjectGroups, digestSubjects, sampleSubjects, type SampledSubject } from './operate.queries.ts';

class Undo extends Error {}

/** So many groups of subjects that differ are looked into, and so many subjects are named. */
const most = 50;

/**
 * Rebuilds the register in a transaction that is then undone, and compares row by row: the register as it stands must
 * be what its entries fold into. Names the tables that differ, and the subjects. It locks the register, so it runs with
 * the server stopped.
 */
export async function compareRegister(worker: Database, size: number, options: FoldOptions): Promise<Finding> {
  const tables = options.derivations.flatMap((derivation) => derivation.tables);
  const wrong: Problem[] = [];
  let groups: string[] = [];
  let folded = new Map<string, string>();
  try {
    await worker.transaction().execute(async (tx) => {
      const [before, groupsBefore] = [await digestRegister(tx, tables), await digestSubjectGroups(tx)];
      await rebuildWithin(tx, size, options);
      const [after, groupsAfter] = [await digestRegister(tx, tables), await digestSubjectGroups(tx)];
      for (const table of Object.keys(after)) if (before[table] !== after[table]) wrong.push(makeProblem('doctor.table_differs', { table }));
      groups = [...new Set([...groupsBefore.keys(), ...groupsAfter.keys()])].filter((group) => groupsBefore.get(group) !== groupsAfter.get(group)).sort().slice(0, most);
      folded = await digestSubjects(tx, groups);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  const stored = groups.length === 0 ? new Map<string, string>() : await digestSubjects(worker, groups);
  const differing = [...new Set([...stored.keys(), ...folded.keys()])].filter((subject) => stored.get(subject) !== folded.get(subject)).sort();
  wrong.push(...differing.slice(0, most).map((subject) => makeProblem('doctor.subject_differs', { subject })));
  return { check: 'register', ok: wrong.length === 0, count: size, wrong, notes: [] };
}

/** Folds some subjects anew and compares them with what is stored, their summaries too; may run beside a server. */
export async function compareSample(worker: Database, count: number): Promise<Finding> {
  const wrong: Problem[] = [];
  const sample = await sampleSubjects(worker, count);
  for (const taken of sample) {
    // One snapshot for both, so that an entry arriving in between is no difference.
    const { stored, subject } = await worker.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
      const [again] = await sampleSubjects(tx, 1, taken.id);
      return { stored: again ?? taken, subject: foldSubject(await readEntriesToFold(tx, taken.id)) };
    });
    if (!stored.isBehind && !isFolded(stored, subject)) wrong.push(makeProblem('doctor.subject_differs', { subject: taken.id }));
  }
  return { check: 'register', ok: wrong.length === 0, count: sample.length, wrong, notes: [] };
}

function isFolded(stored: SampledSubject, subject: Subject | null): boolean {
  if (subject === null) return false;
  const { code, title, status, facets, words, codeWords, xMm, yMm } = summarise(subject);
  return stableText(subject as unknown as Json) === stableText(stored.folded)
    && stableText({ code, title, status, facets, words, codeWords, xMm, yMm }) === stableText(stored.summary);
}
