import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './ledger.module.css';

const tabs = [{ to: '/ledger', label: 'entries' }, { to: '/ledger/checkpoints', label: 'checkpoints' }] as const;

/** The two parts of the ledger. */
export function LedgerTabs() {
  const { t } = useTranslation('ledger');
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className={classes.tabs} aria-label={t('tabs')}>
      {tabs.map(({ to, label }) => <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: true }} {...(pathname === to ? { 'aria-current': 'page' as const } : {})}>{t(label)}</Link>)}
    </nav>
  );
}
