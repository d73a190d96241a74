import { posterior } from '@imena/kinship';
import { answerOfGroup, type RunPair, type RunResult } from '@imena/matching';
import { ProblemError } from '@imena/problem';
import type { Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Derivation } from '../register/derivation.ts';
import { insertFoldFailure } from '../register/fold.queries.ts';
import { deleteCandidates, emptyCandidates, insertCandidates, insertDirectPairs, type CandidateJoint, type CandidateRow } from './candidates.queries.ts';
import { readRunResult } from './run-files.ts';

/** The candidates of each run, read from the result file of its entry. */
export function candidatesDerivation(files: FileStore): Derivation {
  return {
    tables: ['candidates', 'direct_pairs'],
    empty: emptyCandidates,
    replace: async (tx, ids, subjects) => {
      await deleteCandidates(tx, ids);
      for (const subject of subjects) if (subject.kind === 'run') await derive(tx, files, subject);
    },
  };
}

async function derive(tx: Database, files: FileStore, run: Subject): Promise<void> {
  const entry = run.history.find((item) => item.type === 'run.recorded' && item.state === 'standing');
  const sha256 = entry?.files[1]?.sha256;
  if (entry === undefined || typeof sha256 !== 'string') return; // erased, or recorded without a result
  const result = await tryRead(tx, files, { run, sha256 });
  if (result === null) return;
  const key = { run: run.id, accessKey: `${run.scope}:run` };
  await insertCandidates(tx, key, candidateRows(result, expectedMissingOf(entry.body)));
  await insertDirectPairs(tx, key, result.direct.map((pair) => ({ ...pair, log10Lr: pair.lnLr / Math.LN10 })));
}

/** A result file that is missing or damaged must not stop the register: doctor shows the run, `imena rebuild` tries again. */
async function tryRead(tx: Database, files: FileStore, { run, sha256 }: { readonly run: Subject; readonly sha256: string }): Promise<RunResult | null> {
  try {
    return await readRunResult(files, sha256);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await insertFoldFailure(tx, { subject: run.id, words: `${error.problem.code} ${sha256}`, at: new Date() });
    return null;
  }
}

/** Pairs in the order of the result, which is that of falling LR, with the posterior under the run's own prior. */
export function candidateRows(result: RunResult, expectedMissing: number): CandidateRow[] {
  const ranks = new Map<string, number>();
  const jointOf = jointByPair(result);
  return result.pairs.map((pair, place) => {
    const rank = (ranks.get(pair.remains) ?? 0) + 1;
    ranks.set(pair.remains, rank);
    const { remains, profile, person, family, lnLr, markersUsed, symmetric } = pair;
    return {
      place, remains, profile, person, family, lnLr, log10Lr: lnLr / Math.LN10, posterior: posterior(lnLr, 1 / expectedMissing).probability,
      markersUsed, rank, symmetric, joint: jointOf(pair),
    };
  });
}

/** Of each pair what its group says; groups are found by remains and family, which two groups never share. */
function jointByPair({ joint }: RunResult): (pair: RunPair) => CandidateJoint | null {
  const groups = joint?.groups ?? [];
  const numbers = new Map(groups.flatMap((group, number) => group.remains.map((remains) => [remains, number] as const)));
  return (pair) => {
    const number = numbers.get(pair.remains);
    const group = number === undefined ? undefined : groups[number];
    if (number === undefined || group === undefined) return null;
    const size = { group: number, remains: group.remains.length, persons: group.places.length };
    if (group.kind === 'refused') return { kind: 'refused', ...size, code: group.code, details: group.details };
    const answer = answerOfGroup(group, pair);
    if (answer === null) return { kind: 'refused', ...size, code: 'matching.joint_left_out', details: {} };
    const { posterior: together, nobody, symmetric: alike, method, theta, isApart, occupants } = answer;
    return { kind: 'solved', ...size, posterior: together, nobody, alike, method, theta, isApart, occupants };
  };
}

function expectedMissingOf(body: Readonly<Record<string, unknown>> | { readonly kind: 'erased' }): number {
  const parameters = 'parameters' in body ? body.parameters : undefined;
  const expected = typeof parameters === 'object' && parameters !== null && 'expectedMissing' in parameters ? parameters.expectedMissing : undefined;
  if (typeof expected !== 'number') throw new Error('a run without the number of missing persons');
  return expected;
}
