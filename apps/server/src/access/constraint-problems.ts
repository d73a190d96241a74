import { makeProblem, ProblemError } from '@imena/problem';

const problemOfConstraint: Readonly<Record<string, string>> = {
  accounts_login_key: 'access.login_taken',
  accounts_login_lower: 'access.login_invalid',
  devices_pkey: 'access.device_taken',
  signing_keys_public_key_key: 'access.key_taken',
  signing_keys_credential_id_key: 'access.key_taken',
  signing_keys_live_label: 'access.key_label_taken',
  recoveries_two_people: 'access.second_person_needed',
};

/** Runs work on the database and puts what its constraints and policies refuse into words; other errors pass through. */
export async function withConstraintProblems<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = problemCode(error);
    if (code === null) throw error;
    throw new ProblemError(makeProblem(code));
  }
}

function problemCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
  const byConstraint = problemOfConstraint[constraint];
  if (byConstraint !== undefined) return byConstraint;
  // insufficient_privilege with these words is a policy's refusal; a missing grant is a bug and stays one.
  const isPolicy = 'code' in error && error.code === '42501' && error.message.includes('row-level security');
  return isPolicy ? 'access.scope_not_covered' : null;
}
