import { describeProblem, ProblemError } from '@imena/problem';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';

/** A Problem in the reader's language. Anything else is a bug: its own message is shown, in small print. */
export function ProblemText({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (error instanceof ProblemError) return <>{describeProblem(error.problem, language)}</>;
  return <>{error instanceof Error ? error.message : t('unknown')}</>;
}
