import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page-header.module.css';

/** Title, what stands beside it, and what can be done here. Sets the title of the window. */
export function PageHeader({ title, kind, badges, actions, children }: {
  readonly title: string;
  readonly kind?: string;
  readonly badges?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('appName')}`;
  }, [title, t]);
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {kind !== undefined && <p className={classes.kind}>{kind}</p>}
        <div className={classes.titleLine}><h1 className={classes.title}>{title}</h1>{badges}</div>
        {children !== undefined && <div className={classes.under}>{children}</div>}
      </div>
      {actions !== undefined && <div className={`${classes.actions ?? ''} no-print`}>{actions}</div>}
    </header>
  );
}
