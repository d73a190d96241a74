import { answerOfGroup, solveGroupOf, type JointAnswer, type RunInput } from '@imena/matching';
import { makeProblem, ProblemError, refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { findItems } from '../register/list-subjects.queries.ts';
import { findGroupsOf, listCandidates, type CandidateRow } from './candidates.queries.ts';
import type { CandidateKey } from './read-candidate.ts';

/** Most pairs of a run among which those that compete are looked for. */
const mostPairs = 100_000;

export interface JointSources {
  /** Read only where the group has to be solved anew. */
  readonly readInput: () => Promise<RunInput>;
  readonly withheld: ReadonlySet<string>;
}

/**
 * The posterior of a pair with everybody of the run who competes with it taken together, as the run solved it. In a run
 * that was not solved together, or where a family is withheld since, the group is solved now without that family.
 * @throws Problem `matching.pair_not_listed`, and the code by which the group could not be solved
 */
export async function describeJoint(tx: Database, key: CandidateKey, { readInput, withheld }: JointSources) {
  const { run, remains, person } = key;
  const [own] = (await listCandidates(tx, { run, remains, person, withheld }, { after: -1, limit: mostPairs })).filter((row) => key.family === undefined || row.family === key.family);
  if (own === undefined) return refuse('matching.pair_not_listed');
  const isStored = own.joint !== null && !(await findGroupsOf(tx, run, withheld)).has(own.joint.group);
  const answer = isStored ? await readStored(tx, run, own) : solveNow(await readInput(), await listCandidates(tx, { run, withheld }, { after: -1, limit: mostPairs }), own);
  const items = new Map((await findItems(tx, [...new Set(answer.others.flatMap((one) => [one.remains, one.person]))])).map((item) => [item.id, item]));
  return { ...answer, others: answer.others.map((one) => ({ ...one, remainsItem: items.get(one.remains) ?? null, personItem: items.get(one.person) ?? null })) };
}

/** Whoever competes has the same remains or is for the same person, in the same group. */
async function readStored(tx: Database, run: string, own: CandidateRow): Promise<JointAnswer> {
  const { joint } = own;
  if (joint === null) return refuse('matching.pair_not_listed');
  if (joint.kind === 'refused') throw new ProblemError(makeProblem(joint.code, joint.details));
  const sameRemains = await listCandidates(tx, { run, remains: own.remains }, { after: -1, limit: mostPairs });
  const samePerson = (await listCandidates(tx, { run, person: own.person }, { after: -1, limit: mostPairs })).filter((row) => row.family === own.family);
  const others = [...sameRemains, ...samePerson].filter((row) => row.place !== own.place).map((row) => ({ remains: row.remains, person: row.person, posterior: row.joint?.kind === 'solved' ? row.joint.posterior : 0 }));
  const { posterior, nobody, alike, method, theta, remains, persons } = joint;
  return { posterior, nobody, symmetric: alike, method, theta, remains, persons, others: others.sort((a, b) => b.posterior - a.posterior || (a.remains + a.person < b.remains + b.person ? -1 : 1)) };
}

function solveNow(input: RunInput, pairs: readonly CandidateRow[], own: CandidateRow): JointAnswer {
  const { remains, person, family } = own;
  const group = solveGroupOf(input, pairs, { remains, person, family });
  if (group?.kind === 'refused') throw new ProblemError(makeProblem(group.code, group.details));
  return (group === null ? null : answerOfGroup(group, own)) ?? refuse('matching.pair_not_listed');
}
