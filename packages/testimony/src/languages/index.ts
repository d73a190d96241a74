import type { LanguageCode } from '../types.ts';
import { english } from './en/index.ts';
import { ukrainian } from './uk/index.ts';
import type { Language } from './language.ts';

const languages: Readonly<Record<LanguageCode, Language>> = { en: english, uk: ukrainian };

/** The lexicon of a language. */
export function languageOf(code: LanguageCode): Language {
  return languages[code];
}
