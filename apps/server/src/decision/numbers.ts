import { makeProblem, type Problem } from '@imena/problem';
import type { DecisionCase } from './gather-case.ts';

/** The numbers of a proposal as decimal text, so that the signed bytes hold exactly what was computed. */
export interface ProposalNumbers {
  readonly lnLr?: string;
  readonly prior?: string;
  readonly dnaPosterior?: string;
}

/** The numbers that a proposal on this case must state; null where its run compared nothing. */
export function computedNumbers({ best }: DecisionCase): Required<ProposalNumbers> | null {
  if (best === null) return null;
  return { lnLr: String(best.score.lnLr), prior: String(best.prior), dnaPosterior: String(best.posterior) };
}

/** Numbers of a proposal that are not those of its run, digit for digit. */
export function numberProblems(given: DecisionCase, stated: ProposalNumbers, ground: string): Problem[] {
  const names = ['lnLr', 'prior', 'dnaPosterior'] as const;
  const isStated = names.some((name) => stated[name] !== undefined);
  const computed = computedNumbers(given);
  if (ground !== 'dna' && !isStated) return [];
  // That there is no run, or that it compared nothing of this, is said by the obstacles of the case.
  if (computed === null) return isStated && given.key.run === null ? [makeProblem('decision.numbers_without_run')] : [];
  return names
    .filter((name) => Number(stated[name]) !== Number(computed[name]))
    .map((name) => makeProblem('decision.numbers_differ', { field: name, given: stated[name] ?? '—', computed: computed[name] }));
}
