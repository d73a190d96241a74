import { enfsiScale, formatRatio, verbalText, type VerbalScale } from '@imena/report';
import type { Language } from '@imena/problem';

export interface Weight {
  readonly log10Lr: number;
  /** The ratio for reading aloud, always 1 or more: "12 000", "3.4 × 10⁹"; `infinite` where the model excludes one side. */
  readonly ratio: { readonly kind: 'number'; readonly text: string } | { readonly kind: 'infinite' };
  /** Which side the DNA speaks for. */
  readonly supports: 'related' | 'unrelated' | 'neither';
  /** The configured scale's words. */
  readonly words: string;
  readonly scale: Pick<VerbalScale, 'name' | 'verified'>;
}

/** A likelihood ratio as people read it. @param lnLr natural logarithm; may be infinite */
export function weightOf(lnLr: number, language: Language, scale: VerbalScale = enfsiScale): Weight {
  const log10Lr = lnLr / Math.LN10;
  const { words, supports } = verbalText(lnLr, language, scale);
  const ratio = Number.isFinite(log10Lr) ? { kind: 'number', text: formatRatio(Math.abs(log10Lr), language) } as const : { kind: 'infinite' } as const;
  return { log10Lr, ratio, supports, words, scale };
}

/** The posterior under a prior, with its complement's own digits: ln odds = ln LR + ln(prior / (1 - prior)). @param prior 0 < prior < 1 */
export function posteriorOf(lnLr: number, prior: number): { readonly probability: number; readonly complement: number } {
  const lnOdds = lnLr + Math.log(prior) - Math.log1p(-prior);
  return { probability: 1 / (1 + Math.exp(-lnOdds)), complement: 1 / (1 + Math.exp(lnOdds)) };
}
