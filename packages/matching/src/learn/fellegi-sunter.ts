import { refuse } from '@imena/problem';

/** How one field of a pair compares: 0 = not given on both sides (neutral), 1.. = levels of agreement of that field. */
export type Pattern = readonly number[];

export interface PatternCount {
  readonly pattern: Pattern;
  readonly count: number;
}

/** Shares of levels among pairs of one person (m) and of two (u); index level - 1, each sums to 1. */
export interface FieldLevels {
  readonly m: readonly number[];
  readonly u: readonly number[];
}

export interface FellegiSunter {
  readonly fields: readonly FieldLevels[];
  /** Share of the compared pairs that are about one person. */
  readonly matches: number;
  readonly rounds: number;
  readonly isSettled: boolean;
}

export interface LearnFellegiSunter {
  /** Pairs that were compared, by pattern. */
  readonly compared: readonly PatternCount[];
  /** Pairs drawn at random, nearly all of two persons: u is counted on them and then stays. Absent: u is learned too. */
  readonly random?: readonly PatternCount[];
  /** Documented starting shares of m, and how many imagined pairs they count for. */
  readonly start: readonly { readonly m: readonly number[]; readonly weight: number }[];
  /** Share of matches to begin with, 0..1. */
  readonly matches: number;
}

/** Fewer expected matches than this teach nothing. */
export const leastMatches = 30;
const mostRounds = 200;

/**
 * Learns m and u probabilities and the share of matches without labels, by expectation-maximisation over patterns of
 * agreement, fields independent given match or not; Dirichlet priors keep each m near its documented start.
 * Source: Fellegi and Sunter 1969; Winkler 1988, 2000. Cost: rounds × distinct patterns × fields.
 * LIMIT: dependent fields make it too sure: compare dependent things as one field.
 * @throws Problem `matching.too_little_to_learn` when fewer than `leastMatches` matches are expected at the end
 */
export function learnFellegiSunter({ compared, random, start, matches }: LearnFellegiSunter): FellegiSunter {
  const total = compared.reduce((sum, { count }) => sum + count, 0);
  let fields: FieldLevels[] = start.map(({ m }, f) => ({ m, u: levelShares(random ?? compared, f, m.length, random === undefined ? 5 : 0.5) }));
  let share = matches;
  let rounds = 0;
  let isSettled = false;
  while (rounds < mostRounds && !isSettled) {
    rounds++;
    const posteriors = compared.map(({ pattern }) => matchProbability({ fields, matches: share }, pattern));
    const expected = compared.reduce((sum, { count }, i) => sum + count * (posteriors[i] ?? 0), 0);
    const next = expected / Math.max(1, total);
    const learned = start.map(({ m, weight }, f): FieldLevels => ({
      m: weighted(compared, posteriors, { field: f, prior: m.map((p) => p * weight) }),
      u: random === undefined ? weighted(compared, posteriors.map((p) => 1 - p), { field: f, prior: m.map(() => 0.5) }) : (fields[f]?.u ?? []),
    }));
    isSettled = Math.abs(next - share) <= 1e-9 + 1e-6 * share && learned.every(({ m }, f) => m.every((p, l) => Math.abs(p - (fields[f]?.m[l] ?? 0)) < 1e-6));
    fields = learned;
    share = next;
  }
  const expected = share * total;
  if (expected < leastMatches) refuse('matching.too_little_to_learn', { found: Math.floor(expected), needed: leastMatches });
  return { fields, matches: share, rounds, isSettled };
}

/** log10 LR of a pattern: Σ log10(m/u) over the fields that are given; finite, because priors leave no share at 0. */
export function patternWeight(fields: readonly FieldLevels[], pattern: Pattern): number {
  return fields.reduce((sum, { m, u }, f) => {
    const level = pattern[f] ?? 0;
    return level === 0 ? sum : sum + Math.log10((m[level - 1] ?? 1) / (u[level - 1] ?? 1));
  }, 0);
}

/** P(one person | pattern) with the learned share of matches as prior. */
export function matchProbability({ fields, matches }: Pick<FellegiSunter, 'fields' | 'matches'>, pattern: Pattern): number {
  const odds = (matches / (1 - matches)) * 10 ** Math.min(300, patternWeight(fields, pattern));
  return odds / (1 + odds);
}

function levelShares(counts: readonly PatternCount[], field: number, levels: number, each: number): number[] {
  return weighted(counts, counts.map(() => 1), { field, prior: new Array<number>(levels).fill(each) });
}

function weighted(counts: readonly PatternCount[], weights: readonly number[], { field, prior }: { readonly field: number; readonly prior: readonly number[] }): number[] {
  const sums = [...prior];
  counts.forEach(({ pattern, count }, i) => {
    const level = pattern[field] ?? 0;
    if (level > 0) sums[level - 1] = (sums[level - 1] ?? 0) + count * (weights[i] ?? 0);
  });
  const total = sums.reduce((sum, value) => sum + value, 0);
  return sums.map((value) => value / total);
}
