import { answerOfGroup, competingPairs, occupantOdds, runView, solveGroupOf, weighedKinds, type JointAnswer, type JointView, type ReportFiles, type RunInput } from '@imena/matching';
import { makeProblem, ProblemError, refuse } from '@imena/problem';
import { z } from 'zod';
import type { Database } from '../database/tables.ts';
import { findItemsById } from '../register/list-subjects.queries.ts';
import { findGroupsOf, listCandidates, type CandidateRow } from './candidates.queries.ts';
import type { EvidenceBases } from './evidence-bases.ts';
import type { NamedWeights } from './weights/weights.ts';
import type { CandidateKey } from './read-candidate.ts';
import { weighCompeting } from './weigh-competing.ts';

/** Most pairs of a run among which those that compete are looked for. */
export const mostPairs = 100_000;

/** Which view of the joint solution is asked for; without a word it is the one that the run recorded. */
export const jointView = z.strictObject({
  prior: z.enum(['declared', 'even']).default('declared').describe('even: each pairing as likely as none before anything is looked at'),
  occupants: z.enum(['counted', 'ignored']).default('counted').describe('Earlier identifications and burials by others'),
  evidence: z.enum(['dna', 'all']).default('dna'),
  without: z.string().max(200).default('').transform((text) => new Set(weighedKinds.filter((kind) => text.split(',').includes(kind)))).describe('Kinds of other evidence to leave out, parted by commas'),
});
export type JointViewQuery = z.infer<typeof jointView>;

export interface JointSources {
  readonly readInput: () => Promise<RunInput>;
  readonly withheld: ReadonlySet<string>;
  readonly bases: EvidenceBases;
  readonly readFiles: () => Promise<ReportFiles>;
  readonly view: JointViewQuery;
}

/**
 * The posterior of a pair with everybody of the run who competes with it taken together, as the run solved it. In another
 * view, in a run that was not solved together, or where a family is withheld since, the group is solved now, without
 * families that are withheld.
 * @throws Problem `matching.pair_not_listed`, `matching.joint_evidence_too_many`, and the code by which the group could not be solved
 */
export async function describeJoint(tx: Database, key: CandidateKey, sources: JointSources) {
  const { run, remains, person } = key;
  const { withheld, view } = sources;
  const [own] = (await listCandidates(tx, { run, remains, person, withheld }, { after: -1, limit: mostPairs })).filter((row) => key.family === undefined || row.family === key.family);
  if (own === undefined) return refuse('matching.pair_not_listed');
  const input = await sources.readInput();
  const isRecorded = view.prior === 'declared' && view.occupants === 'counted' && view.evidence === 'dna';
  const isStored = isRecorded && own.joint !== null && !(await findGroupsOf(tx, run, withheld)).has(own.joint.group);
  const { answer, unread, weights } = isStored ? { answer: await readStored(tx, run, own), unread: 0, weights: null } : await solveNow(tx, { run, own, input }, sources);
  const claims = answer.occupants.map((one) => ({ ...one, ...claimOf(input, one.occupant) }));
  const named = [...answer.others.flatMap((one) => [one.remains, one.person]), ...claims.flatMap((one) => [one.remains, one.person, one.burial].filter((id) => id !== null))];
  const items = await findItemsById(tx, named);
  const itemOf = (id: string | null) => (id === null ? null : (items.get(id) ?? null));
  return {
    ...answer,
    others: answer.others.map((one) => ({ ...one, remainsItem: itemOf(one.remains), personItem: itemOf(one.person) })),
    occupants: claims.map((one) => ({ ...one, remainsItem: itemOf(one.remains), personItem: itemOf(one.person), burialItem: itemOf(one.burial) })),
    /** How many there are in the run; null in runs made before they took part. */
    occupantsOfRun: input.occupancy?.occupants.length ?? null, priorVersion: input.occupancy?.prior ?? null, expectedMissing: input.parameters.expectedMissing, unread,
    /** Under which the other evidence was weighed; null where DNA stands alone. */
    weights,
  };
}

/** What an occupant says and how surely, before anything is compared. */
function claimOf(input: RunInput, place: number) {
  const claim = input.occupancy?.occupants[place];
  if (claim === undefined) throw new Error('an occupant that the input of the run does not hold');
  const { kind, burial, among, grounds, surest, error, source, verified, nameShare } = claim;
  const odds = occupantOdds(claim);
  return { kind, burial, among, grounds, surest, error, source, verified, nameShare, prior: odds / (1 + odds) };
}

/** Whoever competes has the same remains or is for the same person, in the same group. */
async function readStored(tx: Database, run: string, own: CandidateRow): Promise<JointAnswer> {
  const { joint } = own;
  if (joint === null) return refuse('matching.pair_not_listed');
  if (joint.kind === 'refused') throw new ProblemError(makeProblem(joint.code, joint.details));
  const sameRemains = await listCandidates(tx, { run, remains: own.remains }, { after: -1, limit: mostPairs });
  const samePerson = (await listCandidates(tx, { run, person: own.person }, { after: -1, limit: mostPairs })).filter((row) => row.family === own.family);
  const others = [...sameRemains, ...samePerson].filter((row) => row.place !== own.place).map((row) => ({ remains: row.remains, person: row.person, posterior: row.joint?.kind === 'solved' ? row.joint.posterior : 0 }));
  const { posterior, nobody, alike, method, theta, remains, persons, isApart = false, occupants = [] } = joint;
  return { posterior, nobody, symmetric: alike, method, theta, remains, persons, isApart, occupants, others: others.sort((a, b) => b.posterior - a.posterior || (a.remains + a.person < b.remains + b.person ? -1 : 1)) };
}

interface AskedNow {
  readonly run: string;
  readonly own: CandidateRow;
  readonly input: RunInput;
}

async function solveNow(tx: Database, { run, own, input }: AskedNow, { withheld, bases, readFiles, view }: JointSources): Promise<{ readonly answer: JointAnswer; readonly unread: number; readonly weights: NamedWeights | null }> {
  const pairs = await listCandidates(tx, { run, withheld }, { after: -1, limit: mostPairs });
  const counted: JointView = { ...runView, prior: view.prior, occupants: view.occupants };
  const basis = view.evidence === 'dna' ? null : await bases.read();
  const others = basis === null ? null : await weighCompeting(tx, competingPairs(input, pairs, { key: own, view: counted }), { basis, files: await readFiles(), input, without: view.without });
  const group = solveGroupOf(input, pairs, { key: own, view: others === null ? counted : { ...counted, lnOthers: others.lnOthers } });
  if (group === null) return refuse('matching.pair_not_listed');
  if (group.kind === 'refused') throw new ProblemError(makeProblem(group.code, group.details));
  return { answer: answerOfGroup(group, own) ?? refuse('matching.joint_left_out'), unread: others?.unread ?? 0, weights: basis?.weights ?? null };
}
