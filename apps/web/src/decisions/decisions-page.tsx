import { useTranslation } from 'react-i18next';
import { useMayState, type Item } from '../api/index.ts';
import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { LinkedNames, PageHeader, SubjectTable, useListConditions } from '../components/index.ts';

/** All identifications by stage. */
export function DecisionsPage() {
  const { t } = useTranslation('decisions');
  const { conditions, setConditions } = useListConditions();
  const mayState = useMayState();
  const columns = [
    { key: 'person', label: t('list.person'), width: 2, cell: (item: Item) => <LinkedNames item={item} rel="person" /> },
    { key: 'remains', label: t('list.remains'), deskOnly: true as const, cell: (item: Item) => <LinkedNames item={item} rel="remains" /> },
  ];
  return (
    <>
      <PageHeader title={t('title')} actions={<>{mayState('identification.proposed') && <Button component={Link} to="/matches" size="md">{t('fromCandidates')}</Button>}{mayState('identification.signed') && <Button component={Link} to="/keys" size="md" variant="default" leftSection={<IconKey size={18} aria-hidden />}>{t('keys.title')}</Button>}</>}>{t('explained')}</PageHeader>
      <SubjectTable kind="identification" conditions={conditions} onConditions={setConditions} columns={columns} emptyText={t('none')} />
    </>
  );
}
