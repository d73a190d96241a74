import { useTranslation } from 'react-i18next';
import { useAccountName } from '../api/index.ts';
import { Section, SubjectLink } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { RunReport } from './dna-api.ts';
import classes from './dna.module.css';

/** Why a run was computed again without anybody asking, after which one, and what it computes from otherwise. */
export function WhyRepeated({ report: { repeated, requestedBy } }: { readonly report: RunReport }) {
  const { t } = useTranslation('dna');
  const nameOf = useAccountName();
  if (repeated === null) return null;
  const { after, differences } = repeated;
  return (
    <Section title={t('repeated.title')}>
      <p>{t('repeated.explained', { name: requestedBy === null ? '' : nameOf(requestedBy) })}</p>
      {after !== null && <p>{t('repeated.after')} <SubjectLink item={after} /></p>}
      {differences === null ? <p className={classes.dimmed}>{t('repeated.notKnown')}</p> : <Differences differences={differences} />}
    </Section>
  );
}

function Differences({ differences: { named, more, expectedMissing, occupants } }: { readonly differences: NonNullable<NonNullable<RunReport['repeated']>['differences']> }) {
  const { t } = useTranslation('dna');
  const language = useLanguage();
  if (named.length === 0 && expectedMissing === null && !occupants) return <p className={classes.dimmed}>{t('repeated.same')}</p>;
  const number = (value: number): string => formatNumber(value, language);
  return (
    <ul className={classes.reasons}>
      {named.map(({ kind, change, id, item }) => <li key={id}>{item === null ? t(`dropped.${kind}`) : <SubjectLink item={item} />}: {t(`repeated.change.${change}`)}</li>)}
      {more > 0 && <li>{t('repeated.more', { count: more })}</li>}
      {expectedMissing !== null && <li>{t('repeated.expectedMissing', { before: number(expectedMissing.before), now: number(expectedMissing.now) })}</li>}
      {occupants && <li>{t('repeated.occupants')}</li>}
    </ul>
  );
}
