import { solveRun, type JointMethod, type JointResult, type JointRunGroup, type JointRunInput } from '@imena/kinship';
import type { PairKey } from './explain.ts';
import { isTooComplex } from './link-family.ts';
import { linkedOutOf } from './linked-markers.ts';
import { jointFamily, numberPairs, runView, type JointPairKey, type JointPart, type JointPlace, type JointView } from './number-pairs.ts';
import { policiesOf, referencesOf, typingOf, type JudgedRunOccupant, type RunInput, type RunJoint, type RunJointGroup, type RunPair, type SolvedGroup } from './types.ts';

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
  /** Each of the remains was taken as a person of their own: too many could be one. */
  readonly isApart: boolean;
  /** Earlier identifications and burials that name these remains or this person. */
  readonly occupants: readonly JudgedRunOccupant[];
}

/** A pair of a run, and what its group counts. */
export interface JointQuestion {
  readonly key: PairKey;
  readonly view: JointView;
}

/** Steps that all groups of a run may take together: some ten seconds. */
const operationsOfRun = 4e9;

/**
 * All pairs of a run solved together: one person cannot be two individuals, nobody on the list is always possible, two
 * remains of one genotype may be one person, and earlier identifications and burials by others take part as ones that can
 * be wrong. Groups share nothing and are solved one after another by kinship's joint solver. Each says whether it is
 * exact, certified or an estimate, or by which code it could not be solved, and which pairs it left out; none is passed
 * over. The same input gives the same numbers.
 * LIMIT: pairs below the run's threshold take no part, unless an earlier identification claims them.
 * @param advance called after each group
 */
export async function solveRunJointly(input: RunInput, pairs: readonly RunPair[], advance: (done: number, total: number) => Promise<void> | void): Promise<RunJoint> {
  const groups: RunJointGroup[] = [];
  const parts = numberPairs(input, pairs, runView);
  for (const part of parts) {
    groups.push(solvePart(input, part, pairs.length));
    await advance(groups.length, parts.length);
  }
  return { groups };
}

/** The group of one pair solved now, without the pairs that are left out of `pairs`; null when the pair is not among them. */
export function solveGroupOf(input: RunInput, pairs: readonly RunPair[], question: JointQuestion): RunJointGroup | null {
  const part = partOf(input, pairs, question);
  return part === undefined ? null : solvePart(input, part, pairs.length);
}

/** Every pair that takes part in the group of one pair, which is among them; none when the run does not list it. */
export function competingPairs(input: RunInput, pairs: readonly RunPair[], question: JointQuestion): JointPairKey[] {
  const part = partOf(input, pairs, question);
  return part === undefined ? [] : part.pairs.map((pair) => ({ remains: part.remains[pair.remains]?.of ?? '', person: part.places[pair.missing]?.person ?? '' }));
}

/** What a solved group says of one of its pairs; null when the pair is not in it, or was left out. */
export function answerOfGroup(group: SolvedGroup, key: PairKey): JointAnswer | null {
  const { pairs, places, remains } = group;
  const own = pairs.find((pair) => remains[pair.remains] === key.remains && isPlace(places[pair.place], key));
  if (own === undefined) return null;
  const others = pairs.filter((pair) => pair !== own && (pair.remains === own.remains || pair.place === own.place));
  return {
    posterior: own.posterior, nobody: group.nobody[own.remains] ?? 0, method: group.method, theta: group.theta, remains: remains.length, persons: places.length,
    others: others.map((pair) => ({ remains: remains[pair.remains] ?? '', person: places[pair.place]?.person ?? '', posterior: pair.posterior })).sort((a, b) => b.posterior - a.posterior || (a.remains + a.person < b.remains + b.person ? -1 : 1)),
    symmetric: group.alike.find((alike) => alike.places.includes(own.place))?.posterior[own.remains] ?? null,
    isApart: group.isApart ?? false,
    occupants: (group.occupants ?? []).filter((one) => one.remains === key.remains || one.person === key.person),
  };
}

export function isPlace(place: Pick<JointPlace, 'family' | 'person'> | undefined, { person, family }: Pick<PairKey, 'person' | 'family'>): boolean {
  return place?.person === person && (family === undefined || family === place.family);
}

export function partOf(input: RunInput, pairs: readonly RunPair[], { key, view }: JointQuestion): JointPart | undefined {
  return numberPairs(input, pairs, view).find((part) => part.pairs.some((pair) => pair.isListed && part.remains[pair.remains]?.of === key.remains && isPlace(part.places[pair.missing], key)));
}

