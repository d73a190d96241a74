import { formatProbability } from '@imena/report';
import { useTranslation } from 'react-i18next';
import { formatFixed } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { JointTable } from './joint-table.ts';
import classes from './recompute.module.css';

/** Several remains and families solved together: the posterior of every pairing, and the LR of each pair alone. */
export function JointTables({ joint }: { readonly joint: JointTable }) {
  const { t } = useTranslation('recompute');
  const language = useLanguage();
  const { method } = joint;
  return (
    <>
      <p className={classes.verdict} data-tone={method.kind === 'estimate' ? 'warn' : 'good'}>
        {method.kind === 'exact' ? t('joint.exact') : method.kind === 'certified' ? t('joint.certified', { error: method.relativeError.toExponential(0) }) : t('joint.estimate', { error: method.standardError.toExponential(0) })}
      </p>
      <Matrix title={t('joint.posterior')} rows={joint.remains} columns={[...joint.missing, t('joint.nobody')]} values={joint.posterior} write={(probability) => formatProbability({ probability, complement: 1 - probability }, language)} />
      <Matrix title={t('joint.pairwise')} rows={joint.remains} columns={joint.missing} values={joint.pairwiseLr.map((line) => line.map(Math.log10))} write={(value) => (value === -Infinity ? '−∞' : formatFixed(value, language, 2))} />
    </>
  );
}

interface MatrixProps {
  readonly title: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly number[])[];
  readonly write: (value: number) => string;
}

function Matrix({ title, rows, columns, values, write }: MatrixProps) {
  const { t } = useTranslation('recompute');
  return (
    <>
      <h3 className={classes.sub}>{title}</h3>
      <div className={classes.wide} tabIndex={0} role="group" aria-label={title}>
        <table className={classes.rows}>
          <thead><tr><th scope="col">{t('joint.remains')}</th>{columns.map((column) => <th key={column} scope="col" className={classes.number}>{column}</th>)}</tr></thead>
          <tbody>{rows.map((row, r) => <tr key={row}><th scope="row">{row}</th>{columns.map((column, c) => { const value = values[r]?.[c] ?? Number.NaN; return <td key={column} className={classes.number}>{Number.isNaN(value) ? '—' : write(value)}</td>; })}</tr>)}</tbody>
        </table>
      </div>
    </>
  );
}
