import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { PageHeader, QueryView, Section } from '../components/index.ts';
import { roleLabel } from '../format/index.ts';
import { switchLanguage } from '../i18n/index.ts';
import { isLanguage, languageNames, languages } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Facts } from '../ledger/facts.tsx';
import { devicesQuery } from './administration-api.ts';
import { BrowserStorage } from './browser-storage.tsx';
import { ChangePassword } from './change-password.tsx';
import { DeviceList } from './device-list.tsx';
import { useScopeName } from './scopes.ts';
import classes from './administration.module.css';

/** What belongs to the reader alone: name, roles, language, password, keys, devices. */
export function MyAccountPage() {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const session = useSession();
  const scopeName = useScopeName();
  const devices = useQuery(devicesQuery);
  return (
    <>
      <PageHeader title={t('account.title')} />
      <Section title={t('account.who')}>
        <Facts rows={[
          [t('account.name'), session.account.displayName],
          [t('account.login'), session.account.login],
          [t('account.roles'), session.memberships.map((one) => <div key={`${one.role}/${one.scope ?? ''}`}>{roleLabel(one.role)} ({scopeName(one.scope)})</div>)],
          [t('account.language'), <SegmentedControl key="language" size="md" aria-label={t('account.language')} data={languages.map((one) => ({ value: one, label: languageNames[one] }))} value={language} onChange={(next) => { if (isLanguage(next)) void switchLanguage(next); }} />],
        ]} />
      </Section>
      <Section title={t('account.keysTitle')}><p>{t('account.keysText')}</p><Link to="/keys" className={classes.rowLink}>{t('account.keysLink')}</Link></Section>
      <Section title={t('devices.mine')}>
        <p className={classes.hint}>{t('devices.intro')}</p>
        <QueryView query={devices}>{(all) => <DeviceList devices={all.filter((device) => device.account === session.account.id)} />}</QueryView>
      </Section>
      <ChangePassword />
      <BrowserStorage />
    </>
  );
}