/** A group as kinship was asked and answered. */
export interface AttemptedPart {
  readonly asked: JointRunInput;
  readonly group: JointRunGroup;
  /** Markers left out because the group is too large to calculate linked ones together. */
  readonly linkedOut: readonly string[];
}

/** @param ofRun pairs of the whole run, among which the operations are shared out */
export function attemptPart(input: RunInput, part: JointPart, ofRun: number): AttemptedPart {
  const { theta, expectedMissing } = input.parameters;
  const { linkage = [] } = input;
  const solve = (leftOut: ReadonlySet<string>): AttemptedPart => {
    const asked: JointRunInput = {
      families: part.families.map(jointFamily), remains: part.remains.map((one) => ({ id: one.of, sex: 'unknown', profile: one.genotypes, ...typingOf(one) })), ...referencesOf(input.references),
      markers: input.markers.filter((marker) => !leftOut.has(marker.name)), ...(leftOut.size === 0 ? { linkage } : {}), policies: policiesOf(input.parameters), theta, pairs: part.pairs,
      sameIndividual: { lnPriorOdds: -Math.log(expectedMissing - 1) }, operations: (operationsOfRun * part.pairs.length) / ofRun,
    };
    const [group] = solveRun(asked);
    if (group === undefined) throw new Error('a group without pairs');
    return { asked, group, linkedOut: [...leftOut].sort() };
  };
  // A marker left out of one family of the group is left out of all: the group has one list of markers.
  const apart = new Set(part.families.flatMap((family) => family.missing.flatMap(({ member }) => linkedOutOf(input, family, member).map((one) => one.marker))));
  const together = input.linkage === undefined ? null : solve(new Set());
  return together !== null && !isTooComplex(together.group.outcome) ? together : solve(apart);
}

function solvePart(input: RunInput, part: JointPart, ofRun: number): RunJointGroup {
  const head = { remains: part.remains.map((one) => one.of), places: part.places.map(({ family, person }) => ({ family, person })) };
  const { group, linkedOut } = attemptPart(input, part, ofRun);
  const { outcome, isApart } = group;
  if (outcome.kind === 'refused') return { kind: 'refused', ...head, code: outcome.code, details: outcome.details };
  const { result } = outcome;
  const isKept = (pair: JointPart['pairs'][number]): boolean => !group.leftOut.some((one) => one.remains === pair.remains && one.missing === pair.missing);
  const listed = part.pairs.filter((pair) => pair.isListed);
  const dropped = listed.filter((pair) => !isKept(pair)).map((pair) => ({ remains: pair.remains, place: pair.missing }));
  const occupants = judge(input, part, result);
  return {
    kind: 'solved', ...head, method: result.method, theta: input.parameters.theta,
    pairs: listed.filter(isKept).map((pair) => ({ remains: pair.remains, place: pair.missing, posterior: posteriorAt(result, pair.remains, pair.missing) })),
    nobody: head.remains.map((_, r) => posteriorAt(result, r, head.places.length)),
    alike: result.symmetric.filter((one) => one.missing.length > 1).map((one) => ({ places: one.missing, posterior: [...one.posterior] })),
    ...(dropped.length === 0 ? {} : { leftOut: dropped }), ...(linkedOut.length === 0 ? {} : { linkedOut }), ...(isApart ? { isApart } : {}), ...(occupants.length === 0 ? {} : { occupants }),
  };
}

function posteriorAt(result: JointResult, remains: number, column: number): number {
  return result.posterior[remains * (result.missing.length + 1) + column] ?? 0;
}

/** Occupants whose body or person is in the group, with the posterior that they are right. */
function judge(input: RunInput, { remains, places, weights }: JointPart, result: JointResult): JudgedRunOccupant[] {
  const rowOf = (id: string): number => remains.findIndex((one) => one.of === id);
  const columnsOf = (person: string): number[] => places.flatMap((place, at) => (place.person === person ? [at] : []));
  return weights.occupants.flatMap(({ occupant, at }): JudgedRunOccupant[] => {
    const posterior = weights.posterior(occupant, {
      pair: (key) => (rowOf(key.remains) < 0 || columnsOf(key.person).length === 0 ? null : columnsOf(key.person).reduce((sum, column) => sum + posteriorAt(result, rowOf(key.remains), column), 0)),
      notFound: (person) => columnsOf(person).reduce<number | null>((product, column) => (product ?? 1) * (result.notFound[column] ?? 1), null),
      nobody: (id) => (rowOf(id) < 0 ? null : posteriorAt(result, rowOf(id), places.length)),
    });
    return posterior === null ? [] : [{ occupant: at, remains: occupant.remains, person: occupant.person, posterior }];
  });
}
