import type { Language } from './languages/language.ts';
import { normAt, readText, type Reading } from './reading.ts';
import { dateAt, resolveDate } from './said-dates.ts';
import type { LanguageCode } from './types.ts';

export interface DocumentHeader {
  /** Where the text itself begins. */
  readonly bodyStart: number;
  /** The publication day that the header states. */
  readonly publishedOn: string | null;
}

const header = /^\s*(?:date|published(?: on)?|дата|опубліковано)\s*:?\s*(\d{4}-\d{2}-\d{2})\b[ \t]*\n?/i;
const headLength = 900;
const mostLines = 8;
const longestLine = 16;
const longestDateline = 16;

/**
 * The day that the head of a text states as its own: a first line "date 2022-09-18", which is no part of any statement, a line
 * that holds nothing but a place and a day, or a dateline. A day told of in a sentence is none, nor is one without its year.
 */
export function readHeader(text: string, language: Language): DocumentHeader {
  const match = header.exec(text.slice(0, 200));
  if (match !== null) return { bodyStart: match[0].length, publishedOn: match[1] ?? null };
  const reading = readText(text.slice(0, headLength), { language, publishedOn: null, bodyStart: 0 });
  let from = 0;
  for (let line = 0; line < mostLines && from < reading.tokens.length; line++) {
    let to = from + 1;
    while (to < reading.tokens.length && !reading.text.slice(reading.tokens[to - 1]?.end, reading.tokens[to]?.start).includes('\n')) to++;
    const day = dayOfLine(reading, from, to);
    if (day !== null) return { bodyStart: 0, publishedOn: day };
    from = to;
  }
  return { bodyStart: 0, publishedOn: null };
}

function dayOfLine(reading: Reading, from: number, to: number): string | null {
  const { tokens, language } = reading;
  const isPublished = language.dates.publishedWords.has(normAt(tokens, from));
  for (let at = from; at < Math.min(to, from + longestDateline); at++) {
    const date = dateAt(reading, at, to);
    if (date?.form.kind !== 'day' || date.form.year === null) continue;
    const isAlone = to - from <= longestLine && isLoose(reading, from, at, isPublished) && isLoose(reading, date.to, to, true);
    return isAlone || isDateline(reading, { from, at, end: date.to, to }) ? resolveDate(date.form, null) : null;
  }
  return null;
}

/** Only names, numbers and marks: nothing that tells. */
function isLoose({ tokens, language }: Reading, from: number, to: number, isTime: boolean): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.kind === 'word' && !token.isCapital && !language.dates.publishedWords.has(token.norm) && !language.dates.prepositions.has(token.norm) && !(isTime && language.dates.clock.has(token.norm))) return false;
    if (token?.kind === 'word' && language.isFinite(token.norm) && !language.dates.publishedWords.has(token.norm)) return false;
  }
  return true;
}

/** "GENEVA (3 June 2024) – …": names and a day up to a dash. */
function isDateline(reading: Reading, { from, at, end, to }: { from: number; at: number; end: number; to: number }): boolean {
  if (at === from || !isLoose(reading, from, at, false)) return false;
  let dash = end;
  while (dash < to && /^[).,]$/.test(normAt(reading.tokens, dash))) dash++;
  return /^[–—-]$/.test(normAt(reading.tokens, dash)) && dash + 1 < to;
}

/** The language by its letters: і, ї, є, ґ and the Cyrillic share of all letters. */
export function detectLanguage(text: string): LanguageCode {
  let cyrillic = 0;
  let latin = 0;
  const sample = text.slice(0, 20_000);
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code >= 0x400 && code <= 0x52f) cyrillic++;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) latin++;
  }
  return cyrillic > latin ? 'uk' : 'en';
}
