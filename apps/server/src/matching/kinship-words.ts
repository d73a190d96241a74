import { KinshipError } from '@imena/kinship';
import { makeProblem, ProblemError } from '@imena/problem';

/** Refusals of the kinship package as Problems. */
export function inWords<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof KinshipError) throw new ProblemError(makeProblem(error.code, error.details));
    throw error;
  }
}
