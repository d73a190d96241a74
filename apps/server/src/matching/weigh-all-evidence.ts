import { weighPerson, type PersonsOfFile } from '@imena/matching';
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
 * Every kind of evidence but DNA with its log10 LR, their sum, the lists that the shares were counted on, and the weights in
 * use. Several reports of one person are read as one file; `levels` says how surely they are of one.
 * @param filed - the persons of the file; null where the person stands alone
 */
export function weighOthers(basis: CountedBasis, compared: ComparedSubjects, filed: PersonsOfFile | null) {
  const { rows, levels, log10Sum } = weighPerson(basis, compared, filed);
  return {
    rows, levels, log10Sum,
    basis: { reports: basis.reports, remains: basis.remains, nameModel: basis.nameModel.version, countedAt: basis.countedAt, weights: basis.weights },
  };
}

/**
 * DNA and every other kind of evidence of one pair with its log10 LR, their sum, and the posterior of all of it. It orders
 * and explains; the threshold of a decision is tested on DNA alone, elsewhere.
 */
export function weighAllEvidence(basis: CountedBasis, compared: ComparedSubjects, { filed, lnLr, prior }: DnaWeight & { readonly filed: PersonsOfFile | null }) {
  const { log10Sum: log10Others, ...others } = weighOthers(basis, compared, filed);
  const all = lnLr + log10Others * Math.LN10;
  return {
    ...others, log10Dna: writeNumber(lnLr / Math.LN10), log10Others, log10Sum: writeNumber(all / Math.LN10), prior,
    posterior: posterior(all, prior).probability, posteriorEvenOdds: posterior(all, 0.5).probability,
  };
}
