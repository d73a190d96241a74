import type { KinshipCase } from '@imena/kinship';
import { caseToFam, writeFam } from '@imena/exchange';
import { exportPair, type PairExplanation, type RunInput } from '@imena/matching';
import { refuse } from '@imena/problem';
import { agreedValue, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { codeOf } from '../register/read-fields.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { explainOnce } from './explain-once.ts';
import { inWords } from './kinship-words.ts';
import type { RunInputs } from './run-files.ts';

export interface CandidateKey {
  readonly run: string;
  readonly remains: string;
  readonly person: string;
  readonly family?: string | undefined;
}

export interface ComputedCandidate {
  readonly run: Subject;
  readonly input: RunInput;
  readonly explanation: PairExplanation;
}

/**
 * Recomputes a pair from the stored input of its run.
 * @throws Problem `server.not_found` where the account may not read the run, `matching.pair_unknown`, `kinship.*`
 */
export async function computeCandidate(tx: Database, inputs: RunInputs, key: CandidateKey): Promise<ComputedCandidate> {
  const { run, input } = await readRun(tx, inputs, key.run);
  const explanation = explainOnce(input, pairOf(key));
  return explanation === null ? refuse('matching.pair_unknown') : { run, input, explanation };
}

/** The pair as a `kinship-case/1` file. @throws as `computeCandidate` */
export async function exportCandidate(tx: Database, inputs: RunInputs, key: CandidateKey): Promise<{ readonly case: KinshipCase; readonly name: string }> {
  const { run, input } = await readRun(tx, inputs, key.run);
  const id = `${codeOf(run)}-${key.remains.slice(0, 8)}-${key.person.slice(0, 8)}`;
  const exported = inWords(() => exportPair(input, pairOf(key), id));
  return exported === null ? refuse('matching.pair_unknown') : { case: exported, name: `${id}.json` };
}

/** The pair as a Familias file with a DVI part. @throws as `exportCandidate`, Problem `exchange.write_*` where the format has no place for what the case holds */
export function famOfCandidate({ case: given, name }: Awaited<ReturnType<typeof exportCandidate>>): { readonly text: string; readonly name: string } {
  return { text: writeFam(caseToFam(given)), name: name.replace(/\.json$/, '.fam') };
}

/** A run that this account may read, with its input. @throws Problem `server.not_found`, `matching.file_missing`, `matching.file_damaged` */
export async function readRun(tx: Database, inputs: RunInputs, id: string): Promise<{ readonly run: Subject; readonly input: RunInput }> {
  const run = await findFolded(tx, id);
  const inputsHash = run?.kind === 'run' ? agreedValue(run, 'inputsHash') : undefined;
  if (run === null || typeof inputsHash !== 'string') return refuse('server.not_found');
  return { run, input: await inputs.read(inputsHash) };
}

/** Profiles of these remains and of this family that took no part in the run, with the reason. */
export function droppedProfiles(input: RunInput, profiles: ReadonlySet<string>): RunInput['dropped'] {
  return input.dropped.filter((item) => profiles.has(item.profile));
}

function pairOf({ remains, person, family }: CandidateKey): { remains: string; person: string; family?: string } {
  return { remains, person, ...(family === undefined ? {} : { family }) };
}
