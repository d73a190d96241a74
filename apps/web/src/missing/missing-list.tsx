import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState } from '../api/index.ts';
import { FormDialog, PageHeader, SubjectTable, useListConditions } from '../components/index.ts';
import { codeLabel } from '../format/index.ts';
import { latinOf } from './name-in-scripts.tsx';
import { NewReport } from './new-report.tsx';

/** Missing persons, one line a person however many reports there are. */
export function MissingList() {
  const { t } = useTranslation(['missing', 'common']);
  const mayState = useMayState();
  const { conditions, setConditions } = useListConditions();
  const [reporting, setReporting] = useState(false);
  return (
    <>
      <PageHeader title={t('title')} actions={<Group>
        {mayState('person.compared') && <Button component={Link} to="/missing/duplicates" size="md" variant="default">{t('duplicates.title')}</Button>}
        <Button component={Link} to="/families" size="md" variant="default">{t('families')}</Button>
        {mayState('person.reported') && <Button size="md" onClick={() => setReporting(true)}>{t('newReport')}</Button>}
      </Group>} />
      <SubjectTable
        kind="person" conditions={conditions} onConditions={setConditions} emptyText={t('empty')}
        columns={[
          { key: 'latin', label: t('inLatin'), width: 2, deskOnly: true, cell: (item) => latinOf(item.title) ?? '' },
          { key: 'sex', label: t('sex'), deskOnly: true, cell: (item) => (typeof item.facets['sex'] === 'string' ? codeLabel('sexes', item.facets['sex']) : '') },
        ]}
      />
      <FormDialog opened={reporting} onClose={() => setReporting(false)} title={t('newReport')}><NewReport onDone={() => setReporting(false)} /></FormDialog>
    </>
  );
}
