import { makeProblem, ProblemError, type Problem } from '@imena/problem';
import { nameConstraint, problemOfConstraint } from '../database/constraint-problems.ts';

nameConstraint('accounts_login_key', 'access.login_taken');
nameConstraint('accounts_login_lower', 'access.login_invalid');
nameConstraint('devices_pkey', 'access.device_taken');
nameConstraint('signing_keys_public_key_key', 'access.key_taken');
nameConstraint('signing_keys_credential_id_key', 'access.key_taken');
nameConstraint('signing_keys_live_label', 'access.key_label_taken');
nameConstraint('recoveries_two_people', 'access.second_person_needed');

/** Runs work on the database and puts what its constraints and policies refuse into words; other errors pass through. */
export async function withConstraintProblems<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const problem = problemOfConstraint(error) ?? problemOfPolicy(error);
    if (problem === null) throw error;
    throw new ProblemError(problem);
  }
}

// insufficient_privilege with these words is a policy's refusal; a missing grant is a bug and stays one.
function problemOfPolicy(error: unknown): Problem | null {
  const isPolicy = error instanceof Error && 'code' in error && error.code === '42501' && error.message.includes('row-level security');
  return isPolicy ? makeProblem('access.scope_not_covered') : null;
}
