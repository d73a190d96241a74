import { Alert } from '@mantine/core';
import { ProblemError } from '@imena/problem';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { TakenText } from './document-choice.tsx';
import { extractorWords } from './source-text.ts';
import classes from './sources.module.css';

const shownCharacters = 1200;

/** The beginning of the text that was read, by what, and what reading met. */
export function FoundText({ taken: { read } }: { readonly taken: TakenText }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  return (
    <>
      <p className={classes.quiet}>{t('textFound', { characters: formatNumber(read.text.length, language), extractor: extractorWords(read.extractor, t('typedByHand')) })}</p>
      {read.issues.map((issue, at) => <Alert key={at} color="yellow" variant="light" mb="xs"><ProblemText error={new ProblemError(issue)} /></Alert>)}
      <div className={classes.preview} lang={read.language ?? undefined} tabIndex={0} role="group" aria-label={t('stepFound')}>{read.text.length > shownCharacters ? `${read.text.slice(0, shownCharacters)}…` : read.text}</div>
    </>
  );
}
