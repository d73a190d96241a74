import { useTranslation } from 'react-i18next';
import { PageHeader, SubjectTable, useListConditions } from '../components/index.ts';
import { codeLabel } from '../format/index.ts';

/** All samples, with how far each has come. */
export function SampleList() {
  const { t } = useTranslation(['remains', 'common']);
  const { conditions, setConditions } = useListConditions();
  return (
    <>
      <PageHeader title={t('samples')} />
      <SubjectTable kind="sample" conditions={conditions} onConditions={setConditions} columns={[{ key: 'type', label: t('sampleType'), cell: (item) => (typeof item.facets['sampleType'] === 'string' ? codeLabel('sampleTypes', item.facets['sampleType']) : '') }]} />
    </>
  );
}
