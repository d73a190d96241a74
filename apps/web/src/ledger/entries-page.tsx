import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LoadingState, PageHeader, TableRows, type TableColumn } from '../components/index.ts';
import { formatMoment, formatNumber, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { EntryFilters } from './entry-filters.tsx';
import { entriesQuery, type EntryConditions, type EntryLine } from './ledger-api.ts';
import { LedgerTabs } from './ledger-tabs.tsx';
import { useAuthorName, useEntryWords, useScopes } from './ledger-words.ts';
import classes from './ledger.module.css';

/** The whole log, newest first. */
export function EntriesPage() {
  const { t } = useTranslation(['ledger', 'common']);
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const conditions: EntryConditions = { scope: textOf(search['scope']), subject: textOf(search['subject']), type: textOf(search['type']) };
  const change = (next: EntryConditions): void => {
    const kept = Object.fromEntries(Object.entries({ ...conditions, ...next }).filter(([, value]) => value !== undefined));
    void navigate({ to: '.', search: kept, replace: true });
  };
  const query = useInfiniteQuery(entriesQuery(conditions));
  const columns = useColumns();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = conditions.scope !== undefined || conditions.subject !== undefined || conditions.type !== undefined;
  return (
    <>
      <PageHeader title={t('title')}>{t('intro')}</PageHeader>
      <LedgerTabs />
      <EntryFilters conditions={conditions} onChange={change} />
      {query.error !== null && items.length === 0 && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingState />}
      {query.data !== undefined && items.length === 0 && <EmptyState>{filtered ? t('common:nothingFound') : t('empty')}</EmptyState>}
      {items.length > 0 && <TableRows items={items} columns={columns} pathOf={(line) => `/ledger/${line.id}`} hasMore={query.hasNextPage} loadMore={() => { if (!query.isFetchingNextPage) void query.fetchNextPage(); }} />}
    </>
  );
}

function useColumns(): readonly TableColumn<EntryLine>[] {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const authorOf = useAuthorName();
  const wordsOf = useEntryWords();
  const scopes = useScopes();
  return [
    { key: 'index', label: t('columns.index'), width: 0.5, cell: (line) => <strong>{formatNumber(line.index, language)}</strong> },
    { key: 'what', label: t('columns.what'), width: 2, cell: (line) => <span className={line.type === null ? classes.hidden : undefined}>{wordsOf(line)}</span> },
    { key: 'scope', label: t('columns.scope'), deskOnly: true, cell: (line) => scopes.get(line.scope)?.title ?? '' },
    { key: 'who', label: t('columns.who'), cell: (line) => authorOf(line.by) },
    { key: 'received', label: t('columns.received'), width: 1.2, cell: (line) => formatMoment(line.receivedAt, language) },
  ];
}
