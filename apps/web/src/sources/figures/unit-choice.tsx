import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber, unitLabel } from '../../format/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { UnitFigures } from './figures.ts';
import classes from './figures.module.css';

/** The units in which somebody gave a figure, with how many figures each has. The choice stands in the address. */
export function UnitChoice({ groups, chosen, site }: { readonly groups: readonly UnitFigures[]; readonly chosen: string; readonly site: string | null }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  return (
    <nav aria-label={t('unitOfFigures')}>
      <ul className={classes.units}>
        {groups.map(({ unit, figures }) => (
          <li key={unit}><Link to="/sources/figures" search={{ ...(site === null ? {} : { site }), unit }} replace className={classes.unit} aria-current={unit === chosen ? 'true' : undefined}>{unitLabel(unit, 2)} <small>{formatNumber(figures.length, language)}</small></Link></li>
        ))}
      </ul>
    </nav>
  );
}
