import type { Problem } from '@imena/problem';

/** A rule has refused an entry: everything its transaction wrote is undone, and the sender is told why. */
export class RuleRefusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'RuleRefusal';
    this.problem = problem;
  }
}

export function refuseBecauseOfRule(problem: Problem | null): void {
  if (problem !== null) throw new RuleRefusal(problem);
}
