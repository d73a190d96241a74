import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAnswering, useSession } from '../api/index.ts';
import { useDeviceService, type OutboxEntry } from '../device/index.ts';
import { refresh } from '../record/index.ts';
import { Banners } from './banners.tsx';
import { DeskNavigation } from './desk-navigation.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useScreensKept } from './use-screens-kept.ts';
import classes from './shell.module.css';

/** The frame around every screen of a signed-in person. */
export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const client = useQueryClient();
  // What was stated while nobody could be reached stands on the screen as soon as the register shows it.
  const onArrived = useCallback(({ subject, index }: OutboxEntry) => refresh(client, subject, index ?? 0), [client]);
  useDeviceService(session, { isAnswering: useIsAnswering(), onArrived });
  useScreensKept();
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  // While the next screen is being fetched the last one stands: it is marked, so that nobody takes it for the new one.
  const isLoading = useRouterState({ select: (state) => state.isLoading });
  const shown = useMatches({ select: (matches) => matches.at(-1)?.pathname });
  const first = useRef(true);
  useEffect(() => {
    // A new page is announced and read from its beginning; the first one keeps the browser's own focus.
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>{t('skipToContent')}</a>
      <header className={classes.top}>
        <TopBar />
        <Banners />
      </header>
      <DeskNavigation />
      <main id="content" ref={main} tabIndex={-1} className={classes.main} data-screen={shown} aria-busy={isLoading && shown !== pathname}><Outlet /></main>
      <PhoneBar />
    </div>
  );
}
