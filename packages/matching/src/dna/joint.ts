import { identifyJointly, KinshipError, type JointMethod } from '@imena/kinship';
import { pairGroups } from './pair-groups.ts';
import type { PairKey } from './explain.ts';
import { linkedOutOf } from './linked-markers.ts';
import { policiesOf, type RunFamily, type RunInput, type RunJoint, type RunJointGroup, type RunPair, type SolvedGroup } from './types.ts';

/** What the joint solution says of one pair and of everybody who competes with it. */
export interface JointAnswer {
  /** Posterior of the pair, all that compete taken together. */
  readonly posterior: number;
  /** Posterior that these remains are nobody on the list. */
  readonly nobody: number;
  /** Every pairing of the group with these remains or this person, most probable first. */
  readonly others: readonly { readonly remains: string; readonly person: string; readonly posterior: number }[];
  readonly method: JointMethod;
  /** Subpopulation correction that it was solved with. */
  readonly theta: number;
  /** How many remains and missing persons compete in this group. */
  readonly remains: number;
  readonly persons: number;
  /** Posterior that the remains are this person or one whom no data tell apart from this one; null where there is nobody. */
  readonly symmetric: number | null;
}

/** Larger groups are not solved: beyond this the solver could only sample, at great length. */
const mostInGroup = 100;

/**
 * All pairs of a run solved together: one person cannot be two individuals, nobody on the list is always possible, two
 * remains of one genotype may be one person. Pairs that share remains or a family, and whatever hangs on those, are one
 * group; groups are independent and solved one after another by kinship's joint solver. Prior odds of each pairing are
 * 1 : (N - 1) as in the pairwise posterior. Each group says whether it is exact, certified or an estimate, or by which
 * code it could not be solved; none is passed over. The same input gives the same numbers.
 * LIMIT: pairs below the run's threshold take no part.
 * @param advance called after each group
 */
export async function solveRunJointly(input: RunInput, pairs: readonly RunPair[], advance: (done: number, total: number) => Promise<void> | void): Promise<RunJoint> {
  const groups: RunJointGroup[] = [];
  const parts = pairGroups(pairs);
  for (const part of parts) {
    groups.push(solveGroup(input, part));
    await advance(groups.length, parts.length);
  }
  return { groups };
}

/** The group of one pair solved now, without the pairs that are left out of `pairs`; null when the pair is not among them. */
export function solveGroupOf(input: RunInput, pairs: readonly RunPair[], key: PairKey): RunJointGroup | null {
  const part = pairGroups(pairs).find((group) => group.some((pair) => isPair(pair, key)));
  return part === undefined ? null : solveGroup(input, part);
}

/** What a solved group says of one of its pairs; null when the pair is not in it. */
export function answerOfGroup(group: SolvedGroup, key: PairKey): JointAnswer | null {
  const { pairs, places, remains } = group;
  const own = pairs.find((pair) => remains[pair.remains] === key.remains && places[pair.place]?.person === key.person && (key.family === undefined || places[pair.place]?.family === key.family));
  if (own === undefined) return null;
  const others = pairs.filter((pair) => pair !== own && (pair.remains === own.remains || pair.place === own.place));
  return {
    posterior: own.posterior, nobody: group.nobody[own.remains] ?? 0, method: group.method, theta: group.theta, remains: remains.length, persons: places.length,
    others: others.map((pair) => ({ remains: remains[pair.remains] ?? '', person: places[pair.place]?.person ?? '', posterior: pair.posterior })).sort((a, b) => b.posterior - a.posterior || (a.remains + a.person < b.remains + b.person ? -1 : 1)),
    symmetric: group.alike.find((alike) => alike.places.includes(own.place))?.posterior[own.remains] ?? null,
  };
}

function isPair(pair: RunPair, { remains, person, family }: PairKey): boolean {
  return pair.remains === remains && pair.person === person && (family === undefined || family === pair.family);
}

function solveGroup(input: RunInput, pairs: readonly RunPair[]): RunJointGroup {
  const remains = [...new Set(pairs.map((pair) => pair.remains))].sort();
  const familyIds = new Set(pairs.map((pair) => pair.family));
  const families = input.families.filter((family) => familyIds.has(family.family));
  const places = families.flatMap((family) => family.missing.map(({ person }) => ({ family: family.family, person })));
  if (remains.length > mostInGroup || places.length > mostInGroup) return { kind: 'refused', remains, places, code: 'matching.joint_too_large', details: { remains: remains.length, missing: places.length, most: mostInGroup } };
  try {
    return { kind: 'solved', remains, places, ...solve(input, { remains, families, places, pairs }) };
  } catch (error) {
    if (!(error instanceof KinshipError)) throw error;
    return { kind: 'refused', remains, places, code: error.code, details: error.details };
  }
}

interface Group {
  readonly remains: readonly string[];
  readonly families: readonly RunFamily[];
  readonly places: RunJointGroup['places'];
  readonly pairs: readonly RunPair[];
}

function solve(input: RunInput, { remains, families, places, pairs }: Group): Omit<SolvedGroup, 'kind' | 'remains' | 'places'> {
  const listed = new Set(pairs.map((pair) => `${pair.remains} ${pair.person} ${pair.family}`));
  const isListed = (r: number, c: number): boolean => listed.has(`${remains[r] ?? ''} ${places[c]?.person ?? ''} ${places[c]?.family ?? ''}`);
  const lnOdds = -Math.log(input.parameters.expectedMissing - 1);
  // A marker left out of one family of the group is left out of all: the group has one list of markers.
  const leftOut = new Set(families.flatMap((family) => family.missing.flatMap(({ member }) => linkedOutOf(input, family, member).map((one) => one.marker))));
  const { theta } = input.parameters;
  const result = identifyJointly({
    families: families.map((family) => ({ name: family.family, pedigree: pedigreeOf(family), missing: family.missing.map(({ member }) => member) })),
    remains: remains.map((id) => ({ id, sex: 'unknown' as const, profile: input.remains.find((item) => item.of === id)?.genotypes ?? {} })),
    profiles: Object.fromEntries(input.references.map((reference) => [reference.profile, reference.genotypes])),
    markers: input.markers.filter((marker) => !leftOut.has(marker.name)), policies: policiesOf(input.parameters), theta,
    allowed: remains.map((_, r) => places.map((__, c) => isListed(r, c))),
    lnPriorOdds: new Float64Array(remains.length * places.length).fill(lnOdds), sameIndividual: { lnPriorOdds: lnOdds },
  });
  const columns = places.length + 1;
  const at = (r: number, c: number): number => result.posterior[r * columns + c] ?? 0;
  return {
    method: result.method, theta,
    pairs: remains.flatMap((_, r) => places.flatMap((__, c) => (isListed(r, c) ? [{ remains: r, place: c, posterior: at(r, c) }] : []))),
    nobody: remains.map((_, r) => at(r, places.length)),
    alike: result.symmetric.filter((one) => one.missing.length > 1).map((one) => ({ places: one.missing, posterior: [...one.posterior] })),
  };
}

function pedigreeOf(family: RunFamily) {
  return { name: family.family, individuals: family.members.map(({ id, father, mother, sex, profile }) => ({ id, father, mother, sex, ...(profile === null ? {} : { profile }) })) };
}
