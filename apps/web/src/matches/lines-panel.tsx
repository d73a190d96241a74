import { useTranslation } from 'react-i18next';
import { formatFixed, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { CandidateDetail } from './candidate-api.ts';
import classes from './matches.module.css';

/** Y-STR haplotypes of the remains and of relatives on the paternal line, side by side; no part of the LR, and it says so. */
export function LinesPanel({ detail, lines }: { readonly detail: CandidateDetail; readonly lines: NonNullable<CandidateDetail['lines']> }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const labelOf = (member: string): string => detail.pedigree.members.find((one) => one.id === member)?.label ?? member;
  return (
    <>
      <p><strong>{t('lines.notInLr')}</strong> {t('lines.explained')}</p>
      {lines.compared.map(({ member, transmissions, loci, differing, expectedMutations }) => (
        <div key={member}>
          <h3 className={classes.sub}>{labelOf(member)}</h3>
          <p>{differing.length === 0 ? t('lines.same', { count: loci.length }) : t('lines.differ', { loci: differing.join(', '), of: formatNumber(loci.length, language) })} {t('lines.transmissions', { count: transmissions, expected: formatFixed(expectedMutations, language, 3) })}</p>
          <details className={classes.details}>
            <summary>{t('lines.table')}</summary>
            <div className={classes.wide} tabIndex={0} role="group" aria-label={`${t('lines.table')}: ${labelOf(member)}`}>
              <table className={classes.rows}>
                <thead><tr><th scope="col">{t('lines.locus')}</th><th scope="col">{t('markers.remains')}</th><th scope="col">{labelOf(member)}</th><th scope="col" className={classes.number}>{t('lines.steps')}</th></tr></thead>
                <tbody>{loci.map((one) => <tr key={one.locus}><th scope="row">{one.locus}</th><td>{one.remains.join(', ')}</td><td>{one.relative.join(', ')}</td><td className={classes.number}>{one.steps === null ? '?' : formatNumber(one.steps, language)}</td></tr>)}</tbody>
              </table>
            </div>
          </details>
        </div>
      ))}
      {lines.notCompared.length > 0 && <ul>{lines.notCompared.map(({ member, reason }) => <li key={member}>{labelOf(member)}: {t(`lines.reasons.${reason}`)}</li>)}</ul>}
      {lines.compared.length + lines.notCompared.length === 0 && <p>{t('lines.onlyRemains', { count: lines.remainsLoci })}</p>}
    </>
  );
}
