import { ProblemError } from '@imena/problem';

/** The code with which an action is refused; `nothing` where it is not. */
export function codeOf(action: () => unknown): string {
  try {
    action();
    return 'nothing';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}
