import type { TFunction } from 'i18next';
import type { JointMethod } from '../dna/dna-api.ts';
import { formatNumber } from '../format/index.ts';
import type { Language } from '../i18n/languages.ts';

/** A posterior of the joint solution; its complement keeps no more digits than the difference from 1. */
export const asPosterior = (probability: number): { readonly probability: number; readonly complement: number } => ({ probability, complement: 1 - probability });

/** Whether a number is exact, certified or an estimate: never left unsaid. */
export function methodWords(method: JointMethod, words: { readonly t: TFunction<'matches'>; readonly language: Language }): string {
  const { theta } = method;
  const isWithin = theta?.form === 'withinFamilies';
  const alone = theta?.byPairing.length ?? 0;
  return [solvedWords(method, words), ...(isWithin ? [words.t('jointly.withinFamilies')] : []), ...(alone > 0 ? [words.t('jointly.byPairing', { count: alone })] : [])].join(', ');
}

function solvedWords(method: JointMethod, { t, language }: { readonly t: TFunction<'matches'>; readonly language: Language }): string {
  switch (method.kind) {
    case 'exact': return t('joint.exact');
    case 'certified': return t('joint.certified', { error: method.relativeError.toExponential(0) });
    case 'estimate': return t('joint.estimate', { error: formatNumber(method.standardError, language, 4) });
  }
}
