import { useTranslation } from 'react-i18next';
import { SubjectLink } from '../components/index.ts';
import { NewRunButton } from '../dna/new-run-button.tsx';
import type { CandidateDetail } from './candidate-api.ts';
import { changedSince } from './next-step.ts';
import classes from './matches.module.css';

/** Says of which of the two sides something was stated after the run, and offers another; decisions made stay. */
export function ChangedSince({ detail }: { readonly detail: CandidateDetail }) {
  const { t } = useTranslation(['matches', 'lowTemplate']);
  const changed = [detail.remains, detail.person, detail.family].filter((item) => item !== null && changedSince(item, detail.run?.lastIndex));
  const profiles = detail.changedProfiles;
  if (changed.length + profiles.length === 0) return null;
  return (
    <div className={classes.alarm} data-tone="warn" role="note">
      {changed.length > 0 && <p>{t('changed.explained')} {changed.map((item) => item !== null && <span key={item.id}><SubjectLink item={item} /> </span>)}</p>}
      {profiles.length > 0 && <p>{t('lowTemplate:changed')} {profiles.map((item) => <span key={item.id}><SubjectLink item={item} /> </span>)}</p>}
      <NewRunButton />
    </div>
  );
}
