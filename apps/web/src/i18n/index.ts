import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { en } from './en/index.ts';
import { chooseLanguage, storedLanguage, storeLanguage, type Language } from './languages.ts';

/** All texts of one language; English is the form that Ukrainian must fill. */
export type Texts = typeof en;

async function loadTexts(language: Language): Promise<Record<string, Record<string, unknown>>> {
  const texts = language === 'uk' ? (await import('./uk/index.ts')).uk : (await import('./en/index.ts')).en;
  return texts;
}

/** Starts i18next with the one language needed; the other is fetched when somebody switches. */
export async function startLanguage(): Promise<void> {
  const language = chooseLanguage(storedLanguage(), navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: await loadTexts(language) },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  applyToDocument(language);
}

/** Switches the language of the whole application and remembers it in this browser. */
export async function switchLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'common')) {
    for (const [namespace, texts] of Object.entries(await loadTexts(language))) i18next.addResourceBundle(language, namespace, texts);
  }
  await i18next.changeLanguage(language);
  storeLanguage(language);
  applyToDocument(language);
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'uk';
}

function applyToDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}
