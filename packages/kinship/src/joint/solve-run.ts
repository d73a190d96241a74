import { KinshipError } from '../kinship-error.ts';
import { identifyJointly } from './identify-jointly.ts';
import type { JointInput, JointResult } from './types.ts';

/** A pair that a run lists: numbers of the remains and of the missing person, families in order. */
export interface RunCandidate {
  readonly remains: number;
  readonly missing: number;
  /** ln prior odds of the pairing against "neither is identified"; 0 when absent. */
  readonly lnPriorOdds?: number;
  /** ln LR of other evidence; 0 when absent. */
  readonly extraLnLr?: number;
}

export interface JointRunInput extends Omit<JointInput, 'allowed' | 'extraLnLr' | 'lnPriorOdds'> {
  /** Every pairing that may be, best first: where a family has too many ways to be filled the last of its pairs are left out, and named. */
  readonly pairs: readonly RunCandidate[];
}

/** Remains and missing persons who compete with each other, and with nobody else. */
export interface JointRunGroup {
  /** Numbers of the remains and missing persons; rows and columns of the result. A family comes with all its missing. */
  readonly remains: readonly number[];
  readonly missing: readonly number[];
  /** Pairs left out because their family could be filled in too many ways. */
  readonly leftOut: readonly RunCandidate[];
  /** Whether too many remains could be one person, so that each was taken as a person of their own. */
  readonly isApart: boolean;
  readonly outcome: { readonly kind: 'solved'; readonly result: JointResult } | { readonly kind: 'refused'; readonly code: string; readonly details: Readonly<Record<string, string | number>> };
}

/** Ways to fill one family that a run sums; of more, pairs are left out. */
const fillsOfFamily = 50_000;
/** What every group may take, however small its share of the run. */
const leastOperations = 2e7;

/**
 * A whole run at once: pairs that share remains or a family, and whatever hangs on those, are one group; groups are independent,
 * each is exact, certified or a labelled estimate by itself. Yields group by group, in the order of their first pair, so that the caller can
 * breathe and stop. `operations` is shared out among the groups by their pairs. What a group had to leave out, or why it could not be solved, it says; none ends the run.
 * Remains without a pair are in no group: they are nobody on the list.
 */
export function* solveRun(input: JointRunInput): Generator<JointRunGroup, void> {
  const groups = groupPairs(input);
  for (const pairs of groups) yield solveGroup(input, { pairs, operations: Math.max(leastOperations, ((input.operations ?? 4e9) * pairs.length) / input.pairs.length) });
}

/** How many groups `solveRun` will yield, with the pairs of each. Cost: about linear in the pairs. */
export function groupPairs({ families, pairs }: Pick<JointRunInput, 'families' | 'pairs'>): (readonly RunCandidate[])[] {
  const familyOf = families.flatMap((family, f) => family.missing.map(() => f));
  // Nodes: families first, remains after them.
  const parent: number[] = [];
  const rootOf = (node: number): number => {
    let root = node;
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root;
    for (let at = node; at !== root;) {
      const up = parent[at] ?? root;
      parent[at] = root;
      at = up;
    }
    return root;
  };
  const family = (pair: RunCandidate): number => {
    const f = familyOf[pair.missing];
    if (f === undefined) throw new KinshipError('kinship.missing.not_in_pedigree', { missing: pair.missing });
    return f;
  };
  for (const pair of pairs) parent[rootOf(families.length + pair.remains)] = rootOf(family(pair));
  const groups = new Map<number, RunCandidate[]>();
  for (const pair of pairs) {
    const root = rootOf(family(pair));
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [pair]);
    else group.push(pair);
  }
  return [...groups.values()];
}

function solveGroup(input: JointRunInput, how: { pairs: readonly RunCandidate[]; operations: number }): JointRunGroup {
  const { joint, ...group } = inputOfGroup(input, how);
  const solved = attempt(joint);
  const isApart = solved.kind === 'refused' && solved.code === 'kinship.joint.too_many_groups';
  return { ...group, isApart, outcome: isApart ? attempt({ ...joint, sameIndividual: undefined }) : solved };
}

