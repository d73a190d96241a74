import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAccountName, useItemsById } from '../api/index.ts';
import { formatMoment, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { CandidateDetail } from './candidate-api.ts';
import { ContradictionList } from './contradiction-list.tsx';
import classes from './matches.module.css';

/** What speaks against the pair, before anything that speaks for it: an exclusion, contradictions, those who fit as well. */
export function ContradictionsFirst({ detail }: { readonly detail: CandidateDetail }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const nameOf = useAccountName();
  const persons = useItemsById(detail.symmetric);
  return (
    <>
      {detail.exclusions.map((exclusion) => (
        <div key={exclusion.entry} className={classes.alarm} role="note">
          <h2>{t('exclude.done')}</h2>
          {nameOf(exclusion.by)}, <Link to={`/ledger/${exclusion.entry}`}>{formatMoment(exclusion.at, language)}</Link>: {textOf(exclusion.explanation)}
        </div>
      ))}
      <ContradictionList rows={detail.weighed?.rows ?? []} evidence={detail.evidence} />
      {detail.symmetric.length > 0 && (
        <div className={classes.alarm} data-tone="warn" role="note">
          <h2>{t('symmetricTitle')}</h2>
          <p style={{ margin: 0 }}>{t('symmetricExplained')}</p>
          <ul>
            {detail.symmetric.map((id) => {
              const item = persons.get(id);
              return <li key={id}>{item === undefined ? t('hiddenPerson') : <Link to={detail.run === null ? '/matches' : `/matches/${detail.run.id}/${detail.remainsId}/${id}`}>{item.code} {item.title}</Link>}</li>;
            })}
          </ul>
        </div>
      )}
    </>
  );
}
