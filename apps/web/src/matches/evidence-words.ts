import type { Json } from '@imena/problem';
import type { TFunction } from 'i18next';
import { codeLabel, formatValue, isRecord, numberOf, textOf } from '../format/index.ts';
import type { Language } from '../i18n/languages.ts';
import type { EvidenceRow } from './candidate-api.ts';

const keys = ['sex', 'amelogenin', 'age', 'stature', 'marker_name', 'presumption'] as const;
const reasons = ['people_disagree', 'not_recorded', 'same', 'different', 'y_may_have_dropped_out', 'born_after_last_seen', 'name_alike', 'name_of_somebody_else', 'name_partly_alike', 'intervals_overlap', 'just_outside', 'far_outside'] as const;

/** The name of a kind of evidence; one of a later version is shown as its key. */
export function evidenceLabel(key: string, t: TFunction<'matches'>): string {
  const known = keys.find((one) => one === key);
  return known === undefined ? key : t(`evidence.${known}`);
}

export function reasonLabel(reason: string, t: TFunction<'matches'>): string {
  const known = reasons.find((one) => one === reason);
  return known === undefined ? reason : t(`reasons.${known}`);
}

/** What was found or reported, in words: a sex, an interval with its unit, a name. */
export function evidenceValue(key: EvidenceRow['key'], value: Json, { t, language }: { readonly t: TFunction<'matches'>; readonly language: Language }): string {
  if (value === null) return '—';
  if (isRecord(value)) {
    const [low, high] = [numberOf(value['low']), numberOf(value['high'])];
    if (low !== undefined && high !== undefined) return key === 'stature' ? formatValue('statureMm', { low, high }, { language }) : t('years', { count: high, range: low === high ? String(low) : `${low}–${high}` });
    const sex = textOf(value['value']);
    return sex === undefined ? JSON.stringify(value) : codeLabel('sexes', sex);
  }
  if (typeof value === 'string') return key === 'sex' || value === 'male' || value === 'female' ? codeLabel('sexes', value) : value;
  return JSON.stringify(value);
}
