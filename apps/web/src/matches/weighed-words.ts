import { describeNameReason } from '@imena/names';
import type { Json } from '@imena/problem';
import type { TFunction } from 'i18next';
import { distinctValues, type Subject } from '@imena/record';
import type { Item } from '../api/index.ts';
import { codeLabel, formatEdtf, formatLength, formatNumber, formatValue, isRecord, textOf } from '../format/index.ts';
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
export function weighedValue({ kind, explained: { sides }, ...row }: WeighedRow, side: 'reported' | 'found', words: Words): string {
  return sides === null || kind === 'birth' || kind === 'age' || kind === 'seen' || kind === 'height' ? valueWords(kind, row[side], words) : sides[side][words.language];
}

function valueWords(kind: WeighedRow['kind'], value: Json, words: Words): string {
  if (Array.isArray(value)) return value.map((one: Json) => valueWords(kind, one, words)).join('; ');
  if (typeof value === 'number') return kind === 'height' ? formatLength(value, words.language) : formatNumber(value, words.language);
  if ((kind === 'birth' || kind === 'age' || kind === 'seen') && typeof value === 'string') return formatEdtf(value, words.language);
  if (kind === 'numbers' && isRecord(value)) return textOf(value['number']) ?? '—';
  if (kind === 'teeth') return value === null ? '—' : formatValue('toothChart', value, { language: words.language });
  if (kind === 'military' && typeof value === 'string') return codeLabel('militaryStatuses', value);
  return evidenceValue(kind === 'height' ? 'stature' : kind, value, words);
}

const same = ['hair', 'eyes', 'numbers', 'military', 'marks', 'clothing', 'belongings'] as const;
const own = Object.fromEntries(same.map((field) => [field, [field]]));
/** The fields of the register behind each kind, on either side. */
const fieldsOf: Readonly<Record<'reported' | 'found', Readonly<Record<string, readonly string[]>>>> = {
  reported: { ...own, name: ['names'], sex: ['sex'], birth: ['birthDate'], age: ['birthDate'], height: ['statureMm'], teeth: ['toothChart', 'teeth'], seen: ['lastSeen'], place: ['lastSeen'] },
  found: { ...own, sex: ['sex'], age: ['ageYears'], height: ['statureMm'], teeth: ['toothChart'], seen: ['deathDate'], place: ['foundAt'] },
};

/**
 * What the register holds where nothing was weighed: why there is no value ("not observed" and "not assessable" are two
 * things), or every one of the statements that disagree.
 */
export function recordedInstead(kind: WeighedRow['kind'], side: 'reported' | 'found', subject: Subject | undefined, language: Language): string {
  const values = (fieldsOf[side][kind] ?? []).flatMap((field) => distinctValues(subject?.fields[field] ?? []).map(({ value }) => formatValue(field, value, { language })));
  return values.length === 0 ? '—' : values.join(' / ');
}

/** What each report of a file says of a kind; none where all say the same, or nobody says anything. */
export function toldWords(row: WeighedRow, reports: readonly Item[], words: Words): { readonly code: string; readonly said: string; readonly log10Lr: number | null }[] {
  const speaking = row.told.filter(({ reported, state }) => reported !== null && state !== 'people_disagree').map(({ person, reported, words: said, log10Lr, state }) => ({
    code: reports.find(({ id }) => id === person)?.code ?? '', log10Lr: state === 'weighed' ? log10Lr : null,
    said: weighedValue({ ...row, reported, explained: { ...row.explained, sides: said === null ? null : { reported: said, found: said } } }, 'reported', words),
  }));
  const isSame = speaking.length === row.told.length && new Set(speaking.map(({ said }) => said)).size === 1;
  return isSame ? [] : speaking;
}

/** Why a kind weighs what it weighs, in sentences. */
export function weighedReasons({ kind, state, explained, nameReasons }: WeighedRow, { t, language }: Words): string[] {
  const why = explained.why.map((one) => one[language]);
  if (kind === 'name' && state === 'weighed') return [...new Set([...why, ...nameReasons.map((reason) => describeNameReason(reason, language))])];
  return state === 'people_disagree' ? [t('weighed.disputedRow'), ...why] : why;
}
