import type { Language } from '@imena/problem';

export type { Language };

export const languages: readonly Language[] = ['uk', 'en'];

const storageKey = 'imena.language';

/** Each language in its own words, as people look for it. */
export const languageNames: Readonly<Record<Language, string>> = { uk: 'Українська', en: 'English' };

export function isLanguage(value: unknown): value is Language {
  return value === 'uk' || value === 'en';
}

/**
 * The language to start with: the one chosen before, else the first of the browser's that is spoken here.
 * Neighbouring languages get Ukrainian, all others English.
 */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): Language {
  if (isLanguage(stored)) return stored;
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0];
    if (isLanguage(language)) return language;
    if (language === 'ru' || language === 'be') return 'uk';
  }
  return preferred.length === 0 ? 'uk' : 'en';
}

export function storedLanguage(): string | null {
  return localStorage.getItem(storageKey);
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}
