import type { Problem } from '@imena/problem';
import type { TFunction } from 'i18next';
import type { Language } from '../i18n/languages.ts';
import { evidenceLabel, evidenceValue } from '../matches/evidence-words.ts';
import { evidenceKeyOf } from './proposal-parts.ts';

interface Words {
  readonly t: TFunction<'matches'>;
  readonly language: Language;
}

/** One side of a listed contradiction in words; a proposal holds it as plain text: `female`, `18–36`, `1642–1772`. */
export function contradictionSide(key: string, text: string, words: Words): string {
  const kind = evidenceKeyOf(key);
  const range = /^(\d+)–(\d+)$/.exec(text);
  if (range !== null && (kind === 'age' || kind === 'stature')) return evidenceValue(kind, { low: Number(range[1]), high: Number(range[2]) }, words);
  return evidenceValue(kind, text, words);
}

/** "Sex: found female, reported male", in the reader's language. */
export function contradictionSentence({ key, found, reported }: { readonly key: string; readonly found: string; readonly reported: string }, words: Words): string {
  return words.t('contradiction', { what: evidenceLabel(evidenceKeyOf(key), words.t), found: contradictionSide(key, found, words), reported: contradictionSide(key, reported, words) });
}

/** An obstacle with the two sides of a contradiction put into words; every other obstacle as it is. */
export function wordedObstacle(problem: Problem, words: Words): Problem {
  const { key, found, reported } = problem.details;
  if (typeof key !== 'string' || typeof found !== 'string' || typeof reported !== 'string') return problem;
  return { ...problem, details: { ...problem.details, found: contradictionSide(key, found, words), reported: contradictionSide(key, reported, words) } };
}
