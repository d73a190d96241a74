import { Button, Select, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountsQuery } from '../api/index.ts';
import { EmptyState, QueryView, Section } from '../components/index.ts';
import { textOf } from '../format/index.ts';
import { AccessLogLine } from './access-log-line.tsx';
import { AdministrationPage } from './administration-page.tsx';
import { accessLogQuery, type AccessConditions } from './administration-api.ts';
import classes from './administration.module.css';

/** Who did and read what, newest first. */
export function AccessLogPage() {
  const { t } = useTranslation(['administration', 'common']);
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const conditions: AccessConditions = { account: textOf(search['account']), subject: textOf(search['subject']) };
  const query = useInfiniteQuery(accessLogQuery(conditions));
  const change = (next: AccessConditions): void => {
    const kept = Object.fromEntries(Object.entries({ ...conditions, ...next }).filter(([, value]) => value !== undefined && value !== ''));
    void navigate({ to: '.', search: kept, replace: true });
  };
  return (
    <AdministrationPage section="accessLog" intro={t('log.intro')}>
      <Filters conditions={conditions} onChange={change} />
      <QueryView query={query}>
        {(data) => {
          const lines = data.pages.flatMap((page) => page.items);
          return (
            <Section title={t('sections.accessLog')}>
              {lines.length === 0 && <EmptyState>{t('log.none')}</EmptyState>}
              <ol className={classes.log}>{lines.map((line) => <AccessLogLine key={line.id} line={line} />)}</ol>
              {query.hasNextPage && <Button mt="md" size="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('log.more')}</Button>}
            </Section>
          );
        }}
      </QueryView>
    </AdministrationPage>
  );
}

function Filters({ conditions, onChange }: { readonly conditions: AccessConditions; readonly onChange: (change: AccessConditions) => void }) {
  const { t } = useTranslation(['administration', 'common']);
  const { data: accounts = [] } = useQuery(accountsQuery);
  const [subject, setSubject] = useState(conditions.subject ?? '');
  return (
    <form className={`${classes.filters ?? ''} no-print`} onSubmit={(event) => { event.preventDefault(); onChange({ subject: subject.trim() }); }}>
      <Select size="md" label={t('log.account')} placeholder={t('log.allAccounts')} clearable searchable data={accounts.map((one) => ({ value: one.id, label: one.displayName }))} value={conditions.account ?? null} onChange={(account) => onChange({ account: account ?? undefined })} />
      <TextInput
        size="md" label={t('log.subject')} autoComplete="off" spellCheck={false} maxLength={100} value={subject} onChange={(event) => { setSubject(event.currentTarget.value); if (event.currentTarget.value === '') onChange({ subject: undefined }); }}
        rightSectionWidth="auto" rightSection={subject.trim() === (conditions.subject ?? '') ? null : <Button type="submit" size="compact-md" mr={4}>{t('common:search')}</Button>}
      />
    </form>
  );
}
