import { Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountsQuery, useSession, type Account } from '../api/index.ts';
import { Badge, EmptyState, QueryView, Section } from '../components/index.ts';
import { roleLabel } from '../format/index.ts';
import { AdministrationPage } from './administration-page.tsx';
import { useScopeName } from './scopes.ts';
import classes from './administration.module.css';

/** Everybody who can sign in, with their roles. */
export function AccountsPage() {
  const { t } = useTranslation('administration');
  const [text, setText] = useState('');
  const [closed, setClosed] = useState(false);
  const query = useQuery(accountsQuery);
  const words = text.trim().toLowerCase();
  const fits = (account: Account): boolean => (closed || account.closed !== true) && (words === '' || `${account.displayName} ${account.login ?? ''}`.toLowerCase().includes(words));
  return (
    <AdministrationPage section="accounts" intro={t('accounts.intro')}>
      <QueryView query={query}>
        {(accounts) => (
          <Section title={t('sections.accounts')}>
            <div className={classes.filters}>
              <TextInput size="md" type="search" label={t('accounts.search')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
              {accounts.some((account) => account.closed === true) && <Switch size="md" label={t('accounts.showClosed')} checked={closed} onChange={(event) => setClosed(event.currentTarget.checked)} />}
            </div>
            {!accounts.some(fits) && <EmptyState>{t('accounts.none')}</EmptyState>}
            <ul className={classes.list}>{accounts.filter(fits).map((account) => <AccountLine key={account.id} account={account} />)}</ul>
          </Section>
        )}
      </QueryView>
    </AdministrationPage>
  );
}

function AccountLine({ account }: { readonly account: Account }) {
  const { t } = useTranslation('administration');
  const session = useSession();
  const scopeName = useScopeName();
  const held = account.memberships ?? [];
  return (
    <li>
      <div>
        <Link to={`/administration/accounts/${account.id}`} className={classes.rowLink}>{account.displayName}</Link>
        <small>{[account.login, held.length === 0 ? t('accounts.noRoles') : held.map((one) => `${roleLabel(one.role)} (${scopeName(one.scope)})`).join(', ')].filter((part) => part !== undefined).join(' · ')}</small>
      </div>
      <div className={classes.end}>
        {account.id === session.account.id && <Badge tone="info">{t('accounts.you')}</Badge>}
        {account.closed === true && <Badge>{t('accounts.closed')}</Badge>}
      </div>
    </li>
  );
}
