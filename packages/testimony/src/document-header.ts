import type { LanguageCode } from './types.ts';

export interface DocumentHeader {
  /** Where the text itself begins. */
  readonly bodyStart: number;
  /** The publication day that the header states. */
  readonly publishedOn: string | null;
}

const header = /^\s*(?:date|published(?: on)?|дата|опубліковано)\s*:?\s*(\d{4}-\d{2}-\d{2})\b[ \t]*\n?/i;

/** A first line "date 2022-09-18": it states the day and is no part of any statement. */
export function readHeader(text: string): DocumentHeader {
  const match = header.exec(text.slice(0, 200));
  return match === null ? { bodyStart: 0, publishedOn: null } : { bodyStart: match[0].length, publishedOn: match[1] ?? null };
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
