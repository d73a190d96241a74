import { exportCase, likelihoodRatio, posterior, scoreRemains, type KinshipCase, type Pedigree, type RemainsScore } from '@imena/kinship';
import { prepareFamily } from './run.ts';
import { policiesOf, type RunFamily, type RunInput, type RunMember } from './types.ts';

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
  const score = scoreRemains(prepareFamily(input, found.family, found.member), found.genotypes.genotypes);
  const prior = 1 / input.parameters.expectedMissing;
  return {
    score,
    members: found.family.members,
    member: found.member,
    alternatives: alternativesOf(input, found),
    prior,
    posterior: posterior(score.lnLr, prior),
    posteriorEvenOdds: posterior(score.lnLr, 0.5),
  };
}

/** The pair as a `kinship-case/1` file that anybody can recompute offline to the same digits. */
export function exportPair(input: RunInput, key: PairKey, caseId: string): KinshipCase | null {
  const found = locatePair(input, key);
  if (found === null) return null;
  return exportCase({ id: caseId, prepared: prepareFamily(input, found.family, found.member), remains: found.genotypes.genotypes });
}

const remainsKey = 'remains';
const addedSibling = 'unrecorded-sibling';

function alternativesOf(input: RunInput, { family, member, genotypes }: Located): Alternative[] {
  const self = family.members.find((item) => item.id === member);
  const asMissing = pedigreeWith(family, member);
  const against = (pedigree: Pedigree): number =>
    likelihoodRatio({
      numerator: asMissing, denominator: pedigree, profiles: profilesWith(input, family, genotypes.genotypes),
      markers: input.markers, theta: input.parameters.theta, policies: policiesOf(input.parameters),
    }).lnLr;
  const alternatives: Alternative[] = [];
  if (self !== undefined && self.father !== null && self.mother !== null) {
    alternatives.push({ position: 'full_sibling', member: null, person: null, lnLrAgainst: against(pedigreeWithSibling(family, self)) });
  }
  for (const other of family.missing) {
    if (other.member === member) continue;
    alternatives.push({ position: 'other_missing', member: other.member, person: other.person, lnLrAgainst: against(pedigreeWith(family, other.member)) });
  }
  return alternatives;
}

function individual(member: RunMember): Pedigree['individuals'][number] {
  return { id: member.id, father: member.father, mother: member.mother, sex: member.sex, ...(member.profile === null ? {} : { profile: member.profile }) };
}

/** The family with the remains standing at one member's place. */
function pedigreeWith(family: RunFamily, at: string): Pedigree {
  return { name: `as ${at}`, individuals: family.members.map((member) => (member.id === at ? { ...individual(member), profile: remainsKey } : individual(member))) };
}

function pedigreeWithSibling(family: RunFamily, self: RunMember): Pedigree {
  return {
    name: 'as full sibling',
    individuals: [...family.members.map(individual), { id: addedSibling, father: self.father, mother: self.mother, sex: self.sex, profile: remainsKey }],
  };
}

function profilesWith(input: RunInput, family: RunFamily, genotypes: RunInput['remains'][number]['genotypes']): Record<string, typeof genotypes> {
  const placed = new Set(family.members.map((member) => member.profile));
  return { ...Object.fromEntries(input.references.filter((item) => placed.has(item.profile)).map((item) => [item.profile, item.genotypes])), [remainsKey]: genotypes };
}
