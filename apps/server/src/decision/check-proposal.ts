import { interchangeableMembers } from '@imena/record';
import { makeProblem, type Problem } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import type { RunInputs } from '../matching/run-files.ts';
import { caseContradictions, caseObstacles } from './case-obstacles.ts';
import { gatherCase, type CaseKey } from './gather-case.ts';
import { computedNumbers } from './numbers.ts';

export interface ProposalToCheck {
  readonly key: CaseKey;
  readonly ground: string;
  /** Which identification this is or would be. */
  readonly identification: string;
}

/** What a proposal would have to say and what would stand against it, as the account may see it; changes nothing. */
export async function checkProposal(tx: Database, inputs: RunInputs, { key, ground, identification }: ProposalToCheck) {
  const found = await gatherCase(tx, inputs, key);
  const { best, context, remains, family } = found;
  const numbers = computedNumbers(found);
  const siblings = context.member === null ? [] : interchangeableMembers(context.pedigree, context.member);
  const exposed = remains.filter((item) => isExposed(item.remains.lists['examinations'] ?? []));
  const isBelow = ground === 'dna' && best !== null && best.posterior < context.dnaThreshold;
  const obstacles: Problem[] = [
    ...(await caseObstacles(tx, found, { id: identification, ground })),
    ...(ground === 'dna' && best?.confirmation.kind === 'differs' ? [makeProblem('decision.solvers_differ', { lnLr: String(best.score.lnLr), second: String(best.confirmation.lnLr) })] : []),
    ...(isBelow ? [makeProblem('decision.dna_below_threshold', { posterior: String(best.posterior), threshold: String(context.dnaThreshold) })] : []),
  ];
  return {
    family: family?.id ?? null, member: context.member,
    numbers, threshold: context.dnaThreshold, meetsThreshold: best !== null && best.posterior >= context.dnaThreshold,
    pairs: remains.map(({ remains: subject, code, dna }) => ({
      remains: subject.id, code, lnLr: dna === null ? null : String(dna.score.lnLr), dnaPosterior: dna === null ? null : String(dna.posterior), markersUsed: dna?.score.markersUsed ?? null,
    })),
    alternatives: (best?.alternatives ?? []).map((item) => ({ ...item, lnLrAgainst: item.lnLrAgainst === null ? null : String(item.lnLrAgainst) })),
    contradictions: caseContradictions(found),
    evidence: remains.map(({ remains: subject, code, evidence }) => ({ remains: subject.id, code, rows: evidence })),
    siblings: siblings.map(({ id, label, state, stateSource, person }) => ({ id, label: label ?? id, state, stateSource: stateSource ?? null, person: person ?? null })),
    exposure: exposed.map((item) => ({ remains: item.remains.id, code: item.code })),
    obstacles,
  };
}

/** Every reading of these remains was made by somebody who knew the presumed name. */
function isExposed(examinations: readonly { readonly value: Readonly<Record<string, unknown>> }[]): boolean {
  return examinations.length > 0 && examinations.every(({ value }) => {
    const exposure = value['exposure'];
    return typeof exposure === 'object' && exposure !== null && 'knew' in exposure && exposure.knew === true;
  });
}
