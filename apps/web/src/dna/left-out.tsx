import { useTranslation } from 'react-i18next';
import { SubjectLink } from '../components/index.ts';
import type { RunReport } from './dna-api.ts';
import { reasonWords } from './reason-words.ts';
import classes from './dna.module.css';

/** Profiles and families that took no part in a run, each with its reason. */
export function LeftOut({ report: { dropped, leftOut } }: { readonly report: Pick<RunReport, 'dropped' | 'leftOut'> }) {
  const { t } = useTranslation('dna');
  if (dropped.length + leftOut.length === 0) return <p className={classes.dimmed}>{t('dropped.none')}</p>;
  return (
    <ul className={classes.reasons}>
      {dropped.map(({ profile, reason, item }) => <li key={profile + reason}>{item === null ? t('dropped.profile') : <SubjectLink item={item} />}: {reasonWords('dropped', reason, t)}</li>)}
      {leftOut.map(({ family, reason, item }) => <li key={family + reason}>{item === null ? t('dropped.family') : <SubjectLink item={item} />}: {reasonWords('leftOut', reason, t)}</li>)}
    </ul>
  );
}
