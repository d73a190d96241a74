import { directComparison, KinshipError, prepareMissingPerson, scoreRemains, type PreparedPerson, type Profile } from '@imena/kinship';
import { policiesOf, type DirectPair, type RunFamily, type RunInput, type RunPair, type RunResult } from './types.ts';

export interface RunOptions {
  readonly inputsHash: string;
  /** Called between missing persons; may wait, so that a server stays responsive. Throwing stops the run. */
  readonly onProgress?: (done: number, total: number) => Promise<void> | void;
}

/**
 * Compares every profile of remains with every missing person's family, and profiles of remains with each other and with
 * missing persons' own references. Sex and other evidence never filter. Same input, same result, in a fixed order.
 */
export async function runDna(input: RunInput, options: RunOptions): Promise<RunResult> {
  const threshold = input.parameters.minLog10Lr * Math.LN10;
  const pairs: RunPair[] = [];
  const failed: { family: string; person: string; code: string }[] = [];
  const total = input.families.reduce((sum, family) => sum + family.missing.length, 0) + 1;
  let done = 0;
  let compared = 0;
  for (const family of input.families) {
    for (const { person, member } of family.missing) {
      const prepared = tryPrepare(input, family, member);
      if (prepared instanceof KinshipError) failed.push({ family: family.family, person, code: prepared.code });
      else {
        for (const remains of input.remains) {
          const score = scoreRemains(prepared, remains.genotypes);
          compared += 1;
          if (score.lnLr < threshold) continue;
          pairs.push({
            remains: remains.of, profile: remains.profile, person, family: family.family,
            lnLr: score.lnLr, markersUsed: score.markersUsed, symmetric: symmetricPersons(family, member),
          });
        }
      }
      done += 1;
      await options.onProgress?.(done, total);
    }
  }
  const direct = compareDirectly(input, threshold);
  await options.onProgress?.(total, total);
  return {
    schema: 'imena-run-result/1',
    inputsHash: options.inputsHash,
    pairs: pairs.sort((a, b) => b.lnLr - a.lnLr || (a.remains + a.person < b.remains + b.person ? -1 : 1)),
    direct,
    compared,
    expectedByChance: compared / 10 ** input.parameters.minLog10Lr,
    failed,
  };
}

/** The family of one missing person made ready for scoring, exactly as the run scores it. */
export function prepareFamily(input: RunInput, family: RunFamily, member: string): PreparedPerson {
  return prepareMissingPerson({
    pedigree: { name: family.family, individuals: family.members.map((item) => ({ id: item.id, father: item.father, mother: item.mother, sex: item.sex, ...(item.profile === null ? {} : { profile: item.profile }) })) },
    missing: member,
    profiles: Object.fromEntries(family.members.flatMap((item) => referenceOf(input, item.profile))),
    markers: input.markers,
    theta: input.parameters.theta,
    policies: policiesOf(input.parameters),
  });
}

function referenceOf(input: RunInput, profile: string | null): [string, Profile][] {
  const found = input.references.find((item) => item.profile === profile);
  return found === undefined ? [] : [[found.profile, found.genotypes]];
}

function tryPrepare(input: RunInput, family: RunFamily, member: string): PreparedPerson | KinshipError {
  try {
    return prepareFamily(input, family, member);
  } catch (error) {
    if (error instanceof KinshipError) return error;
    throw error;
  }
}

function symmetricPersons(family: RunFamily, member: string): string[] {
  const self = family.members.find((item) => item.id === member);
  return family.missing
    .filter((other) => other.member !== member)
    .filter((other) => {
      const sibling = family.members.find((item) => item.id === other.member);
      return self !== undefined && sibling !== undefined && self.father !== null && self.father === sibling.father && self.mother === sibling.mother && self.sex === sibling.sex;
    })
    .map((other) => other.person);
}

function compareDirectly(input: RunInput, threshold: number): DirectPair[] {
  const settings = { markers: input.markers, theta: input.parameters.theta, policies: policiesOf(input.parameters) };
  const found: DirectPair[] = [];
  const compare = (a: { of: string; genotypes: Profile }, b: { of: string; genotypes: Profile }, kind: DirectPair['kind']): void => {
    const score = directComparison({ a: a.genotypes, b: b.genotypes, ...settings });
    if (score.lnLr >= threshold && score.markersUsed > 0) found.push({ a: a.of, b: b.of, kind, lnLr: score.lnLr, markersUsed: score.markersUsed });
  };
  input.remains.forEach((a, index) => {
    for (const b of input.remains.slice(index + 1)) compare(a, b, 'remains');
    for (const person of input.persons) compare(a, person, 'person');
  });
  return found.sort((x, y) => y.lnLr - x.lnLr || (x.a + x.b < y.a + y.b ? -1 : 1));
}
