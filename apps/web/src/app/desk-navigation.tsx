import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { isCurrent, navigationFor } from './navigation.ts';
import classes from './shell.module.css';

export function DeskNavigation() {
  const { t } = useTranslation();
  const session = useSession();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className={classes.side} aria-label={t('mainNavigation')}>
      <ul className={classes.sideList}>
        {navigationFor(session).map((entry) => (
          <li key={entry.key}>
            <Link to={entry.to} className={classes.sideLink} {...(isCurrent(entry, pathname) ? { 'aria-current': 'page' as const } : {})}>
              <entry.icon size={20} stroke={1.6} aria-hidden />
              {t(`nav.${entry.key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
