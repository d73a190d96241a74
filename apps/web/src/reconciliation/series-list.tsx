import { useTranslation } from 'react-i18next';
import { Section } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { LineActs } from './line-dialog.tsx';
import { MismatchActs, MismatchWords } from './mismatch-view.tsx';
import type { Mismatch, ReconciledLine } from './reconciliation-api.ts';
import classes from './reconciliation.module.css';

/** Mismatches of a whole series (numbers missing) and of bags: they belong to no line of the table. */
export function SeriesList({ mismatches, lines, may, acts }: { readonly mismatches: readonly Mismatch[]; readonly lines: readonly ReconciledLine[]; readonly may: boolean; readonly acts: Pick<LineActs, 'explain' | 'undo'> }) {
  const { t } = useTranslation('reconciliation');
  const language = useLanguage();
  const inLines = new Set(lines.flatMap((line) => line.mismatches));
  const others = mismatches.filter(({ key }) => !inLines.has(key));
  if (others.length === 0) return null;
  const open = others.filter(({ explained }) => explained === null).length;
  return (
    <Section title={t('series')}>
      <details className={classes.details}>
        <summary>{t('seriesCount', { open: formatNumber(open, language), of: formatNumber(others.length, language) })}</summary>
        <ul className={classes.series}>{others.map((one) => <li key={one.key}><MismatchWords mismatch={one} /><MismatchActs mismatch={one} may={may} explain={acts.explain} undo={acts.undo} /></li>)}</ul>
      </details>
    </Section>
  );
}
