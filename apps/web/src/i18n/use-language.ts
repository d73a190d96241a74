import { useTranslation } from 'react-i18next';
import type { Language } from './languages.ts';

/** The language now on screen; a component that formats dates or words re-renders when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'uk';
}
