import { makeProblem, type Problem } from '@imena/problem';

const problems = new Map<string, string>();

/** Says which Problem a constraint of the database stands for; called once by the part that owns the table. */
export function nameConstraint(constraint: string, code: string): void {
  problems.set(constraint, code);
}

/** The Problem of a violated constraint; null when the error is something else, or a constraint nobody named: a bug. */
export function problemOfConstraint(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('constraint' in error) || typeof error.constraint !== 'string') return null;
  const code = problems.get(error.constraint);
  return code === undefined ? null : makeProblem(code, { constraint: error.constraint });
}
