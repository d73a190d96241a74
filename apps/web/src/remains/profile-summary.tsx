import { useTranslation } from 'react-i18next';
import { canRead, useSession, type SubjectDetail } from '../api/index.ts';
import { EmptyState, Section, SubjectLink } from '../components/index.ts';
import { formatDay } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './remains.module.css';

/** How many markers were typed. Genotypes stand on the profile's own page, and only roles that may see them can open it. */
export function ProfileSummary({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['remains', 'common']);
  const language = useLanguage();
  const session = useSession();
  const profiles = [...new Map(detail.linked.filter((one) => one.item.kind === 'profile').map((one) => [one.item.id, one.item])).values()];
  if (!canRead(session, 'profile')) return <Section title={t('profiles')}><p className={classes.note}>{t('profilesUnseen')}</p></Section>;
  return (
    <Section title={t('profiles')}>
      {profiles.length === 0 && <EmptyState>{t('noProfile')}</EmptyState>}
      <ul className={classes.list}>{profiles.map((item) => <li key={item.id}><SubjectLink item={item} /><span>{t('markers', { count: Number(item.facets['markers'] ?? 0) })}</span><span className={classes.note}>{formatDay(item.updatedAt, language)}</span></li>)}</ul>
    </Section>
  );
}
