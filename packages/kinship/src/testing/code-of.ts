import { KinshipError } from '../kinship-error.ts';

/** The code with which an action is refused; `nothing` where it is not. */
export function codeOf(action: () => unknown): string {
  try {
    action();
    return 'nothing';
  } catch (error) {
    if (error instanceof KinshipError) return error.code;
    throw error;
  }
}
