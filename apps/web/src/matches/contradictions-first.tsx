import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAccountName, useItemsById } from '../api/index.ts';
import { formatFixed, formatMoment, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { CandidateDetail } from './candidate-api.ts';
import { compareKinds, heavyAgainst } from './compared-kinds.ts';
import { evidenceLabel, evidenceValue } from './evidence-words.ts';
import { kindWord, weighedValue } from './weighed-words.ts';
import classes from './matches.module.css';

/** What speaks against the pair, before anything that speaks for it: an exclusion, contradictions, those who fit as well. */
export function ContradictionsFirst({ detail }: { readonly detail: CandidateDetail }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const nameOf = useAccountName();
  const persons = useItemsById(detail.symmetric);
  const contradictions = detail.evidence.filter((row) => row.verdict === 'contradicts');
  const heavy = heavyAgainst(compareKinds(detail.weighed?.rows ?? [], detail.evidence));
  return (
    <>
      {detail.exclusions.map((exclusion) => (
        <div key={exclusion.entry} className={classes.alarm} role="note">
          <h2>{t('exclude.done')}</h2>
          {nameOf(exclusion.by)}, <Link to={`/ledger/${exclusion.entry}`}>{formatMoment(exclusion.at, language)}</Link>: {textOf(exclusion.explanation)}
        </div>
      ))}
      {contradictions.length + heavy.length > 0 && (
        <div className={classes.alarm} role="note">
          <h2>{t('contradictions', { count: contradictions.length + heavy.length })}</h2>
          <ul>
            {contradictions.map((row, place) => <li key={`${row.key} ${place}`}>{t('contradiction', { what: evidenceLabel(row.key, t), found: evidenceValue(row.key, row.found, { t, language }), reported: evidenceValue(row.key, row.reported, { t, language }) })}</li>)}
            {heavy.map(({ row }) => <li key={row.kind}>{t('contradiction', { what: kindWord(row.kind, t), found: weighedValue(row, 'found', { t, language }), reported: weighedValue(row, 'reported', { t, language }) })} ({t('log10', { value: formatFixed(row.log10Lr, language, 2) })})</li>)}
          </ul>
        </div>
      )}
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
