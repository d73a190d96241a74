import type { CaseNumber, JointMethod } from '@imena/kinship';

/** The posterior of every pairing; rows are remains, columns missing persons and then "nobody on the list". */
export interface JointTable {
  readonly method: JointMethod;
  readonly remains: readonly string[];
  readonly missing: readonly string[];
  readonly posterior: readonly (readonly number[])[];
  /** LR of each pair alone; NaN where the case does not allow it. */
  readonly pairwiseLr: readonly (readonly number[])[];
}

const nobody = '*';

/** The joint part of what `answerCase` gives of a case with several remains and families. */
export function readJointAnswer(expected: Readonly<Record<string, unknown>>): JointTable {
  const { method, posteriorPairing, pairwiseLR } = expected as {
    readonly method: JointMethod; readonly posteriorPairing: Readonly<Record<string, Readonly<Record<string, CaseNumber>>>>; readonly pairwiseLR: Readonly<Record<string, Readonly<Record<string, CaseNumber | null>>>>;
  };
  const remains = Object.keys(posteriorPairing);
  const missing = Object.keys(Object.values(posteriorPairing)[0] ?? {}).filter((name) => name !== nobody);
  return {
    method, remains, missing,
    posterior: remains.map((id) => [...missing, nobody].map((name) => Number(posteriorPairing[id]?.[name] ?? NaN))),
    pairwiseLr: remains.map((id) => missing.map((name) => Number(pairwiseLR[id]?.[name] ?? NaN))),
  };
}
