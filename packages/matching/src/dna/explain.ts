import { exportCase, posterior, scoreAlternatives, scoreRemains, withFullSibling, type KinshipCase, type PreparedPerson, type RemainsScore } from '@imena/kinship';
import { prepareFamily } from './run.ts';
import type { RunFamily, RunInput, RunMember } from './types.ts';

/** How the remains stand as somebody else of the same family; a mother's sample cannot tell her two sons apart. */
export interface Alternative {
  readonly position: 'full_sibling' | 'other_missing';
  /** Label of the member; null for a full sibling who is in no record. */
  readonly member: string | null;
  readonly person: string | null;
  /** ln P(data | missing person) - ln P(data | this position). Near 0: DNA does not decide. */
  readonly lnLrAgainst: number;
}

/** Everything about one pair, recomputed from the run's own input by the run's own code. */
export interface PairExplanation {
  readonly score: RemainsScore;
  readonly members: readonly RunMember[];
  readonly member: string;
  readonly alternatives: readonly Alternative[];
  /** Posterior with the declared prior 1/N, and with even odds, which is the LR's own voice. */
  readonly posterior: number;
  readonly posteriorEvenOdds: number;
  readonly prior: number;
}

export interface PairKey {
  readonly remains: string;
  readonly person: string;
}

interface Located {
  readonly family: RunFamily;
  readonly member: string;
  readonly genotypes: RunInput['remains'][number];
}

/** Finds one pair in a run's input; null when the run did not compare it. */
export function locatePair(input: RunInput, key: PairKey): Located | null {
  const genotypes = input.remains.find((item) => item.of === key.remains);
  for (const family of input.families) {
    const missing = family.missing.find((item) => item.person === key.person);
    if (missing !== undefined && genotypes !== undefined) return { family, member: missing.member, genotypes };
  }
  return null;
}

/** Explains one pair of a run: every marker, the pedigree, the alternatives inside the family, prior and posterior. */
export function explainPair(input: RunInput, key: PairKey): PairExplanation | null {
  const found = locatePair(input, key);
  if (found === null) return null;
  const prepared = prepareFamily(input, found.family, found.member);
  const score = scoreRemains(prepared, found.genotypes.genotypes);
  const prior = 1 / input.parameters.expectedMissing;
  return {
    score,
    members: found.family.members,
    member: found.member,
    alternatives: alternativesOf(prepared, found),
    prior,
    posterior: posterior(score.lnLr, prior).probability,
    posteriorEvenOdds: posterior(score.lnLr, 0.5).probability,
  };
}

/** The pair as a `kinship-case/1` file that anybody can recompute offline to the same digits. */
export function exportPair(input: RunInput, key: PairKey, caseId: string): KinshipCase | null {
  const found = locatePair(input, key);
  if (found === null) return null;
  return exportCase({ id: caseId, prepared: prepareFamily(input, found.family, found.member), profile: found.genotypes.genotypes });
}

const unrecordedSibling = 'unrecorded-sibling';

function alternativesOf(prepared: PreparedPerson, { family, member, genotypes }: Located): Alternative[] {
  const others = family.missing.filter((other) => other.member !== member);
  const positions = [
    { name: unrecordedSibling, pedigree: withFullSibling(prepared.pedigree, member, unrecordedSibling), position: unrecordedSibling },
    ...others.map((other) => ({ name: other.member, pedigree: prepared.pedigree, position: other.member })),
  ];
  return scoreAlternatives(prepared, genotypes.genotypes, positions).map(({ name, lnLr }) => {
    const other = others.find((item) => item.member === name);
    if (other === undefined) return { position: 'full_sibling', member: null, person: null, lnLrAgainst: lnLr };
    return { position: 'other_missing', member: other.member, person: other.person, lnLrAgainst: lnLr };
  });
}
