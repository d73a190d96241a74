import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { accountsQuery, useSession, type Account } from '../api/index.ts';
import { Badge, EmptyState, PageHeader, QueryView, Section } from '../components/index.ts';
import { CloseAccount } from './close-account.tsx';
import { DeviceList } from './device-list.tsx';
import { HeldRoles } from './held-roles.tsx';
import { devicesQuery } from './administration-api.ts';
import { holds } from './sections.ts';
import classes from './administration.module.css';

/** One account: its roles, devices, and what can be done with it. */
export function AccountPage() {
  const { t } = useTranslation('administration');
  const { id = '' }: { readonly id?: string } = useParams({ strict: false });
  const query = useQuery(accountsQuery);
  return (
    <QueryView query={query}>
      {(accounts) => {
        const account = accounts.find((one) => one.id === id);
        return account === undefined ? <EmptyState action={<Link to="/administration/accounts">{t('sections.accounts')}</Link>}>{t('accounts.noEntry')}</EmptyState> : <Whole account={account} />;
      }}
    </QueryView>
  );
}

function Whole({ account }: { readonly account: Account }) {
  const { t } = useTranslation('administration');
  const session = useSession();
  const whole = holds(session, ['coordinator', 'auditor'], 'everywhere');
  const closed = account.closed === true;
  return (
    <>
      <PageHeader
        kind={t('title')} title={account.displayName}
        badges={<>{account.id === session.account.id && <Badge tone="info">{t('accounts.you')}</Badge>}{closed && <Badge>{t('accounts.closed')}</Badge>}</>}
      >
        {account.login !== undefined && <>{t('accounts.login')}: {account.login} · </>}<Link to="/administration/accounts">{t('sections.accounts')}</Link>
      </PageHeader>
      {closed && <p className={classes.hint}>{t('accounts.closedNote')}</p>}
      <HeldRoles account={account} />
      {whole && <AccountDevices account={account.id} />}
      {whole && <p><Link to="/administration/access-log" search={{ account: account.id }}>{t('accounts.access')}</Link></p>}
      {!closed && holds(session, ['coordinator'], 'everywhere') && account.login !== undefined && <CloseAccount account={account.id} name={account.displayName} login={account.login} />}
    </>
  );
}

function AccountDevices({ account }: { readonly account: string }) {
  const { t } = useTranslation('administration');
  const query = useQuery(devicesQuery);
  return <Section title={t('accounts.devices')}><QueryView query={query}>{(devices) => <DeviceList devices={devices.filter((device) => device.account === account)} />}</QueryView></Section>;
}
