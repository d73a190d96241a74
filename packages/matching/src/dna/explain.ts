import {
  confirmCase, exportCase, KinshipError, posterior, scoreAlternatives, scoreRemains, withFullSibling,
  type AlternativePosition, type Confirmation, type KinshipCase, type MarkerScore, type PreparedPerson, type RemainsScore,
} from '@imena/kinship';
import type { LinkedOut } from './linked-markers.ts';
import { prepareFamily } from './run.ts';
import { typingOf, type RunFamily, type RunInput, type RunMember, type RunProfile } from './types.ts';

/** How the remains stand as somebody else of the same family; a mother's sample cannot tell her two sons apart. */
export interface Alternative {
  readonly position: 'full_sibling' | 'other_missing';
  /** Label of the member; null for a full sibling who is in no record. */
  readonly member: string | null;
  readonly person: string | null;
  /** ln P(data | missing person) - ln P(data | this position); near 0 DNA does not decide; null when no ratio exists. */
  readonly lnLrAgainst: number | null;
  /** No profile whatever could tell the two positions apart with these relatives. */
  readonly symmetric: boolean;
}

/** Everything about one pair, recomputed from the run's own input by the run's own code. */
export interface PairExplanation {
  readonly family: string;
  readonly score: RemainsScore;
  /** Markers left out because a marker near them on the chromosome is counted. */
  readonly linkedOut: readonly LinkedOut[];
  readonly members: readonly RunMember[];
  readonly member: string;
  readonly alternatives: readonly Alternative[];
  /** The ln LR computed once more by another algorithm; a decision rests on no number that it contradicts. */
  readonly confirmation: Confirmation;
  /** Posterior with the declared prior 1/N, and with even odds, which is the LR's own voice. */
  readonly posterior: number;
  readonly posteriorEvenOdds: number;
  readonly prior: number;
}

export interface PairKey {
  readonly remains: string;
  readonly person: string;
  /** Needed only where a person is missing from two families. */
  readonly family?: string;
}

/** One pair in a run's input. */
export interface LocatedPair {
  readonly family: RunFamily;
  readonly member: string;
  readonly remains: RunProfile;
}

/** Finds one pair in a run's input; null when the run did not compare it. */
export function locatePair(input: RunInput, key: PairKey): LocatedPair | null {
  const remains = input.remains.find((item) => item.of === key.remains);
  for (const family of input.families) {
    if (key.family !== undefined && key.family !== family.family) continue;
    const missing = family.missing.find((item) => item.person === key.person);
    if (missing !== undefined && remains !== undefined) return { family, member: missing.member, remains };
  }
  return null;
}

/**
 * Explains one pair of a run: every marker, the pedigree, the alternatives inside the family, prior and posterior.
 * @throws KinshipError where the run itself could not compute the pair
 */
export function explainPair(input: RunInput, key: PairKey): PairExplanation | null {
  const found = locatePair(input, key);
  if (found === null) return null;
  const { prepared, linkedOut } = prepareFamily(input, found.family, found.member);
  const { genotypes, typing } = found.remains;
  const scored = scoreRemains(prepared, genotypes, typing);
  const score = { ...scored, perMarker: withReasons(scored.perMarker, input, found) };
  const prior = 1 / input.parameters.expectedMissing;
  return {
    family: found.family.family,
    score,
    linkedOut,
    members: found.family.members,
    member: found.member,
    alternatives: alternativesOf(prepared, found),
    confirmation: confirmCase(exportCase({ id: 'confirmation', prepared, profile: genotypes, ...typingOf(found.remains) }), score.lnLr),
    prior,
    posterior: posterior(score.lnLr, prior).probability,
    posteriorEvenOdds: posterior(score.lnLr, 0.5).probability,
  };
}

/** Markers that lack on one side because there are more than two alleles say so, those of which the run has no table too. */
function withReasons(perMarker: readonly MarkerScore[], { references }: RunInput, { family, remains }: LocatedPair): MarkerScore[] {
  const placed = new Set(family.members.map((one) => one.profile));
  const ofRelatives = references.filter((one) => placed.has(one.profile));
  const isMany = (profiles: readonly RunProfile[], marker: string): boolean => profiles.some(({ manyAlleles }) => manyAlleles !== undefined && Object.hasOwn(manyAlleles, marker));
  const told = perMarker.map((one): MarkerScore => {
    const isLeftOut = (one.dropped === 'remainsNotTyped' && isMany([remains], one.marker)) || (one.dropped === 'referencesNotTyped' && isMany(ofRelatives, one.marker));
    return isLeftOut ? { ...one, dropped: 'moreThanTwoAlleles' } : one;
  });
  const known = new Set(told.map((one) => one.marker));
  const without = Object.keys(remains.manyAlleles ?? {}).filter((marker) => !known.has(marker));
  return [...told, ...without.map((marker): MarkerScore => ({ marker, lnLr: 0, lnLikRelated: null, lnLikUnrelated: null, dropped: 'moreThanTwoAlleles', notes: [] }))];
}

/**
 * The ln LR of one pair alone: what `explainPair` gives, without alternatives and without the second solver.
 * @throws KinshipError where the run itself could not compute the pair
 */
export function scorePair(input: RunInput, key: PairKey): { readonly family: string; readonly lnLr: number } | null {
  const found = locatePair(input, key);
  return found === null ? null : { family: found.family.family, lnLr: scoreRemains(prepareFamily(input, found.family, found.member).prepared, found.remains.genotypes, found.remains.typing).lnLr };
}

/** The pair as a `kinship-case/1` file that anybody can recompute offline to the same digits. */
export function exportPair(input: RunInput, key: PairKey, caseId: string): KinshipCase | null {
  const found = locatePair(input, key);
  if (found === null) return null;
  return exportCase({ id: caseId, prepared: prepareFamily(input, found.family, found.member).prepared, profile: found.remains.genotypes, ...typingOf(found.remains) });
}

const unrecordedSibling = 'unrecorded-sibling';

function alternativesOf(prepared: PreparedPerson, { family, member, remains }: LocatedPair): Alternative[] {
  const against = (at: AlternativePosition): Pick<Alternative, 'lnLrAgainst' | 'symmetric'> => {
    try {
      const [score] = scoreAlternatives(prepared, remains.genotypes, [at], remains.typing);
      return { lnLrAgainst: score?.lnLr ?? null, symmetric: score?.symmetric ?? false };
    } catch (error) {
      if (error instanceof KinshipError) return { lnLrAgainst: null, symmetric: false };
      throw error;
    }
  };
  const sibling = { name: unrecordedSibling, pedigree: withFullSibling(prepared.pedigree, member, unrecordedSibling), position: unrecordedSibling };
  return [
    { position: 'full_sibling', member: null, person: null, ...against(sibling) },
    ...family.missing.filter((other) => other.member !== member).map((other): Alternative => ({
      position: 'other_missing', member: other.member, person: other.person,
      ...against({ name: other.member, pedigree: prepared.pedigree, position: other.member }),
    })),
  ];
}
