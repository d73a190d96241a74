import { useTranslation } from 'react-i18next';
import { useItemsById, useMayState, type Item } from '../api/index.ts';
import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { PageHeader, SubjectTable, useListConditions } from '../components/index.ts';

/** All identifications by stage. */
export function DecisionsPage() {
  const { t } = useTranslation('decisions');
  const { conditions, setConditions } = useListConditions();
  const mayState = useMayState();
  const persons = useItemsById('person');
  const remains = useItemsById('remains');
  const linked = (item: Item, rel: string): readonly string[] => item.links.filter((link) => link.rel === rel).map((link) => link.to);
  const columns = [
    { key: 'person', label: t('list.person'), width: 2, cell: (item: Item) => linked(item, 'person').map((id) => { const one = persons.get(id); return one === undefined ? '' : `${one.code} ${one.title}`; }).join(', ') },
    { key: 'remains', label: t('list.remains'), deskOnly: true as const, cell: (item: Item) => linked(item, 'remains').map((id) => remains.get(id)?.code ?? '').join(', ') },
  ];
  return (
    <>
      <PageHeader title={t('title')} actions={<>{mayState('identification.proposed') && <Button component={Link} to="/matches" size="md">{t('fromCandidates')}</Button>}{mayState('identification.signed') && <Button component={Link} to="/keys" size="md" variant="default" leftSection={<IconKey size={18} aria-hidden />}>{t('keys.title')}</Button>}</>}>{t('explained')}</PageHeader>
      <SubjectTable kind="identification" conditions={conditions} onConditions={setConditions} columns={columns} emptyText={t('none')} />
    </>
  );
}
