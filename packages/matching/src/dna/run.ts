import { KinshipError, prepareMissingPerson, scoreMatrix, scoreRemains, type MarkerTable, type PreparedPerson } from '@imena/kinship';
import { compareDirectly } from './direct.ts';
import { solveRunJointly } from './joint.ts';
import { linkFamily, type LinkedFamily } from './link-family.ts';
import { policiesOf, referencesOf, type FailedComparison, type RunFamily, type RunInput, type RunMember, type RunPair, type RunProfile, type RunResult } from './types.ts';

export interface RunOptions {
  readonly inputsHash: string;
  /** Called between markers, missing persons and remains; may wait, so that a process stays responsive. Throwing stops the run. */
  readonly onProgress?: (done: number, total: number) => Promise<void> | void;
}

/**
 * Compares every profile of remains with every missing person's family, and profiles of remains with each other and with
 * missing persons' own references; then solves all pairs together. Sex and other evidence never filter. Same input, same
 * result, in a fixed order.
 */
export async function runDna(input: RunInput, options: RunOptions): Promise<RunResult> {
  const threshold = input.parameters.minLog10Lr * Math.LN10;
  const pairs: RunPair[] = [];
  const failed: FailedComparison[] = [];
  const targets = input.families.flatMap((family) => family.missing.map(({ person, member }) => ({ family, person, member })));
  const compares = targets.length + input.remains.length;
  // Solving together is counted as long as comparing the remains with each other.
  const total = compares + input.remains.length;
  let done = 0;
  let compared = 0;
  const advance = async (): Promise<void> => options.onProgress?.(++done, total);
  for (const target of targets) {
    const scored = await scoreTarget(input, target, async () => options.onProgress?.(done, total));
    failed.push(...scored.failed);
    compared += scored.compared;
    for (const { remains, lnLr, markersUsed } of scored.scores) {
      if (lnLr < threshold || markersUsed === 0) continue;
      pairs.push({
        remains: remains.of, profile: remains.profile, person: target.person, family: target.family.family,
        lnLr, markersUsed, symmetric: symmetricPersons(target.family, target.member),
      });
    }
    await advance();
  }
  const direct = await compareDirectly(input, threshold, advance);
  pairs.sort((a, b) => b.lnLr - a.lnLr || (a.remains + a.person < b.remains + b.person ? -1 : 1));
  const joint = await solveRunJointly(input, pairs, (solved, groups) => options.onProgress?.(compares + Math.floor((input.remains.length * solved) / groups), total));
  await options.onProgress?.(total, total);
  return {
    schema: 'imena-run-result/2',
    inputsHash: options.inputsHash,
    pairs,
    direct,
    compared,
    expectedByChance: compared / 10 ** input.parameters.minLog10Lr,
    failed,
    joint,
  };
}

interface Target {
  readonly family: RunFamily;
  readonly person: string;
  readonly member: string;
}

interface Scored {
  readonly scores: readonly { readonly remains: RunProfile; readonly lnLr: number; readonly markersUsed: number }[];
  readonly compared: number;
  readonly failed: readonly FailedComparison[];
}

async function scoreTarget(input: RunInput, target: Target, breathe: () => Promise<void>): Promise<Scored> {
  const failure = (error: KinshipError, remains: string | null): FailedComparison => ({ family: target.family.family, person: target.person, remains, code: error.code, details: error.details });
  const prepared = await prepareByMarker(input, target, breathe);
  if (prepared instanceof KinshipError) return { scores: [], compared: 0, failed: [failure(prepared, null)] };
  const failed: FailedComparison[] = [];
  const scores: { remains: RunProfile; lnLr: number; markersUsed: number }[] = [];
  const threshold = input.parameters.minLog10Lr * Math.LN10;
  // The matrix has the digits of scoreRemains; it refuses a whole row for one pair without a ratio, so then one by one.
  const row = orKinshipError(() => scoreMatrix([prepared], input.remains.map(({ genotypes }) => genotypes), input.remains.map(({ typing }) => typing)));
  input.remains.forEach((remains, column) => {
    if (!(row instanceof KinshipError) && (row[column] ?? Number.NaN) < threshold) return;
    const score = orKinshipError(() => scoreRemains(prepared, remains.genotypes, remains.typing));
    if (score instanceof KinshipError) failed.push(failure(score, remains.of));
    else if (score.lnLr === Infinity) failed.push(failure(new KinshipError('kinship.not_a_number'), remains.of));
    else scores.push({ remains, lnLr: score.lnLr, markersUsed: score.markersUsed });
  });
  return { scores, compared: input.remains.length - failed.length, failed };
}

/** `prepareFamily`, marker by marker: with theta one family may take seconds, and a run must stop within one. */
async function prepareByMarker(input: RunInput, target: Target, breathe: () => Promise<void>): Promise<PreparedPerson | KinshipError> {
  const base = orKinshipError(() => prepareTables(input, target, []));
  if (base instanceof KinshipError) return base;
  const tables: MarkerTable[] = [];
  for (const marker of input.markers) {
    await breathe();
    const one = orKinshipError(() => prepareTables(input, target, [marker]));
    if (one instanceof KinshipError) return one;
    tables.push(...one.tables);
  }
  return orKinshipError(() => linkFamily(input, target, { ...base, tables }).prepared);
}

function orKinshipError<T>(compute: () => T): T | KinshipError {
  try {
    return compute();
  } catch (error) {
    if (error instanceof KinshipError) return error;
    throw error;
  }
}

/** The family of one missing person made ready for scoring, exactly as the run scores it, and the markers left out for linkage. @throws KinshipError */
export function prepareFamily(input: RunInput, family: RunFamily, member: string): LinkedFamily {
  const target = { family, member };
  return linkFamily(input, target, prepareTables(input, target, input.markers));
}

function prepareTables(input: RunInput, { family, member }: Pick<Target, 'family' | 'member'>, markers: RunInput['markers']): PreparedPerson {
  const individuals = family.members.map(({ id, father, mother, sex, profile }) => ({ id, father, mother, sex, ...(profile === null ? {} : { profile }) }));
  const placed = new Set(family.members.map((one) => one.profile));
  return prepareMissingPerson({
    pedigree: { name: family.family, individuals },
    missing: member,
    ...referencesOf(input.references.filter((one) => placed.has(one.profile))),
    markers,
    theta: input.parameters.theta,
    policies: policiesOf(input.parameters),
  });
}

function symmetricPersons(family: RunFamily, member: string): string[] {
  const self = family.members.find((item) => item.id === member);
  return family.missing.flatMap((other) => {
    const sibling = family.members.find((item) => item.id === other.member);
    return other.member !== member && self !== undefined && sibling !== undefined && areInterchangeable(self, sibling) ? [other.person] : [];
  });
}

/** Full siblings whose sexes do not differ: the same relatives say the same of both. */
function areInterchangeable(a: RunMember, b: RunMember): boolean {
  const fullSiblings = a.father !== null && a.mother !== null && a.father === b.father && a.mother === b.mother;
  return fullSiblings && (a.sex === b.sex || a.sex === 'unknown' || b.sex === 'unknown');
}
