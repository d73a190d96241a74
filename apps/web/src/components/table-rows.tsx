import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableColumn } from './subject-table.tsx';
import classes from './subject-table.module.css';

const deskRow = 48;
const phoneRow = 84;

export interface TableRowsProps<T> {
  readonly items: readonly T[];
  readonly columns: readonly TableColumn<T>[];
  /** The address that a row opens. */
  readonly pathOf: (item: T) => string;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}

/** The rows in view. One row can be reached with Tab; arrows, Page keys, Home and End move; Enter opens. */
export function TableRows<T extends { readonly id: string }>({ items, columns, pathOf, hasMore, loadMore }: TableRowsProps<T>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const phone = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const body = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  // Set by a key, spent by the next drawing: scrolling by hand must never pull the page back to a row.
  const focusNext = useRef(false);
  const [top, setTop] = useState(0);
  // What stands above the table (filters, banners) may appear or grow later, and moves it down.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const rows = useWindowVirtualizer({ count: items.length, estimateSize: () => (phone ? phoneRow : deskRow), overscan: 12, scrollMargin: top });
  const virtual = rows.getVirtualItems();
  const last = virtual.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= items.length - 20) loadMore();
  }, [hasMore, last, items.length, loadMore]);
  useEffect(() => {
    const link = focusNext.current ? body.current?.querySelector<HTMLElement>(`[data-row="${active}"] a`) : null;
    if (link === null || link === undefined) return;
    focusNext.current = false;
    link.focus({ preventScroll: true });
  });
  const shown = columns.filter((column) => !phone || column.deskOnly === undefined);
  const template = phone ? 'minmax(0, 1fr) auto' : shown.map((column) => `minmax(0, ${column.width ?? 1}fr)`).join(' ');
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -items.length, End: items.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(items.length - 1, active + step));
    setActive(next);
    focusNext.current = true;
    rows.scrollToIndex(next, { align: 'auto' });
  };
  return (
    <div className={classes.table} role="table" aria-rowcount={hasMore ? -1 : items.length + 1} aria-label={t('table.keyboardHint')}>
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row} style={{ gridTemplateColumns: template }}>
          {shown.map((column) => <div key={column.key} role="columnheader" className={classes.headCell}>{column.label}</div>)}
        </div>
      </div>
      <div role="rowgroup" ref={body} className={classes.body} style={{ height: rows.getTotalSize() }} onKeyDown={onKeyDown}>
        {virtual.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            <div
              key={item.id} role="row" aria-rowindex={row.index + 2} data-row={row.index} className={classes.row}
              style={{ gridTemplateColumns: template, height: row.size, transform: `translateY(${row.start - rows.options.scrollMargin}px)` }}
              onClick={(event) => { if (!(event.target instanceof HTMLAnchorElement)) void navigate({ to: pathOf(item) }); }}
            >
              {shown.map((column, place) => (
                <div key={column.key} role="cell" className={classes.cell} data-column={place === 0 ? 'first' : column.key}>
                  {place === 0 ? <Link to={pathOf(item)} className={classes.rowLink} tabIndex={row.index === active ? 0 : -1} onFocus={() => setActive(row.index)}>{column.cell(item)}</Link> : column.cell(item)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
