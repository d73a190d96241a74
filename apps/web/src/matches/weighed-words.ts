import { describeNameReason } from '@imena/names';
import type { Json } from '@imena/problem';
import type { TFunction } from 'i18next';
import { formatEdtf, formatFixed, formatLength, formatNumber } from '../format/index.ts';
import type { Language } from '../i18n/languages.ts';
import type { EvidenceKind } from './all-evidence.ts';
import type { WeighedRow } from './candidate-api.ts';
import { evidenceValue } from './evidence-words.ts';

interface Words {
  readonly t: TFunction<'matches'>;
  readonly language: Language;
}

export function kindWord(kind: EvidenceKind, t: TFunction<'matches'>): string {
  return t(`weighed.kinds.${kind}`);
}

/** What was reported or found for one kind, in words. */
export function weighedValue(kind: WeighedRow['kind'], value: Json, words: Words): string {
  if (Array.isArray(value)) return value.map((one: Json) => weighedValue(kind, one, words)).join('; ');
  if (typeof value === 'number') return kind === 'height' ? formatLength(value, words.language) : formatNumber(value, words.language);
  if ((kind === 'birth' || kind === 'seen') && typeof value === 'string') return formatEdtf(value, words.language);
  return evidenceValue(kind === 'height' ? 'stature' : kind, value, words);
}

/** Below this a weight says nothing either way. */
const silent = 0.005;

/** Why a kind weighs what it weighs, in sentences. */
export function weighedReasons({ kind, state, log10Lr, details, nameReasons }: WeighedRow, { t, language }: Words): string[] {
  if (state !== 'weighed') return [t(`weighed.states.${state}`)];
  if (kind === 'name') return [...new Set(nameReasons.map((reason) => describeNameReason(reason, language)))];
  const side = Math.abs(log10Lr) < silent ? 'neither' : log10Lr > 0 ? 'for' : 'against';
  const percent = (share: number | undefined): string => formatNumber(100 * (share ?? 0), language, 1);
  switch (kind) {
    case 'sex': return [t(`weighed.why.sex.${side}`, { share: percent(details['share']), error: percent(details['error']) })];
    case 'height': return [t(`weighed.why.height.${side}`, { mean: formatFixed(details['meanCm'] ?? 0, language, 0), sd: formatFixed(details['sdCm'] ?? 0, language, 0) })];
    case 'birth': return [t(`weighed.why.birth.${side}`)];
    case 'seen': case 'place': case 'military': case 'marks': case 'clothing': return [t(`weighed.why.other.${side}`)];
  }
}
