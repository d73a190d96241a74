import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { SubjectKind } from '@imena/record';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubjects, type Item, type SubjectConditions } from '../api/index.ts';
import { formatDay, formatNumber, statusLabel, subjectPath } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { EmptyState, ErrorState, LoadingState } from './states.tsx';
import { StatusBadge, SyntheticBadge } from './status-badge.tsx';
import { TableRows } from './table-rows.tsx';
import classes from './subject-table.module.css';

export interface TableColumn<T = Item> {
  readonly key: string;
  readonly label: string;
  readonly cell: (item: T) => ReactNode;
  /** Fraction of the width; 1 where not given. */
  readonly width?: number;
  /** Left out on a phone. */
  readonly deskOnly?: true;
}

export interface SubjectTableProps {
  readonly kind: SubjectKind;
  /** Conditions from the address: links, facets, status, words. */
  readonly conditions?: Omit<SubjectConditions, 'kind'>;
  /** Told when filter, status or sorting change, so that the page can put them into the address. */
  readonly onConditions?: (change: Readonly<Record<string, string | undefined>>) => void;
  readonly columns?: readonly TableColumn[];
  /** Further filters, beside the search field. */
  readonly filters?: ReactNode;
  readonly emptyText?: string;
}

const sorts = ['code', 'title', '-updated'] as const;

/** A list of subjects of any length: filtered and sorted by the server, drawn only where it is seen, driven by keyboard. */
export function SubjectTable({ kind, conditions = {}, onConditions, columns = [], filters, emptyText }: SubjectTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [own, setOwn] = useState<Readonly<Record<string, string | undefined>>>({});
  const change = onConditions ?? ((next: Readonly<Record<string, string | undefined>>) => setOwn({ ...own, ...next }));
  const current: Omit<SubjectConditions, 'kind'> = { sort: 'code', ...conditions, ...own };
  const [text, setText] = useState(current.q ?? '');
  const [q] = useDebouncedValue(text.trim(), 200);
  const query = useSubjects({ ...current, kind, q: q === '' ? undefined : q });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const first = query.data?.pages[0];
  const all: readonly TableColumn[] = [
    { key: 'code', label: t('table.code'), cell: (item) => <strong>{item.code}</strong> },
    ...(items.every((item) => item.title === '') ? [] : [nameColumn(t('table.name'))]),
    { key: 'status', label: t('table.status'), cell: (item) => <StatusBadge kind={item.kind} status={item.status} /> },
    ...columns,
    { key: 'updated', label: t('table.updated'), deskOnly: true, cell: (item) => formatDay(item.updatedAt, language) },
  ];
  const statuses = Object.entries(first?.statuses ?? {});
  return (
    <div className={classes.whole}>
      <div className={`${classes.filters ?? ''} no-print`}>
        <TextInput size="md" className={classes.search} type="search" aria-label={t('table.filter')} placeholder={t('table.filter')} leftSection={<IconSearch size={18} aria-hidden />} value={text} onChange={(event) => { setText(event.currentTarget.value); onConditions?.({ q: event.currentTarget.value || undefined }); }} />
        {statuses.length + (current.status === undefined ? 0 : 1) > 1 && (
          <Select size="md" aria-label={t('table.status')} placeholder={t('table.allStates')} clearable value={current.status ?? null} onChange={(status) => change({ status: status ?? undefined })} data={statuses.map(([status, count]) => ({ value: status, label: `${statusLabel(kind, status)} · ${formatNumber(count, language)}` }))} />
        )}
        {filters}
        <Select size="md" aria-label={t('table.sort')} allowDeselect={false} value={current.sort ?? 'code'} onChange={(sort) => change({ sort: sort ?? 'code' })} data={sorts.map((sort) => ({ value: sort, label: t(sort === 'code' ? 'table.code' : sort === 'title' ? 'table.name' : 'table.updated') }))} />
        <p className={classes.total} role="status">{first === undefined ? '' : t('total', { count: first.total })}</p>
      </div>
      {query.error !== null && items.length === 0 && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingState />}
      {first !== undefined && items.length === 0 && <EmptyState>{q === '' && current.status === undefined ? (emptyText ?? t('nothingYet')) : t('nothingFound')}</EmptyState>}
      {items.length > 0 && <TableRows items={items} columns={all} pathOf={(item) => subjectPath(item.kind, item.id)} hasMore={query.hasNextPage} loadMore={() => { if (!query.isFetchingNextPage) void query.fetchNextPage(); }} />}
    </div>
  );
}

/** Left out of a list in which nothing has a name: profiles, samples and runs are known by their number. */
function nameColumn(label: string): TableColumn {
  return { key: 'title', label, width: 2, cell: (item) => <span className={classes.name}><span>{item.title}</span>{item.title !== '' && item.facets['synthetic'] === true && <SyntheticBadge />}</span> };
}
