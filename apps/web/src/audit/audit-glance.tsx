import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section, SubjectLink } from '../components/index.ts';
import { formatListedProbability, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { auditQuery } from './audit-api.ts';
import classes from './audit.module.css';

const most = 4;

/** On the overview of analyst and board: the identities to look at first. Nothing where there is none, and nothing while it is computed. */
export function AuditGlance() {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const { data } = useQuery(auditQuery);
  const { items, doubtful } = data?.answer ?? { items: [], doubtful: 0 };
  const looked = items.slice(0, doubtful);
  if (looked.length === 0) return null;
  return (
    <Section title={t('title')}>
      <ul className={classes.glance}>
        {looked.slice(0, most).map(({ remains, person, wrong }) => <li key={`${remains?.id ?? ''} ${person?.id ?? ''}`}><span>{remains !== null && <SubjectLink item={remains} />} {t('takenFor')} {person !== null && <SubjectLink item={person} />}</span> <span className={classes.quiet}>{t('wrong', { percent: formatListedProbability(wrong, language) })}</span></li>)}
      </ul>
      <p><Link to="/audit">{t('all', { number: formatNumber(doubtful, language) })}</Link></p>
    </Section>
  );
}
