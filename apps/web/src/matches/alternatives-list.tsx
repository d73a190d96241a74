import { useTranslation } from 'react-i18next';
import { formatFixed } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { alternativeVerdict } from './alternative-verdict.ts';
import type { CandidateDetail } from './candidate-api.ts';
import classes from './matches.module.css';

/** How the remains stand as somebody else of the family, in plain words, with the siblings that are on record. */
export function AlternativesList({ detail }: { readonly detail: CandidateDetail }) {
  const { t } = useTranslation(['matches', 'pedigree']);
  const language = useLanguage();
  const labelOf = (member: string | null): string => (member === null ? t('alternatives.anySibling') : (detail.pedigree.members.find((one) => one.id === member)?.label ?? member));
  return (
    <>
      <ul className={classes.alternatives}>
        {detail.alternatives.map((alternative) => {
          const verdict = alternativeVerdict(alternative);
          return (
            <li key={`${alternative.position} ${alternative.member ?? ''}`} className={classes.alternative} data-verdict={verdict}>
              <p><strong>{labelOf(alternative.member)}</strong>{alternative.log10LrAgainst === null ? '' : ` · ${t('log10', { value: formatFixed(alternative.log10LrAgainst, language, 2) })}`}</p>
              <p>{t(`alternatives.${verdict}`)}</p>
            </li>
          );
        })}
      </ul>
      <p className={classes.dimmed} style={{ marginTop: '0.75rem' }}>{detail.siblings.length === 0 ? t('alternatives.noSiblings') : t('alternatives.siblings')}</p>
      {detail.siblings.length > 0 && (
        <ul>{detail.siblings.map((sibling) => <li key={sibling.id}>{sibling.label}: {t(`pedigree:state.${sibling.state}`)}{sibling.stateSource === null ? `, ${t('alternatives.noSource')}` : ` (${sibling.stateSource})`}</li>)}</ul>
      )}
    </>
  );
}
