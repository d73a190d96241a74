import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/index.ts';
import { MySigningKeys } from './my-signing-keys.tsx';

export function KeysPage() {
  const { t } = useTranslation('decisions');
  return (
    <>
      <PageHeader title={t('keys.title')} />
      <MySigningKeys />
    </>
  );
}
