import { useTranslation } from 'react-i18next';
import type { Item } from '../api/index.ts';
import { SubjectLink } from './small.tsx';
import classes from './small.module.css';

/** A subject named by its id: room for it while its line is asked for, and words where the reader may not see it (null). */
export function LineLink({ line }: { readonly line: Item | null | undefined }) {
  const { t } = useTranslation();
  if (line === undefined) return <span className={classes.awaited} role="img" aria-label={t('loading')} />;
  return line === null ? <em>{t('notShown')}</em> : <SubjectLink item={line} />;
}
