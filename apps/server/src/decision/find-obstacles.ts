import type { Contradiction } from '@imena/matching';
import type { Problem } from '@imena/problem';
import { agreedValue, decisionObstacles, decisionState, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { plainText } from '../register/read-fields.ts';
import type { RunInputs } from '../matching/run-files.ts';
import { caseObstacles, unlistedContradictions } from './case-obstacles.ts';
import { caseKeyOf, gatherCase, type DecisionCase } from './gather-case.ts';
import { numberProblems } from './numbers.ts';

export interface Obstacles {
  readonly problems: readonly Problem[];
  readonly case: DecisionCase;
}

/** Everything that stands against establishing an identification now, of itself and of the rest of the register. */
export async function findObstacles(tx: Database, inputs: RunInputs, identification: Subject): Promise<Obstacles> {
  const found = await gatherCase(tx, inputs, caseKeyOf(identification));
  const own = decisionObstacles(identification, found.context);
  // Once established, what was weighed is weighed; only a revocation changes it.
  const { stage } = decisionState(identification);
  if (stage === 'revoked' || stage === 'established' || stage === 'certified') return { problems: stage === 'revoked' ? own : [], case: found };
  const ground = plainText(agreedValue(identification, 'ground'));
  const listed = (agreedValue(identification, 'contradictions') ?? []) as unknown as readonly Contradiction[];
  return {
    problems: [...own, ...(await caseObstacles(tx, found, { id: identification.id, ground })), ...unlistedContradictions(found, listed), ...numberProblems(found, numbersOf(identification), ground)],
    case: found,
  };
}

function numbersOf(identification: Subject): { lnLr?: string; prior?: string; dnaPosterior?: string } {
  const field = (name: string): string | undefined => {
    const value = agreedValue(identification, name);
    return typeof value === 'string' ? value : undefined;
  };
  const [lnLr, prior, dnaPosterior] = [field('lnLr'), field('prior'), field('dnaPosterior')];
  return { ...(lnLr === undefined ? {} : { lnLr }), ...(prior === undefined ? {} : { prior }), ...(dnaPosterior === undefined ? {} : { dnaPosterior }) };
}
