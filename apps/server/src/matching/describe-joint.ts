import { explainJointly, type JointAnswer, type RunInput } from '@imena/matching';
import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { findItems } from '../register/list-subjects.queries.ts';
import { listCandidates } from './candidates.queries.ts';
import { inWords } from './kinship-words.ts';
import type { CandidateKey } from './read-candidate.ts';

/** Most pairs of a run among which those that compete are looked for. */
const mostPairs = 100_000;

/**
 * The posterior of a pair with everybody of the run who competes with it taken together. Pairs of withheld families take
 * no part. Takes up to seconds: asked for on demand.
 * @throws Problem `matching.pair_not_listed`, `matching.joint_too_large`, `kinship.joint.*`
 */
export async function describeJoint(tx: Database, key: CandidateKey, { input, withheld }: { readonly input: RunInput; readonly withheld: ReadonlySet<string> }) {
  const pairs = await listCandidates(tx, { run: key.run, withheld }, { after: -1, limit: mostPairs });
  const { remains, person, family } = key;
  const answer: JointAnswer | null = inWords(() => explainJointly(input, pairs, { remains, person, ...(family === undefined ? {} : { family }) }));
  if (answer === null) return refuse('matching.pair_not_listed');
  const items = new Map((await findItems(tx, [...new Set(answer.others.flatMap((one) => [one.remains, one.person]))])).map((item) => [item.id, item]));
  return { ...answer, others: answer.others.map((one) => ({ ...one, remainsItem: items.get(one.remains) ?? null, personItem: items.get(one.person) ?? null })) };
}
