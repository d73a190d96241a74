import { useTranslation } from 'react-i18next';
import { PageHeader, SubjectTable, useListConditions } from '../components/index.ts';
import { codeLabel } from '../format/index.ts';

/** Every statement out of every document. */
export function ClaimList() {
  const { t } = useTranslation(['sources', 'common']);
  const { conditions, setConditions } = useListConditions();
  return (
    <>
      <PageHeader title={t('claims')}>{t('claimsExplained')}</PageHeader>
      <SubjectTable kind="claim" conditions={conditions} onConditions={setConditions} emptyText={t('noClaims')} columns={[{ key: 'modality', label: t('modality'), deskOnly: true, cell: (item) => (typeof item.facets['modality'] === 'string' ? codeLabel('modalities', item.facets['modality']) : '') }]} />
    </>
  );
}
