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

/**
 * DNA and every other kind of evidence of one pair with its log10 LR, their sum, and the posterior of all of it. It orders
 * and explains; the threshold of a decision is tested on DNA alone, elsewhere.
 */
export function weighAllEvidence(basis: CountedBasis, compared: ComparedSubjects, { lnLr, prior }: DnaWeight) {
  const rows = weighEvidence(basis, compared);
  const others = rows.reduce((sum, row) => sum + row.log10Lr, 0);
  const all = lnLr + others * Math.LN10;
  return {
    rows, log10Dna: writeNumber(lnLr / Math.LN10), log10Others: others, log10Sum: writeNumber(all / Math.LN10), prior,
    posterior: posterior(all, prior).probability, posteriorEvenOdds: posterior(all, 0.5).probability,
    basis: { reports: basis.reports, remains: basis.remains, nameModel: basis.nameModel.version, countedAt: basis.countedAt },
  };
}
