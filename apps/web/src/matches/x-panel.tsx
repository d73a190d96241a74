import { describeProblem, makeProblem } from '@imena/problem';
import { useTranslation } from 'react-i18next';
import { formatFixed } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { CandidateDetail, XMarkers } from './candidate-api.ts';
import classes from './matches.module.css';

/** X-STR of remains and relatives side by side with a ratio of their own; no part of the weight of DNA, and it says so. */
export function XPanel({ detail, x }: { readonly detail: CandidateDetail; readonly x: XMarkers }) {
  const { t } = useTranslation(['lineage', 'matches']);
  const language = useLanguage();
  const relatives = x.markers[0]?.relatives.map((one) => one.member) ?? [];
  const labelOf = (member: string): string => detail.pedigree.members.find((one) => one.id === member)?.label ?? member;
  const written = (alleles: readonly (string | null)[] | null): string => (alleles === null ? '—' : alleles.map((allele) => allele ?? '?').join(', '));
  return (
    <>
      <p><strong>{t('x.notInLr')}</strong> {t('x.explained')}</p>
      {x.refused !== null && <p>{t('x.refused', { reason: describeProblem(makeProblem(x.refused.code, x.refused.details), language) })}</p>}
      {x.log10Lr === null ? x.refused === null && <p>{t('x.none')}</p> : (
        <>
          <dl className={classes.figures}><div><dt>{t('x.ratio')}</dt><dd>{formatFixed(x.log10Lr, language, 2)}</dd>{x.confirmation !== null && <dd className={classes.note}>{t(`x.${x.confirmation}`)}</dd>}</div></dl>
          <p>{t('x.assumption')}</p>
        </>
      )}
      <details className={classes.details}>
        <summary>{t('x.table')}</summary>
        <div className={classes.wide} tabIndex={0} role="group" aria-label={t('x.table')}>
          <table className={classes.rows}>
            <thead><tr><th scope="col">{t('matches:markers.marker')}</th><th scope="col" className={classes.number}>{t('matches:markers.log10')}</th><th scope="col">{t('matches:markers.remains')}</th>{relatives.map((member) => <th key={member} scope="col">{labelOf(member)}</th>)}<th scope="col">{t('matches:markers.note')}</th></tr></thead>
            <tbody>
              {x.markers.map((row) => (
                <tr key={row.marker}>
                  <th scope="row">{row.marker}</th><td className={classes.number}>{row.log10Lr === null ? '—' : formatFixed(row.log10Lr, language, 3)}</td><td>{written(row.remains)}</td>
                  {row.relatives.map((one) => <td key={one.member}>{written(one.alleles)}</td>)}<td className={classes.remark}>{row.notCounted === null ? '' : t(`x.notCounted.${row.notCounted}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
