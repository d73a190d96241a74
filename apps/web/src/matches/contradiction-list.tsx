import { useTranslation } from 'react-i18next';
import { formatFixed } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { EvidenceRow, WeighedRow } from './candidate-api.ts';
import { compareKinds, heavyAgainst } from './compared-kinds.ts';
import { evidenceLabel, evidenceValue } from './evidence-words.ts';
import { kindWord, weighedValue } from './weighed-words.ts';
import classes from './matches.module.css';

/** What contradicts a pair, in one place on top: plain checks, and every other kind that weighs heavily against it. */
export function ContradictionList({ rows, evidence }: { readonly rows: readonly WeighedRow[]; readonly evidence: readonly EvidenceRow[] }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const words = { t, language };
  const contradictions = evidence.filter((row) => row.verdict === 'contradicts');
  const heavy = heavyAgainst(compareKinds(rows, evidence));
  const count = contradictions.length + heavy.length;
  if (count === 0) return null;
  return (
    <div className={classes.alarm} role="note">
      <h2>{t('contradictions', { count })}</h2>
      <ul>
        {contradictions.map((row, place) => <li key={`${row.key} ${place}`}>{t('contradiction', { what: evidenceLabel(row.key, t), found: evidenceValue(row.key, row.found, words), reported: evidenceValue(row.key, row.reported, words) })}</li>)}
        {heavy.map(({ row }) => <li key={row.kind}>{t('contradiction', { what: kindWord(row.kind, t), found: weighedValue(row, 'found', words), reported: weighedValue(row, 'reported', words) })} ({t('log10', { value: formatFixed(row.log10Lr, language, 2) })})</li>)}
      </ul>
    </div>
  );
}
