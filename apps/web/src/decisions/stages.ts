import type { DecisionState } from '@imena/record';

export type StepName = 'proposed' | 'reviewed' | 'signed_once' | 'established' | 'certified';
export type StepState = 'done' | 'now' | 'open' | 'stopped';

export interface Step {
  readonly name: StepName;
  readonly state: StepState;
}

const names: readonly StepName[] = ['proposed', 'reviewed', 'signed_once', 'established', 'certified'];

/**
 * The way of an identification as five steps. Exactly one step is `now` until it is certified; a returned proposal stops
 * at the review, a revoked one stops whole.
 */
export function stepsOf({ stage, signatures }: Pick<DecisionState, 'stage' | 'signatures'>): Step[] {
  const reached = { proposed: 1, returned: 1, reviewed: signatures.length >= 1 ? 3 : 2, established: 4, certified: 5, revoked: 0 }[stage];
  return names.map((name, place) => {
    if (stage === 'revoked') return { name, state: 'stopped' };
    if (place < reached) return { name, state: 'done' };
    if (place > reached) return { name, state: 'open' };
    return { name, state: stage === 'returned' ? 'stopped' : 'now' };
  });
}

/** The code of a new identification, from the code of its first remains; a number is added when it was proposed before. */
export function identificationCode(remainsCode: string, taken: ReadonlySet<string>): string {
  const stem = `ID-${remainsCode}`.slice(0, 36);
  for (let attempt = 1; ; attempt += 1) {
    const code = attempt === 1 ? stem : `${stem}-${attempt}`;
    if (!taken.has(code)) return code;
  }
}
