import { useTranslation } from 'react-i18next';
import { PageHeader, SubjectTable, useListConditions } from '../components/index.ts';
import { codeLabel } from '../format/index.ts';

/** Every line of a burial journal that the reader may see. */
export function JournalList() {
  const { t } = useTranslation('reconciliation');
  const { conditions, setConditions } = useListConditions();
  return (
    <>
      <PageHeader title={t('lines')} />
      <SubjectTable
        kind="burial_record" conditions={conditions} onConditions={setConditions} emptyText={t('noJournal')}
        columns={[{ key: 'sex', label: t('weight.sex'), deskOnly: true, cell: (item) => (typeof item.facets['sex'] === 'string' ? codeLabel('sexes', item.facets['sex']) : '') }]}
      />
    </>
  );
}
