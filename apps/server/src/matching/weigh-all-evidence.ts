import { weighEvidence } from '@imena/matching';
import { posterior } from '@imena/kinship';
import type { ComparedSubjects } from './compare-found.ts';
import type { CountedBasis } from './evidence-bases.ts';
import { writeNumber } from './write-number.ts';

export interface DnaWeight {
  /** Natural logarithm; may be infinite. */
  readonly lnLr: number;
  readonly prior: number;
}

/** Every kind of evidence but DNA with its log10 LR, their sum, the lists that the shares were counted on, and the weights in use. */
export function weighOthers(basis: CountedBasis, compared: ComparedSubjects) {
  const rows = weighEvidence(basis, compared);
  return {
    rows, log10Sum: rows.reduce((sum, row) => sum + row.log10Lr, 0),
    basis: { reports: basis.reports, remains: basis.remains, nameModel: basis.nameModel.version, countedAt: basis.countedAt, weights: basis.weights },
  };
}

/**
 * DNA and every other kind of evidence of one pair with its log10 LR, their sum, and the posterior of all of it. It orders
 * and explains; the threshold of a decision is tested on DNA alone, elsewhere.
 */
export function weighAllEvidence(basis: CountedBasis, compared: ComparedSubjects, { lnLr, prior }: DnaWeight) {
  const { log10Sum: log10Others, ...others } = weighOthers(basis, compared);
  const all = lnLr + log10Others * Math.LN10;
  return {
    ...others, log10Dna: writeNumber(lnLr / Math.LN10), log10Others, log10Sum: writeNumber(all / Math.LN10), prior,
    posterior: posterior(all, prior).probability, posteriorEvenOdds: posterior(all, 0.5).probability,
  };
}
