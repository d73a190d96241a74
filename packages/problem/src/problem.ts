/** A value that survives JSON unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Where in somebody's input the trouble lies; every part is optional because not every input has it. */
export interface ProblemPlace {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly field?: string;
}

/**
 * Expected trouble: a stable code with typed details. The words are made last, in the reader's language,
 * by `describeProblem`.
 */
export interface Problem {
  readonly code: string;
  readonly details: Readonly<Record<string, Json>>;
  readonly place?: ProblemPlace;
}

/** Carries a Problem through code that throws. Bugs throw plain errors instead. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code} ${JSON.stringify(problem.details)}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Makes a Problem; `place` is left out when nothing is known of it. */
export function makeProblem(code: string, details: Problem['details'] = {}, place?: ProblemPlace): Problem {
  return place === undefined ? { code, details } : { code, details, place };
}

/** Throws the Problem named by `code`. */
export function refuse(code: string, details: Problem['details'] = {}, place?: ProblemPlace): never {
  throw new ProblemError(makeProblem(code, details, place));
}
