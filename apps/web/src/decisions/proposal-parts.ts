import { agreedValue, type Subject } from '@imena/record';
import { isRecord, listOf, textOf } from '../format/index.ts';

/** Ids of the remains a proposal covers. */
export function remainsIdsOf(identification: Subject): string[] {
  return listOf(agreedValue(identification, 'remains')).flatMap((id) => textOf(id) ?? []);
}

export interface ListedContradiction {
  readonly key: string;
  readonly found: string;
  readonly reported: string;
  /** Explanations given for it, in the order of the log. */
  readonly explanations: readonly string[];
}

/** The contradictions a proposal lists, each with what was said about it. */
export function contradictionsOf(identification: Subject): ListedContradiction[] {
  const resolutions = identification.lists['resolutions'] ?? [];
  return listOf(agreedValue(identification, 'contradictions')).filter(isRecord).map((one) => {
    const key = textOf(one['key']) ?? '';
    const explanations = resolutions.filter((item) => item.value['key'] === key).flatMap((item) => textOf(item.value['explanation']) ?? []);
    return { key, found: textOf(one['found']) ?? '', reported: textOf(one['reported']) ?? '', explanations };
  });
}

/** The kind of evidence in a contradiction's key: `age IZM-1 2` is about age. */
export function evidenceKeyOf(key: string): string {
  return key.split(' ')[0] ?? key;
}
