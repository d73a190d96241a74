import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '@imena/problem';
import { listOf } from '../format/read-json.ts';
import { ValueView } from '../components/index.ts';
import { fieldLabel } from '../format/index.ts';
import type { ComparedField } from './compare-reports.ts';
import classes from './missing.module.css';

/** Columns beside each other, field by field; what differs is marked in colour and in words, what agrees only as far as it goes in words. */
export function SideBySide({ heads, rows, label }: { readonly heads: readonly ReactNode[]; readonly rows: readonly ComparedField[]; readonly label: string }) {
  const { t } = useTranslation(['missing', 'common']);
  return (
    <div className={classes.side} role="group" aria-label={label} tabIndex={0}>
      {/* Rows are laid out in two lines on a phone: what they are is said all the same. */}
      <table role="table">
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><span className="visually-hidden">{t('field')}</span></th>{heads.map((head, at) => <th key={at} scope="col" role="columnheader">{head}</th>)}</tr></thead>
        <tbody role="rowgroup">
          {rows.map(({ field, values, agreement }) => (
            <tr key={field} role="row">
              <th scope="row" role="rowheader">{fieldLabel(field)}{agreement !== 'same' && <>{' '}<span className={agreement === 'differ' ? classes.differs : classes.agrees}>{t(`agreement.${agreement}`)}</span></>}</th>
              {values.map((value, at) => <td key={at} role="cell">{value === undefined ? <span className={classes.quiet}>{t('notSaid')}</span> : <Said field={field} value={value} />}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Said({ field, value }: { readonly field: string; readonly value: Json }) {
  return field === 'names' ? <>{listOf(value).map((name, at) => <div key={at}><ValueView field="name" value={name} /></div>)}</> : <ValueView field={field} value={value} />;
}
