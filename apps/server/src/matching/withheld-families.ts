import { hasWithdrawnConsent } from '@imena/matching';
import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import type { CandidateDescription } from './describe-candidate.ts';
import { readRun, type ComputedCandidate } from './read-candidate.ts';
import type { RunInputs } from './run-files.ts';
import { findProfilesEverWithdrawn } from './withdrawn-consents.queries.ts';

/** Where consents are looked up: past the wall of single accounts, and in the inputs of runs. */
export interface ConsentSources {
  readonly worker: Database;
  readonly inputs: RunInputs;
}

/**
 * The families of a run whose pairs are not shown any more: one of the profiles they rest on is of a relative who has
 * withdrawn the consent to identification since. What a signed decision rests on is read with the decision.
 * @throws Problem as `readRun`
 */
export async function withheldFamilies(tx: Database, { worker, inputs }: ConsentSources, run: string): Promise<ReadonlySet<string>> {
  const profiles = new Set((await findProfilesEverWithdrawn(worker)).filter(({ relative }) => hasWithdrawnConsent(relative)).map(({ profile }) => profile));
  if (profiles.size === 0) return new Set();
  const { input } = await readRun(tx, inputs, run);
  const resting = input.families.filter((family) => family.members.some((member) => member.profile !== null && profiles.has(member.profile)));
  return new Set(resting.map((family) => family.family));
}

/** @throws Problem `matching.consent_withdrawn` when a pair is of a family that is withheld */
export function refuseWithheld({ explanation }: Pick<ComputedCandidate, 'explanation'>, withheld: ReadonlySet<string>): void {
  refuseWithheldFamily(explanation.family, withheld);
}

/** @throws Problem `matching.consent_withdrawn` */
export function refuseWithheldFamily(family: string, withheld: ReadonlySet<string>): void {
  if (withheld.has(family)) refuse('matching.consent_withdrawn');
}

/** The description of a pair without those of its rivals that are withheld. */
export function withoutWithheldRivals(description: CandidateDescription, withheld: ReadonlySet<string>): CandidateDescription {
  const shown = <Row extends { readonly family: string }>(rows: readonly Row[]): Row[] => rows.filter((row) => !withheld.has(row.family));
  const { sameRemains, samePerson } = description.competing;
  return { ...description, competing: { sameRemains: shown(sameRemains), samePerson: shown(samePerson) } };
}
