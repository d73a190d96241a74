import { ActionIcon, Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../api/index.ts';
import { subjectPath } from '../format/index.ts';
import classes from './small.module.css';

/** A hash, id or code in even letters; long ones are shortened on screen and copied whole. */
export function Code({ children, length }: { readonly children: string; readonly length?: number }) {
  const { t } = useTranslation();
  const short = length !== undefined && children.length > length ? `${children.slice(0, length)}…` : children;
  return (
    <span className={classes.code}>
      <code title={children}>{short}</code>
      {length !== undefined && (
        <CopyButton value={children}>
          {({ copied, copy }) => <ActionIcon variant="subtle" size="sm" className="no-print" aria-label={t(copied ? 'copied' : 'copy')} onClick={copy}>{copied ? <IconCheck size={14} /> : <IconCopy size={14} />}</ActionIcon>}
        </CopyButton>
      )}
    </span>
  );
}

export function PrintButton() {
  const { t } = useTranslation();
  return <Button variant="default" size="md" visibleFrom="md" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>{t('print')}</Button>;
}

/** A subject as a link: its code, and its title beside it. */
export function SubjectLink({ item }: { readonly item: Pick<Item, 'kind' | 'id' | 'code' | 'title'> }) {
  return <Link to={subjectPath(item.kind, item.id)} className={classes.subjectLink}><span className={classes.subjectCode}>{item.code}</span>{item.title === '' || item.title === item.code ? null : ` ${item.title}`}</Link>;
}

/** A part of a page with a heading. */
export function Section({ title, children, actions, id }: { readonly title: string; readonly children: ReactNode; readonly actions?: ReactNode; readonly id?: string }) {
  return (
    <section className={classes.section} id={id} aria-label={title}>
      <div className={classes.sectionHead}><h2>{title}</h2>{actions !== undefined && <div className="no-print">{actions}</div>}</div>
      {children}
    </section>
  );
}

/** Two parts beside each other on a desk, under each other on a phone. `side` is the narrower one. */
export function SplitView({ children, side }: { readonly children: ReactNode; readonly side: ReactNode }) {
  return <div className={classes.split}><div>{children}</div><div>{side}</div></div>;
}
