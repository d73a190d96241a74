import { isRecord, textOf } from '../format/index.ts';
import type { SubjectDetail } from '../api/index.ts';

/** Why the content of an entry is not given. */
export type BodyAbsence =
  | { readonly kind: 'hidden' | 'blinded' | 'unknown' }
  | { readonly kind: 'erased'; readonly on: string; readonly by: readonly string[]; readonly ground: string };

/**
 * Finds out from the subject why an entry comes without its content.
 * @param detail the subject as the reader sees it; null where it does not exist for them, undefined while that is not known
 */
export function bodyAbsence(entry: string, detail: SubjectDetail | null | undefined): BodyAbsence {
  if (detail === undefined) return { kind: 'unknown' };
  if (detail === null) return { kind: 'hidden' };
  const item = detail.subject.history.find((one) => one.entry === entry);
  if (item === undefined) return { kind: detail.blinded ? 'blinded' : 'unknown' };
  if (item.state !== 'erased' || !isRecord(item.body)) return { kind: 'unknown' };
  // Approvers stand in one line, separated by spaces.
  const by = (textOf(item.body['by']) ?? '').split(' ').filter((account) => account !== '');
  return { kind: 'erased', on: textOf(item.body['on']) ?? '', by, ground: textOf(item.body['ground']) ?? '' };
}
