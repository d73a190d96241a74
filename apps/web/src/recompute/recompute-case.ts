import { answerCase, KinshipError, readCase, secondLnLikelihood, type CaseNumber, type KinshipCase } from '@imena/kinship';
import { makeProblem, ProblemError, refuse, type Problem } from '@imena/problem';
import { describeMarkers, type MarkerFacts } from './marker-facts.ts';
import { readJointAnswer, type JointTable } from './joint-table.ts';

/** One number by both algorithms; natural logarithm. NaN where both hypotheses are impossible. */
export interface TwiceComputed {
  readonly first: number;
  /** null where the second algorithm refuses the case. */
  readonly second: number | null;
}

/** A marker, or linked markers together. */
export interface PartRatio extends TwiceComputed {
  readonly name: string;
}

export interface HypothesisRatio {
  readonly hypothesis: string;
  readonly against: string;
  readonly total: TwiceComputed;
  readonly parts: readonly PartRatio[];
}

/** A case of hypotheses about one set of people, computed twice, with what each number rests on. */
export interface RecomputedPedigrees {
  readonly kind: 'pedigrees';
  readonly id: string;
  readonly title: string | null;
  readonly theta: number;
  readonly hypotheses: readonly ({ readonly name: string; readonly people: number } & TwiceComputed)[];
  readonly ratios: readonly HypothesisRatio[];
  readonly markers: readonly MarkerFacts[];
  /** Why the second algorithm gave nothing. */
  readonly secondRefused: Problem | null;
  /** Probability that a stranger is excluded; null where the case does not ask. */
  readonly exclusionPower: number | null;
}

/** Several remains against several families, solved together; the second algorithm has no part in it. */
export interface RecomputedJoint extends JointTable {
  readonly kind: 'joint';
  readonly id: string;
  readonly title: string | null;
  readonly theta: number;
  readonly markers: readonly MarkerFacts[];
}

export type Recomputed = RecomputedPedigrees | RecomputedJoint;

/**
 * Computes a `kinship-case/1` object anew by both algorithms of the kinship package; pure, so it runs where nobody else listens.
 * @throws Problem `kinship.*`, `web.case_kind` for a case of another kind
 */
export function recomputeCase(json: unknown): Recomputed {
  const answer = answerCase(json);
  if ('refused' in answer) throw new ProblemError(makeProblem(answer.refused.code, answer.refused.details));
  if ('posteriorPairing' in answer.expected) return { kind: 'joint', ...headOf(json), ...readJointAnswer(answer.expected), markers: describeMarkers(json) };
  if ('matrix' in answer.expected) return refuse('web.case_kind', { id: answer.id });
  return pedigreesOf(readCase(json), answer.expected, headOf(json));
}

type Head = Pick<RecomputedPedigrees, 'id' | 'title' | 'theta'>;

function headOf(json: unknown): Head {
  const { id, title, theta } = json as { readonly id: string; readonly title?: unknown; readonly theta?: unknown };
  return { id, title: typeof title === 'string' ? title : null, theta: typeof theta === 'number' ? theta : 0 };
}

function pedigreesOf(given: KinshipCase, expected: Readonly<Record<string, unknown>>, head: Head): RecomputedPedigrees {
  const first = new Map(given.pedigrees.map(({ name }) => [name, readLikelihoods(expected[name], given)]));
  const { second, refused } = computeAgain(given);
  const totalOf = (name: string): TwiceComputed => ({ first: first.get(name)?.total ?? NaN, second: second?.get(name)?.total ?? null });
  const { reference } = given;
  const power = expected['exclusionPower'];
  return {
    kind: 'pedigrees', ...head, markers: describeMarkers(given), secondRefused: refused,
    hypotheses: given.pedigrees.map(({ name, individuals }) => ({ name, people: individuals.length, ...totalOf(name) })),
    ratios: reference === undefined ? [] : given.pedigrees.filter(({ name }) => name !== reference).map(({ name }) => ratioOf(name, reference, { first, second })),
    exclusionPower: typeof power === 'object' && power !== null && 'total' in power && typeof power.total === 'number' ? power.total : null,
  };
}

interface Likelihoods {
  readonly parts: ReadonlyMap<string, number>;
  readonly total: number;
}

interface Both {
  readonly first: ReadonlyMap<string, Likelihoods>;
  readonly second: ReadonlyMap<string, Likelihoods> | null;
}

function ratioOf(hypothesis: string, against: string, { first, second }: Both): HypothesisRatio {
  const names = [...(first.get(hypothesis)?.parts.keys() ?? [])];
  const part = (of: Both['first'], name: string): number => (of.get(hypothesis)?.parts.get(name) ?? NaN) - (of.get(against)?.parts.get(name) ?? NaN);
  const parts = names.map((name): PartRatio => ({ name, first: part(first, name), second: second === null ? null : part(second, name) }));
  // Summed in the order of the markers, as the run sums them: another order would change the last digit.
  const sum = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0);
  return { hypothesis, against, parts, total: { first: sum(parts.map((one) => one.first)), second: second === null ? null : sum(parts.map((one) => one.second ?? NaN)) } };
}

function computeAgain(given: KinshipCase): { readonly second: ReadonlyMap<string, Likelihoods> | null; readonly refused: Problem | null } {
  const { profiles, markers, theta, typing, linkageGroups } = given;
  try {
    const second = new Map(given.pedigrees.map((pedigree): [string, Likelihoods] => {
      const { groups, total } = secondLnLikelihood({ pedigree, profiles, markers, theta, ...(typing && { typing }), ...(linkageGroups && { linkage: linkageGroups }) });
      const alone = groups.flatMap(({ markers: [name, ...more], lnLik }) => (name === undefined || more.length > 0 ? [] : [[name, lnLik] as const]));
      const together = groups.filter((group) => group.markers.length > 1).reduce((sum, group) => sum + group.lnLik, 0);
      return [pedigree.name, { parts: withLinked(alone, linkageGroups === undefined ? null : together, given), total }];
    }));
    return { second, refused: null };
  } catch (error) {
    if (!(error instanceof KinshipError)) throw error;
    return { second: null, refused: makeProblem(error.code, error.details) };
  }
}

/** The likelihoods of one hypothesis as `answerCase` writes them: markers by themselves, and all linked markers in one number. */
function readLikelihoods(written: unknown, given: KinshipCase): Likelihoods {
  const { lnLik, lnLikJoint, lnLikTotal } = written as { readonly lnLik: Readonly<Record<string, CaseNumber>>; readonly lnLikJoint?: CaseNumber; readonly lnLikTotal: CaseNumber };
  const alone = Object.entries(lnLik).map(([name, value]) => [name, Number(value)] as const);
  return { parts: withLinked(alone, lnLikJoint === undefined ? null : Number(lnLikJoint), given), total: Number(lnLikTotal) };
}

function withLinked(alone: readonly (readonly [string, number])[], together: number | null, { linkageGroups = [] }: KinshipCase): ReadonlyMap<string, number> {
  const name = linkageGroups.map((group) => group.markers.join(' + ')).join(', ');
  return new Map([...alone, ...(together === null ? [] : [[name, together] as const])]);
}
