import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import classes from './section-tabs.module.css';

export interface SectionTab {
  readonly to: string;
  readonly label: string;
}

/** The parts of a section, beside each other; on a phone they scroll sideways and the present one is in view. */
export function SectionTabs({ tabs, label }: { readonly tabs: readonly SectionTab[]; readonly label: string }) {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const nav = list.current;
    const present = nav?.querySelector<HTMLElement>('[aria-current]');
    if (nav !== null && present) nav.scrollLeft = present.offsetLeft - (nav.clientWidth - present.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={list} className={classes.tabs} aria-label={label}>
      {tabs.map((tab) => <Link key={tab.to} to={tab.to} className={classes.tab} activeOptions={{ exact: true }} {...(pathname === tab.to ? { 'aria-current': 'page' as const } : {})}>{tab.label}</Link>)}
    </nav>
  );
}
