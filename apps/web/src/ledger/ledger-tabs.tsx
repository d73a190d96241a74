import { useTranslation } from 'react-i18next';
import { SectionTabs } from '../components/index.ts';

/** The two parts of the ledger. */
export function LedgerTabs() {
  const { t } = useTranslation('ledger');
  return <SectionTabs label={t('tabs')} tabs={[{ to: '/ledger', label: t('entries') }, { to: '/ledger/checkpoints', label: t('checkpoints') }]} />;
}
