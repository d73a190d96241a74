import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './dna.module.css';

const places = [['profiles', '/dna'], ['runs', '/dna/runs'], ['tables', '/dna/tables']] as const;

/** The three parts of DNA, as links that look like tabs. */
export function DnaTabs() {
  const { t } = useTranslation('dna');
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className={`${classes.tabs ?? ''} no-print`} aria-label={t('parts')}>
      {places.map(([key, to]) => <Link key={key} to={to} className={classes.tab} activeProps={{}} aria-current={pathname === to ? 'page' : undefined}>{t(`tabs.${key}`)}</Link>)}
    </nav>
  );
}
