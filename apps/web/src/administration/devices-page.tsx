import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { QueryView, Section } from '../components/index.ts';
import { AdministrationPage } from './administration-page.tsx';
import { devicesQuery } from './administration-api.ts';
import { DeviceList } from './device-list.tsx';

/** One's own devices, and everybody's. */
export function DevicesPage() {
  const { t } = useTranslation('administration');
  const session = useSession();
  const query = useQuery(devicesQuery);
  return (
    <AdministrationPage section="devices" intro={t('devices.intro')}>
      <QueryView query={query}>
        {(devices) => (
          <>
            <Section title={t('devices.mine')}><DeviceList devices={devices.filter((device) => device.account === session.account.id)} /></Section>
            <Section title={t('devices.all')}><DeviceList devices={devices} named="named" /></Section>
          </>
        )}
      </QueryView>
    </AdministrationPage>
  );
}
