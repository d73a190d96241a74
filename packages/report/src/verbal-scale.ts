import { refuse } from '@imena/problem';
import type { ReportLanguage } from './certificate/certificate-input.ts';

/** One band of a verbal scale: likelihood ratios from 10^fromLog10 up to the next band. */
export interface VerbalBand {
  readonly fromLog10: number;
  readonly en: string;
  readonly uk: string;
}

/** Words for likelihood ratios. Laboratories differ; the scale used is printed with every report. */
export interface VerbalScale {
  readonly name: string;
  readonly source: string;
  /** Whether the wording was checked against its source; printed. */
  readonly verified: boolean;
  readonly bands: readonly VerbalBand[];
}

/**
 * ENFSI, Guideline for Evaluative Reporting in Forensic Science (2015/2016), table of verbal equivalents. The wording is
 * recalled, not checked (docs/methods/verbal-scale.md), and other glossaries differ: replace it by the laboratory's own.
 */
export const enfsiScale: VerbalScale = {
  name: 'ENFSI 2015',
  source: 'ENFSI Guideline for Evaluative Reporting in Forensic Science, 2015',
  verified: false,
  bands: [
    { fromLog10: Number.NEGATIVE_INFINITY, en: 'no support for either', uk: 'не підтримує жодне' },
    { fromLog10: Math.log10(2), en: 'weak support', uk: 'слабка підтримка' },
    { fromLog10: 1, en: 'moderate support', uk: 'помірна підтримка' },
    { fromLog10: 2, en: 'moderately strong support', uk: 'помірно сильна підтримка' },
    { fromLog10: 3, en: 'strong support', uk: 'сильна підтримка' },
    { fromLog10: 4, en: 'very strong support', uk: 'дуже сильна підтримка' },
    { fromLog10: 6, en: 'extremely strong support', uk: 'надзвичайно сильна підтримка' },
  ],
};

/** Words for a likelihood ratio and the hypothesis that they support. */
export interface VerbalText {
  readonly words: string;
  /** `related`: the remains are this person; `unrelated`: they are a stranger; `neither`: below the first band. */
  readonly supports: 'related' | 'unrelated' | 'neither';
}

/**
 * Puts a likelihood ratio into words. A ratio below one is read as its inverse in favour of the other hypothesis.
 * @param lnLr - natural logarithm; may be infinite
 * @throws Problem `report.lr_not_a_number`
 */
export function verbalText(lnLr: number, language: ReportLanguage, scale: VerbalScale = enfsiScale): VerbalText {
  if (Number.isNaN(lnLr)) refuse('report.lr_not_a_number', {});
  const strength = Math.abs(lnLr) / Math.LN10;
  let at = 0;
  scale.bands.forEach((band, index) => {
    if (strength >= band.fromLog10 - 1e-12) at = index;
  });
  const band = scale.bands[at];
  return { words: band === undefined ? '' : band[language], supports: at === 0 ? 'neither' : lnLr > 0 ? 'related' : 'unrelated' };
}
