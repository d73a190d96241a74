import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState } from '../api/index.ts';
import { FormDialog, PageHeader, SubjectTable, useListConditions } from '../components/index.ts';
import { codeLabel } from '../format/index.ts';
import { RegisterRemains } from './register-remains.tsx';

/** All remains the reader may see. */
export function RemainsList() {
  const { t } = useTranslation(['remains', 'common']);
  const mayState = useMayState();
  const { conditions, setConditions } = useListConditions();
  const [registering, setRegistering] = useState(false);
  return (
    <>
      <PageHeader title={t('title')} actions={mayState('remains.recovered') && <Button size="md" onClick={() => setRegistering(true)}>{t('register')}</Button>} />
      <SubjectTable
        kind="remains" conditions={conditions} onConditions={setConditions} emptyText={t('empty')}
        columns={[
          { key: 'completeness', label: t('completeness'), deskOnly: true, cell: (item) => (typeof item.facets['completeness'] === 'string' ? codeLabel('completenesses', item.facets['completeness']) : '') },
          { key: 'sex', label: t('sex'), deskOnly: true, cell: (item) => (typeof item.facets['sex'] === 'string' ? codeLabel('sexes', item.facets['sex']) : '') },
        ]}
      />
      <FormDialog opened={registering} onClose={() => setRegistering(false)} title={t('register')}>
        <RegisterRemains onDone={() => setRegistering(false)} />
      </FormDialog>
    </>
  );
}
