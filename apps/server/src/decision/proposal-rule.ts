import type { Contradiction } from '@imena/matching';
import { makeProblem, type Problem } from '@imena/problem';
import type { Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import type { PreparedEntry } from '../ledger/prepared-entry.ts';
import type { RunInputs } from '../matching/run-files.ts';
import { unlistedContradictions } from './case-obstacles.ts';
import { gatherCase, type CaseKey, type DecisionCase } from './gather-case.ts';
import { numberProblems } from './numbers.ts';

/**
 * Why a proposal cannot be taken as it is: it names what is not there, states other numbers than its run, or leaves out
 * a contradiction. What can be mended later (a sibling's fate, a threshold) is no reason to refuse it.
 */
export async function proposalProblem(
  tx: Database, { entry, identification }: { readonly entry: PreparedEntry; readonly identification: Subject },
  { inputs, installation }: { readonly inputs: RunInputs; readonly installation: () => string },
): Promise<Problem | null> {
  const { body } = entry;
  const text = (field: string): string | null => (typeof body[field] === 'string' ? body[field] : null);
  const key: CaseKey = { remains: body['remains'] as readonly string[], person: text('person') ?? '', family: text('family'), run: text('run') };
  const ground = text('ground') ?? '';
  const found = await gatherCase(tx, inputs, key);
  const stated = Object.fromEntries(['lnLr', 'prior', 'dnaPosterior'].flatMap((name) => (text(name) === null ? [] : [[name, text(name)]]))) as Readonly<Record<string, string>>;
  return (
    unknownSubject(found) ?? foreignScope(found, identification.scope, installation()) ?? (ground === 'dna' ? runProblem(found) : null) ??
    numberProblems(found, stated, ground)[0] ?? unlistedContradictions(found, body['contradictions'] as readonly Contradiction[])[0] ?? null
  );
}

function unknownSubject({ key, person, remains }: DecisionCase): Problem | null {
  if (person === null) return makeProblem('decision.person_unknown', { person: key.person });
  const unknown = key.remains.find((id) => !remains.some((item) => item.remains.id === id));
  if (unknown !== undefined) return makeProblem('decision.remains_unknown', { remains: unknown });
  return new Set(key.remains).size < key.remains.length ? makeProblem('decision.remains_twice') : null;
}

function foreignScope({ person, remains }: DecisionCase, scope: string, installation: string): Problem | null {
  const scopes = [installation, person?.scope, ...remains.map((item) => item.remains.scope)];
  return scopes.includes(scope) ? null : makeProblem('decision.foreign_scope');
}

function runProblem({ key, input, best }: DecisionCase): Problem | null {
  if (key.run === null) return makeProblem('decision.run_missing');
  if (input === null) return makeProblem('decision.run_unknown');
  if (best === null) return makeProblem('decision.pair_not_compared');
  return best.confirmation.kind === 'differs' ? makeProblem('decision.solvers_differ', { lnLr: String(best.score.lnLr), second: String(best.confirmation.lnLr) }) : null;
}
