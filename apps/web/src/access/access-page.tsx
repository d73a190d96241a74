import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../app/language-switch.tsx';
import classes from './access-page.module.css';

/** The plain page of everything that is open without signing in. */
export function AccessPage({ title, children, width }: { readonly title: string; readonly children: ReactNode; readonly width?: 'wide' }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('appName')}`;
  }, [title, t]);
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.top}><span className={classes.brand}><img src="/icon.svg" alt="" />{t('appName')}</span><LanguageSwitch /></header>
      <main className={classes.card}>
        <h1 className={classes.title}>{title}</h1>
        {children}
      </main>
    </div>
  );
}
