import { makeProblem, ProblemError, refuse, type Problem, type ProblemPlace } from '@imena/problem';

/**
 * Trouble with one place of a file. `error`: that row or cell is not among the results. `warning`: it is, and somebody
 * should look at it.
 */
export interface Issue extends Problem {
  readonly place: ProblemPlace;
  readonly severity: 'error' | 'warning';
}

/** An error at a place of a file. */
export function errorAt(place: ProblemPlace, code: string, details: Problem['details'] = {}): Issue {
  return { code, details, place, severity: 'error' };
}

/** A warning at a place of a file. */
export function warningAt(place: ProblemPlace, code: string, details: Problem['details'] = {}): Issue {
  return { code, details, place, severity: 'warning' };
}

/** Beyond this nobody reads on, and hostile files would fill the memory. */
const issueLimit = 20_000;

/** Refuses a file with too much trouble (`exchange.too_many_issues`): it is probably of another kind. */
export function checkIssueCount(issues: readonly Issue[]): void {
  if (issues.length > issueLimit) refuse('exchange.too_many_issues', { limit: issueLimit });
}

export type Attempt<T> = { readonly value: T } | { readonly problem: Problem };

/** Runs a parser that refuses by throwing and gives its Problem back as a value; bugs go on being thrown. */
export function attempt<T>(action: () => T): Attempt<T> {
  try {
    return { value: action() };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem };
    throw error;
  }
}

/** A failed attempt. */
export function failed(code: string, details: Problem['details'] = {}): { readonly problem: Problem } {
  return { problem: makeProblem(code, details) };
}

/** Shows what cannot be seen: control, direction and zero-width signs become `U+202E`; long texts are cut. */
export function visible(text: string): string {
  const shown = text.replace(/[\p{C}\u2028\u2029]/gu, (sign) => `U+${hex(sign.codePointAt(0) ?? 0)}`);
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
}

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, '0');
}
