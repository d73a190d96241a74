import type { TFunction } from 'i18next';
import { formatFixed } from '../format/index.ts';
import { weights } from '../i18n/en/weights.ts';
import type { Language } from '../i18n/languages.ts';

type Known = keyof typeof weights.names;

function isKnown(parameter: string): parameter is Known {
  return parameter in weights.names;
}

/** What a parameter says, in words; one of a newer server by its own name. */
export function parameterName(parameter: string, t: TFunction<'weights'>): string {
  return isKnown(parameter) ? t(`names.${parameter}`) : parameter;
}

/** A share as a percentage; days and years with their unit; a ratio of spreads as it is. */
export function parameterValue(parameter: string, value: number, { t, language }: { readonly t: TFunction<'weights'>; readonly language: Language }): string {
  if (parameter.endsWith('Days')) return t('days', { value: formatFixed(value, language, 1) });
  if (parameter.endsWith('Cm')) return t('centimetres', { value: formatFixed(value, language, 1) });
  if (parameter.endsWith('Years')) return t('years', { value: formatFixed(value, language, 1) });
  return parameter.endsWith('Spread') ? formatFixed(value, language, 2) : `${formatFixed(100 * value, language, 1)}\u00a0%`;
}
