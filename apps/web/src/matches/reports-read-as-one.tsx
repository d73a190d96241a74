import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Item } from '../api/index.ts';
import { formatSigned } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { WeighedRow } from './candidate-api.ts';
import classes from './matches.module.css';

interface ReportsReadAsOneProps {
  readonly rows: readonly WeighedRow[];
  readonly reports: readonly Item[];
  readonly person: string;
  readonly remains: string;
}

/** Which reports were read as one file, how surely they are of one person, and where to decide it. Nothing where the person stands alone. */
export function ReportsReadAsOne({ rows, reports, person, remains }: ReportsReadAsOneProps) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const doubt = rows.find(({ kind }) => kind === 'reports');
  if (doubt === undefined || reports.length === 0) return null;
  const own = reports.find(({ id }) => id === person);
  return (
    <div className={classes.asOne} role="note">
      <h3>{t('files.title', { codes: reports.map(({ code }) => code).join(', ') })}</h3>
      <p>{doubt.explained.why.map((one) => one[language]).join(' ')} {Math.abs(doubt.log10Lr) >= 0.005 && t('files.doubt', { weight: formatSigned(doubt.log10Lr, language, 2) })}</p>
      <ul>{reports.filter(({ id }) => id !== person).map((one) => (
        <li key={one.id}><Link to={`/remains/${remains}/with/${one.id}`}>{`${one.code} ${one.title}`.trim()}</Link></li>
      ))}</ul>
      {own !== undefined && <p className="no-print"><Link to={`/missing/${own.id}/compare`}>{t('files.decide')}</Link></p>}
    </div>
  );
}