/**
 * The problem of one group of `groupPairs` as `identifyJointly` (or `prepareJoint` and `explainJoint`) takes it, with the numbers of its rows and columns.
 * @param how `operations`: what the sum may take; as `identifyJointly` when absent
 */
export function inputOfGroup(input: JointRunInput, how: { readonly pairs: readonly RunCandidate[]; readonly operations?: number }): Pick<JointRunGroup, 'remains' | 'missing' | 'leftOut'> & { readonly joint: JointInput } {
  const starts: number[] = [];
  let count = 0;
  for (const family of input.families) {
    starts.push(count);
    count += family.missing.length;
  }
  const wanted = new Set(how.pairs.map((p) => p.missing));
  const families = input.families.flatMap((family, f) => (family.missing.some((_, i) => wanted.has((starts[f] ?? 0) + i)) ? [{ family, columns: family.missing.map((_, i) => (starts[f] ?? 0) + i) }] : []));
  const { kept, leftOut } = thinOut(families.map((f) => f.columns), how.pairs);
  const missing = families.flatMap((f) => f.columns);
  const remains = [...new Set(how.pairs.map((p) => p.remains))].sort((a, b) => a - b);
  const row = new Map(remains.map((r, i) => [r, i]));
  const column = new Map(missing.map((m, i) => [m, i]));
  const allowed = remains.map(() => new Array<boolean>(missing.length).fill(false));
  const lnPriorOdds = new Float64Array(remains.length * missing.length);
  const extraLnLr = new Float64Array(remains.length * missing.length);
  for (const pair of kept) {
    const r = row.get(pair.remains) ?? -1;
    const m = column.get(pair.missing) ?? -1;
    const line = allowed[r];
    if (line !== undefined) line[m] = true;
    lnPriorOdds[r * missing.length + m] = pair.lnPriorOdds ?? 0;
    extraLnLr[r * missing.length + m] = pair.extraLnLr ?? 0;
  }
  const { pairs: _, operations, ...settings } = input;
  const own = how.operations ?? operations;
  const joint: JointInput = {
    ...settings,
    families: families.map((f) => f.family),
    remains: remains.flatMap((r) => input.remains[r] ?? []),
    allowed, lnPriorOdds, extraLnLr, ...(own !== undefined && { operations: own }),
  };
  return { remains, missing, leftOut, joint };
}

function attempt(input: Omit<JointInput, 'sameIndividual'> & { readonly sameIndividual?: JointInput['sameIndividual'] | undefined }): JointRunGroup['outcome'] {
  const { sameIndividual, ...rest } = input;
  try {
    return { kind: 'solved', result: identifyJointly({ ...rest, ...(sameIndividual && { sameIndividual }) }) };
  } catch (error) {
    if (!(error instanceof KinshipError)) throw error;
    return { kind: 'refused', code: error.code, details: error.details };
  }
}

/** Leaves out the last pairs of each family that could be filled in more ways than are summed. */
function thinOut(families: readonly (readonly number[])[], pairs: readonly RunCandidate[]): { kept: readonly RunCandidate[]; leftOut: readonly RunCandidate[] } {
  const leftOut = new Set<RunCandidate>();
  for (const columns of families) {
    const own = pairs.filter((p) => columns.includes(p.missing));
    const counts = new Map(columns.map((m) => [m, own.filter((p) => p.missing === m).length]));
    const ways = (): number => [...counts.values()].reduce((n, c) => n * (c + 1), 1);
    for (let last = own.pop(); last !== undefined && ways() > fillsOfFamily; last = own.pop()) {
      leftOut.add(last);
      counts.set(last.missing, (counts.get(last.missing) ?? 0) - 1);
    }
  }
  return { kept: pairs.filter((p) => !leftOut.has(p)), leftOut: pairs.filter((p) => leftOut.has(p)) };
}
