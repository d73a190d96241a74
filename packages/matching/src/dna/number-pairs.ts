import { groupPairs, type JointFamily, type RunCandidate } from '@imena/kinship';
import { occupantWeights, type OccupantWeights } from './occupants.ts';
import type { RunFamily, RunInput, RunPair, RunProfile } from './types.ts';

/** What a joint solution counts. */
export interface JointView {
  /** `declared`: the prior of the run; `even`: each pairing as likely as none before anything is looked at. */
  readonly prior: 'declared' | 'even';
  readonly occupants: 'counted' | 'ignored';
  /** ln LR of other evidence of a pair, which multiplies its DNA; DNA alone when absent. */
  readonly lnOthers?: (pair: JointPairKey) => number;
}

export interface JointPairKey {
  readonly remains: string;
  readonly person: string;
}

/** What a run records: its declared prior, occupants among it, DNA alone. */
export const runView: JointView = { prior: 'declared', occupants: 'counted' };

export interface JointPlace {
  readonly family: string;
  readonly person: string;
  readonly member: string;
}

/** Pairs that share remains or a family, and whatever hangs on those, numbered for the solver by themselves. */
export interface JointPart {
  readonly remains: readonly RunProfile[];
  readonly families: readonly RunFamily[];
  readonly places: readonly JointPlace[];
  /** Pairs of the run; those of occupants come first and are no pairs of the run where `isListed` says so. */
  readonly pairs: readonly (RunCandidate & { readonly isListed: boolean })[];
  readonly weights: OccupantWeights;
}

/**
 * The groups of a run's pairs, each numbered by itself: groups share nothing. What an earlier identification claims takes
 * part as a pair also where it lies below the run's threshold. Cost: about linear in the pairs.
 * @param pairs best first
 */
export function numberPairs(input: RunInput, pairs: readonly RunPair[], view: JointView): JointPart[] {
  const weights = occupantWeights(input, view);
  const places = input.families.flatMap((family) => family.missing.map(({ person, member }): JointPlace => ({ family: family.family, person, member })));
  const placeOf = new Map(places.map((place, at) => [`${place.family} ${place.person}`, at]));
  const remainsOf = new Map(input.remains.map(({ of }, at) => [of, at]));
  const keyOf = (pair: Pick<RunCandidate, 'remains' | 'missing'>): string => `${String(pair.remains)} ${String(pair.missing)}`;
  const listed = new Map<string, JointPart['pairs'][number]>();
  const add = (key: JointPairKey & { readonly family: string }, isListed: boolean): void => {
    const [remains, missing] = [remainsOf.get(key.remains), placeOf.get(`${key.family} ${key.person}`)];
    if (remains === undefined || missing === undefined) return;
    const extraLnLr = view.lnOthers?.(key) ?? 0;
    listed.set(keyOf({ remains, missing }), { remains, missing, lnPriorOdds: weights.lnPriorOdds(key), ...(extraLnLr === 0 ? {} : { extraLnLr }), isListed });
  };
  for (const key of weights.claimed) for (const place of places) if (place.person === key.person) add({ ...key, family: place.family }, false);
  for (const pair of pairs) add(pair, true);
  // A claim alone is no reason to solve anything: nobody competes with it.
  return groupPairs({ families: input.families.map(jointFamily), pairs: [...listed.values()] })
    .map((group) => group.flatMap((pair) => listed.get(keyOf(pair)) ?? []))
    .filter((group) => group.some((pair) => pair.isListed))
    .map((group) => renumber(input, { group, places, weights }));
}

function renumber(input: RunInput, { group, places, weights }: { readonly group: JointPart['pairs']; readonly places: readonly JointPlace[]; readonly weights: OccupantWeights }): JointPart {
  const ids = new Set(group.map((pair) => places[pair.missing]?.family));
  const families = input.families.filter((family) => ids.has(family.family));
  const own = places.flatMap((place, at) => (ids.has(place.family) ? [{ place, at }] : []));
  const remains = [...new Set(group.map((pair) => pair.remains))].sort((a, b) => a - b);
  const [row, column] = [new Map(remains.map((r, at) => [r, at])), new Map(own.map(({ at }, column) => [at, column]))];
  return {
    remains: remains.flatMap((r) => input.remains[r] ?? []), families, places: own.map(({ place }) => place), weights,
    pairs: group.map((pair) => ({ ...pair, remains: row.get(pair.remains) ?? -1, missing: column.get(pair.missing) ?? -1 })),
  };
}

/** A family as the joint solver takes it. */
export function jointFamily(family: RunFamily): JointFamily {
  return {
    name: family.family, missing: family.missing.map(({ member }) => member),
    pedigree: { name: family.family, individuals: family.members.map(({ id, father, mother, sex, profile }) => ({ id, father, mother, sex, ...(profile === null ? {} : { profile }) })) },
  };
}
