import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSubjects } from '../api/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './sources.module.css';

/** How far the pile of documents is read, and the way to the next; nothing where no document has a text. */
export function PileProgress({ current = null }: { readonly current?: string | null }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const read = useSubjects({ kind: 'source', status: 'read' });
  const unread = useSubjects({ kind: 'source', status: 'unread' });
  // With one of them alone, a pile would seem to be read that is not.
  if (read.data === undefined || unread.data === undefined) return null;
  const readCount = read.data.pages[0]?.total ?? 0;
  const unreadCount = unread.data.pages[0]?.total ?? 0;
  if (readCount + unreadCount === 0) return null;
  const next = unread.data.pages.flatMap((page) => page.items).find((item) => item.id !== current);
  return (
    <p className={classes.pile}>
      <progress max={readCount + unreadCount} value={readCount} aria-hidden />
      <span>{t('pileRead', { read: formatNumber(readCount, language), all: formatNumber(readCount + unreadCount, language) })}</span>
      {next !== undefined && <Link to={`/sources/${next.id}/read`}>{t('nextDocument', { title: next.title })}</Link>}
    </p>
  );
}
