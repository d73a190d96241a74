import { Button } from '@mantine/core';
import { languageNames, languages } from '../i18n/languages.ts';
import { switchLanguage } from '../i18n/index.ts';
import { useLanguage } from '../i18n/use-language.ts';

const short = { uk: 'Укр', en: 'Eng' } as const;

/** One press to the other language, named in that language. */
export function LanguageSwitch() {
  const language = useLanguage();
  const other = languages.find((one) => one !== language) ?? 'en';
  return (
    <Button variant="subtle" px="xs" h={44} lang={other} aria-label={`${short[other]}: ${languageNames[other]}`} onClick={() => void switchLanguage(other)}>
      {short[other]}
    </Button>
  );
}
