import type { Parameter } from '../evidence/parameters.ts';

const judgement = 'judgement of the authors; to be replaced by the installation’s own figures';

/** Error rates of lists of burials. Shares 0..1. */
export const linkParameters = {
  numberError: { value: 0.05, source: `a number of journal, marker or grave is not that of the burial; ${judgement}`, verified: false },
  numberMisread: { value: 0.7, source: `share of these errors that are one digit or two swapped; ${judgement}`, verified: false },
  sexError: { value: 0.06, source: 'error of the estimate of sex (Klales 2012: 5.5 %) with 0.5 % for the journal', verified: true },
  dateError: { value: 0.1, source: judgement, verified: false },
  leastLog10Lr: { value: 1, source: `a link below it is not proposed; ${judgement}`, verified: false },
  nameOfAnother: { value: -0.5, source: `names at or below this log10 LR are said to be of two people; ${judgement}`, verified: false },
} as const satisfies Record<string, Parameter>;
