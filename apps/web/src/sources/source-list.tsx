import { Button, Group } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState } from '../api/index.ts';
import { FormDialog, PageHeader, StatementForm, SubjectTable, useListConditions } from '../components/index.ts';
import { subjectPath } from '../format/index.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { useDocumentFields } from './source-fields.tsx';

/** Documents that somebody took in: reports, letters, lists. */
export function SourceList() {
  const { t } = useTranslation(['sources', 'common']);
  const mayState = useMayState();
  const navigate = useNavigate();
  const { conditions, setConditions } = useListConditions();
  const fields = useDocumentFields();
  const [taking, setTaking] = useState(false);
  const [scope, setScope] = useState<string>();
  const close = (): void => setTaking(false);
  return (
    <>
      <PageHeader title={t('title')} actions={<Group>
        <Button component={Link} to="/claims" size="md" variant="default">{t('claims')}</Button>
        <Button component={Link} to="/sources/figures" size="md" variant="default">{t('figures')}</Button>
        {mayState('source.taken_in') && <Button size="md" onClick={() => setTaking(true)}>{t('takeIn')}</Button>}
      </Group>} />
      <SubjectTable kind="source" conditions={conditions} onConditions={setConditions} emptyText={t('empty')} columns={[{ key: 'outlet', label: t('outlet'), deskOnly: true, cell: (item) => String(item.facets['outlet'] ?? '') }]} />
      <FormDialog opened={taking} onClose={close} title={t('takeIn')}>
        <ScopeChoice type="source.taken_in" value={scope} onChange={setScope} />
        {scope !== undefined && <StatementForm type="source.taken_in" basis="document" scope={scope} subjectKind="source" fields={fields} onCancel={close} onDone={({ subject }) => { close(); void navigate({ to: subjectPath('source', subject) }); }} />}
      </FormDialog>
    </>
  );
}
