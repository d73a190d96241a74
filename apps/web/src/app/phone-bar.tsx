import { Drawer } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { isCurrent, navigationFor, type NavigationKey } from './navigation.ts';
import classes from './shell.module.css';

const firstOnPhone: readonly NavigationKey[] = ['overview', 'sites', 'graves', 'remains', 'missing', 'decisions', 'dna'];
const placesInBar = 4;

/** Four large targets for one thumb, and the rest behind "more". */
export function PhoneBar() {
  const { t } = useTranslation();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const all = navigationFor(session);
  const inBar = firstOnPhone.flatMap((key) => all.filter((entry) => entry.key === key)).slice(0, placesInBar);
  const current = (entry: (typeof all)[number]) => (isCurrent(entry, pathname) ? { 'aria-current': 'page' as const } : {});
  return (
    <>
      <nav className={classes.phoneBar} aria-label={t('mainNavigation')}>
        {inBar.map((entry) => (
          <Link key={entry.key} to={entry.to} className={classes.phoneLink} {...current(entry)}>
            <entry.icon size={24} stroke={1.6} aria-hidden />
            {t(`nav.${entry.key}`)}
          </Link>
        ))}
        <button type="button" className={classes.phoneLink} onClick={() => setOpen(true)} aria-haspopup="dialog">
          <IconDots size={24} aria-hidden />
          {t('nav.more')}
        </button>
      </nav>
      <Drawer opened={open} onClose={() => setOpen(false)} position="bottom" size="80%" title={t('mainNavigation')} closeButtonProps={{ 'aria-label': t('close') }}>
        <ul className={classes.sideList}>
          {all.map((entry) => (
            <li key={entry.key}>
              <Link to={entry.to} className={classes.sideLink} onClick={() => setOpen(false)} {...current(entry)}>
                <entry.icon size={22} stroke={1.6} aria-hidden />
                {t(`nav.${entry.key}`)}
              </Link>
            </li>
          ))}
        </ul>
      </Drawer>
    </>
  );
}
