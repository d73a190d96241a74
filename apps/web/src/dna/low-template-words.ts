import { recordOf, formatNumber, numberOf } from '../format/index.ts';
import type { Language } from '../i18n/languages.ts';
import type { TFunction } from 'i18next';

/** Drop-out and drop-in as probabilities. */
export interface DropOutModel {
  readonly dropOut: number;
  readonly homozygoteDropOut?: number | undefined;
  readonly dropIn?: number | undefined;
}

const perMillion = 1e6;

/** The model of a statement, which counts in parts per million; null where it holds none. */
export function modelOfStatement(value: unknown): DropOutModel | null {
  const stated = recordOf(value);
  const share = (name: string): number | undefined => { const ppm = numberOf(stated[name]); return ppm === undefined ? undefined : ppm / perMillion; };
  const dropOut = share('dropOutPpm');
  return dropOut === undefined ? null : { dropOut, homozygoteDropOut: share('homozygoteDropOutPpm'), dropIn: share('dropInPpm') };
}

/** A share of one as percent, with the digits that a statement can hold. */
export function percentWords(share: number, language: Language): string {
  return `${formatNumber(share * 100, language, 4)}\u00a0%`;
}

/** `drop-out 20 %, of a homozygote 4 %, drop-in 1 %`. */
export function modelWords({ dropOut, homozygoteDropOut, dropIn }: DropOutModel, { t, language }: { readonly t: TFunction<'lowTemplate'>; readonly language: Language }): string {
  return t('figures', { dropOut: percentWords(dropOut, language), homozygote: percentWords(homozygoteDropOut ?? dropOut ** 2, language), dropIn: percentWords(dropIn ?? 0, language) });
}
