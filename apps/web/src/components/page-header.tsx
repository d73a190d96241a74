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
        <div className={classes.titleLine}><h1 className={classes.title}>{unbroken(title)}</h1>{badges}</div>
        {children !== undefined && <div className={classes.under}>{children}</div>}
      </div>
      {actions !== undefined && <div className={`${classes.actions ?? ''} no-print`}>{actions}</div>}
    </header>
  );
}

/** Longer words must break on a phone. */
const longestCode = 20;

/** The words of a title, those with a hyphen in one piece: half a code at the end of a line reads as another code. */
function unbroken(title: string): ReactNode {
  return title.split(/(\S*-\S*)/).map((part, at) => (at % 2 === 1 && part.length <= longestCode ? <span key={at} className={classes.whole}>{part}</span> : part));
}
