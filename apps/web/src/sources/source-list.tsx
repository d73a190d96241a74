import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMayState } from '../api/index.ts';
import { PageHeader, SubjectTable, useListConditions } from '../components/index.ts';
import { PileProgress } from './pile-progress.tsx';

/** Documents that somebody took in: reports, letters, lists. */
export function SourceList() {
  const { t } = useTranslation(['sources', 'common']);
  const mayState = useMayState();
  const { conditions, setConditions } = useListConditions();
  return (
    <>
      <PageHeader title={t('title')} actions={<Group>
        <Button component={Link} to="/claims" size="md" variant="default">{t('claims')}</Button>
        <Button component={Link} to="/sources/figures" size="md" variant="default">{t('figures')}</Button>
        {mayState('source.taken_in') && <Button component={Link} to="/sources/take-in" size="md">{t('takeIn')}</Button>}
      </Group>} />
      <PileProgress />
      <SubjectTable kind="source" conditions={conditions} onConditions={setConditions} emptyText={t('empty')} columns={[{ key: 'outlet', label: t('outlet'), deskOnly: true, cell: (item) => String(item.facets['outlet'] ?? '') }]} />
    </>
  );
}
