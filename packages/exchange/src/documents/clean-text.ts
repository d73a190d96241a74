import { refuse } from '@imena/problem';
import { warningAt, type Issue } from '../issue.ts';
import { documentLimits } from './document.ts';

/** Signs that turn the direction of writing: what is read on the screen would not be what is stored. */
const directionSigns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const zeroWidth = /[\u00ad\u200b\u2060\ufeff]/g;
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/;

/**
 * The text as it is stored: line ends are `\n`, no invisible signs, no more than one empty line.
 *
 * Refuses with `exchange.document_empty`, `exchange.document_binary` (control signs), `exchange.document_too_long`.
 */
export function cleanText(raw: string, fileName: string): { readonly text: string; readonly issues: readonly Issue[] } {
  if (raw.length > documentLimits.characters) refuse('exchange.document_too_long', { limit: documentLimits.characters });
  if (controls.test(raw)) refuse('exchange.document_binary');
  const turned = raw.match(directionSigns)?.length ?? 0;
  const text = raw
    .replace(/\r\n?|[\u2028\u2029\u000c]/g, '\n')
    .replace(directionSigns, '')
    .replace(zeroWidth, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
  if (text.trim() === '') refuse('exchange.document_empty');
  return { text, issues: turned === 0 ? [] : [warningAt({ file: fileName }, 'exchange.document_hidden_signs', { count: turned })] };
}

/** Words of one block on one line; a paragraph is never broken by how its file was typed. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

/** The first line, when it is short enough to be a heading. */
export function firstLine(text: string): string | null {
  const line = oneLine(text.slice(0, 2000).split('\n').find((one) => one.trim() !== '') ?? '');
  return line.length > 0 && line.length <= 200 ? line : null;
}

/** The day in front of an ISO date or moment, as its writer's clock had it; null for anything else. */
export function isoDay(text: string | undefined): string | null {
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})(?![0-9])/.exec(text ?? '');
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? `${String(match[1])}-${String(match[2])}-${String(match[3])}` : null;
}

/** `uk-UA` as `uk`; null for what is no language code. */
export function languageCode(tag: string | undefined): string | null {
  return /^\s*([a-z]{2})(?:[-_]|\s*$)/i.exec(tag ?? '')?.[1]?.toLowerCase() ?? null;
}
