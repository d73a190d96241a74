import { useTranslation } from 'react-i18next';
import { modelWords } from '../dna/low-template-words.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { MarkerFacts } from './marker-facts.ts';
import classes from './recompute.module.css';

/** What each marker is calculated with: genotypes, frequencies of their alleles, mutation. */
export function MarkerFactsTable({ markers }: { readonly markers: readonly MarkerFacts[] }) {
  const { t } = useTranslation('recompute');
  const { t: tLow } = useTranslation('lowTemplate');
  const language = useLanguage();
  return (
    <details className={classes.details}>
      <summary>{t('facts.title')}</summary>
      <div className={classes.wide} tabIndex={0} role="group" aria-label={t('facts.title')}>
        <table className={classes.rows}>
          <thead><tr><th scope="col">{t('marker')}</th><th scope="col">{t('facts.genotypes')}</th><th scope="col">{t('facts.frequencies')}</th><th scope="col">{t('facts.mutation')}</th></tr></thead>
          <tbody>
            {markers.map((marker) => (
              <tr key={marker.name}>
                <th scope="row">{marker.name}{marker.chrom === 'X' && <div className={classes.small}>{t('facts.onX')}</div>}</th>
                <td>{marker.genotypes.map(({ profile, alleles, typing }) => <div key={profile}>{profile}: {alleles.length === 0 ? '∅' : alleles.map((allele) => allele ?? '?').join(', ')}{typing !== null && <div className={classes.small}>{modelWords(typing, { t: tLow, language })}</div>}</div>)}</td>
                <td>{marker.alleles.map(({ allele, frequency }) => <div key={allele}>{allele}: {frequency === null ? t('facts.notInTable') : formatNumber(frequency, language, 6)}</div>)}</td>
                <td>{marker.mutation === null ? t('facts.noMutation') : <><div>{t('facts.mother', { model: marker.mutation.female })}</div><div>{t('facts.father', { model: marker.mutation.male })}</div></>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
