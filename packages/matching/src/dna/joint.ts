import { identifyJointly, type JointMethod } from '@imena/kinship';
import { refuse } from '@imena/problem';
import type { PairKey } from './explain.ts';
import { policiesOf, type RunFamily, type RunInput, type RunPair } from './types.ts';

/** What the joint solution says of one pair and of everybody who competes with it. */
export interface JointAnswer {
  /** Posterior of the pair, all that compete taken together. */
  readonly posterior: number;
  /** Posterior that these remains are nobody on the list, as far as they are in this group. */
  readonly nobody: number;
  /** Every pairing of the group with these remains or this person, most probable first. */
  readonly others: readonly { readonly remains: string; readonly person: string; readonly posterior: number }[];
  readonly method: JointMethod;
  /** How many remains and missing persons compete in this group. */
  readonly remains: number;
  readonly persons: number;
  /** Posterior that the remains are this person or one whom no data tell apart from this one; null where there is nobody. */
  readonly symmetric: number | null;
}

/** Larger groups are refused: somebody waits for the answer. */
const mostInGroup = 40;

/**
 * Posterior of one pair of a run when one person cannot be two individuals and nobody on the list is always possible:
 * kinship's joint solver over everybody who is linked with the pair by a pair of the run at or above its threshold. Prior
 * odds of each pairing 1 : (N - 1) as in the pairwise posterior; two remains of one genotype may be one person, prior odds
 * 1 : (N - 1) too. Exact, or with a certified error, or an estimate, as `method` says.
 * LIMIT: without the subpopulation correction (theta = 0), which the joint likelihood does not know; pairs below the run's
 * threshold are left out.
 * @returns null when the pair is not among the run's pairs
 * @throws KinshipError kinship.joint.*; Problem `matching.joint_too_large` beyond 40 remains or persons
 */
export function explainJointly(input: RunInput, pairs: readonly RunPair[], key: PairKey): JointAnswer | null {
  const group = groupOf(pairs, key);
  if (group.length === 0) return null;
  const remainsIds = [...new Set(group.map((pair) => pair.remains))].sort();
  const familyIds = new Set(group.map((pair) => pair.family));
  const families = input.families.filter((family) => familyIds.has(family.family));
  const places = families.flatMap((family) => family.missing.map(({ person, member }) => ({ family: family.family, person, member })));
  if (remainsIds.length > mostInGroup || places.length > mostInGroup) refuse('matching.joint_too_large', { remains: remainsIds.length, missing: places.length, most: mostInGroup });
  const isListed = new Set(group.map((pair) => `${pair.remains} ${pair.person} ${pair.family}`));
  const lnOdds = -Math.log(input.parameters.expectedMissing - 1);
  const result = identifyJointly({
    families: families.map((family) => ({ name: family.family, pedigree: pedigreeOf(family), missing: family.missing.map(({ member }) => member) })),
    remains: remainsIds.map((id) => ({ id, sex: 'unknown' as const, profile: input.remains.find((item) => item.of === id)?.genotypes ?? {} })),
    profiles: Object.fromEntries(input.references.map((reference) => [reference.profile, reference.genotypes])),
    markers: input.markers, policies: policiesOf(input.parameters),
    allowed: remainsIds.map((id) => places.map(({ person, family }) => isListed.has(`${id} ${person} ${family}`))),
    lnPriorOdds: new Float64Array(remainsIds.length * places.length).fill(lnOdds), sameIndividual: { lnPriorOdds: lnOdds },
  });
  const columns = places.length + 1;
  const row = remainsIds.indexOf(key.remains);
  const column = places.findIndex(({ person, family }) => person === key.person && (key.family === undefined || key.family === family));
  const at = (r: number, c: number): number => result.posterior[r * columns + c] ?? 0;
  const others = remainsIds.flatMap((remains, r) => places.flatMap(({ person }, c) => ((r === row) === (c === column) || !(r === row || c === column) ? [] : [{ remains, person, posterior: at(r, c) }])));
  const alike = result.symmetric.find((one) => one.missing.includes(column) && one.missing.length > 1);
  return {
    posterior: at(row, column), nobody: at(row, places.length), method: result.method,
    others: others.filter((one) => isListedPair(group, one)).sort((a, b) => b.posterior - a.posterior || (a.remains + a.person < b.remains + b.person ? -1 : 1)),
    remains: remainsIds.length, persons: places.length, symmetric: alike === undefined ? null : (alike.posterior[row] ?? null),
  };
}

/** The pairs that are linked with one through shared remains, persons and families. */
function groupOf(pairs: readonly RunPair[], key: PairKey): readonly RunPair[] {
  const group = new Set(pairs.filter((pair) => pair.remains === key.remains && pair.person === key.person && (key.family === undefined || key.family === pair.family)));
  for (let size = -1; size !== group.size;) {
    size = group.size;
    const remains = new Set([...group].map((pair) => pair.remains));
    const families = new Set([...group].map((pair) => pair.family));
    for (const pair of pairs) if (remains.has(pair.remains) || families.has(pair.family)) group.add(pair);
  }
  return pairs.filter((pair) => group.has(pair));
}

function isListedPair(group: readonly RunPair[], { remains, person }: { readonly remains: string; readonly person: string }): boolean {
  return group.some((pair) => pair.remains === remains && pair.person === person);
}

function pedigreeOf(family: RunFamily) {
  return { name: family.family, individuals: family.members.map(({ id, father, mother, sex, profile }) => ({ id, father, mother, sex, ...(profile === null ? {} : { profile }) })) };
}
