import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../components/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { EvidenceRow } from './candidate-api.ts';
import { evidenceLabel, evidenceValue, reasonLabel } from './evidence-words.ts';
import classes from './matches.module.css';

const tones: Readonly<Record<EvidenceRow['verdict'], Tone>> = { agrees: 'good', contradicts: 'bad', unclear: 'warn', unknown: 'plain' };
const order: readonly EvidenceRow['verdict'][] = ['contradicts', 'unclear', 'agrees', 'unknown'];

/** What was reported beside what was found, contradictions first. */
export function EvidenceTable({ rows }: { readonly rows: readonly EvidenceRow[] }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const sorted = [...rows].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return (
    <div className={classes.wide} tabIndex={0} role="group" aria-label={t('other.title')}>
      <table className={classes.rows}>
        <thead><tr><th scope="col">{t('other.what')}</th><th scope="col">{t('other.reported')}</th><th scope="col">{t('other.found')}</th></tr></thead>
        <tbody>
          {sorted.map((row, place) => (
            <tr key={`${row.key} ${place}`}>
              <th scope="row">{evidenceLabel(row.key, t)}<div className={classes.verdict}><Badge tone={tones[row.verdict]}>{t(`verdicts.${row.verdict}`)}</Badge> <span className={classes.small}>{reasonLabel(row.reason, t)}</span></div></th>
              <td>{evidenceValue(row.key, row.reported, { t, language })}</td>
              <td>{evidenceValue(row.key, row.found, { t, language })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
