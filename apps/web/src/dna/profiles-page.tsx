import { useTranslation } from 'react-i18next';
import { NumberInput } from '@mantine/core';
import { useSubjects, type Item } from '../api/index.ts';
import { Badge, LinkedNames, PageHeader, Section, SubjectTable, useListConditions, type TableColumn } from '../components/index.ts';
import { formatNumber, kindLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { DnaTabs } from './dna-tabs.tsx';
import { DroppedProfiles } from './dropped-profiles.tsx';
import { NewRunButton } from './new-run-button.tsx';
import { ownerOf } from './profile-rows.ts';
import classes from './dna.module.css';

const units = ['remains', 'relatives', 'persons', 'ofNobody'] as const;
const ownerFacets = { remains: 'remains', relatives: 'relative', persons: 'person', ofNobody: 'nobody' } as const;

/** Which remains and relatives have a profile, how rich it is, and which profiles the last run could not use. */
export function ProfilesPage() {
  const { t } = useTranslation('dna');
  const { conditions, setConditions } = useListConditions();
  const columns = useProfileColumns();
  return (
    <>
      <PageHeader title={t('title')} actions={<NewRunButton />}>{t('explained')}</PageHeader>
      <DnaTabs />
      <Section title={t('profiles.typed')}>
        <dl className={classes.counts}>{[...units, 'all' as const].map((unit) => <ProfileCount key={unit} unit={unit} />)}</dl>
      </Section>
      <DroppedProfiles />
      <SubjectTable
        kind="profile" conditions={conditions} onConditions={setConditions} columns={columns} emptyText={t('profiles.none')}
        filters={<NumberInput size="md" aria-label={t('profiles.markers')} placeholder={t('profiles.anyMarkers')} min={0} max={100} allowDecimal={false} value={conditions['facet.markers'] ?? ''} onChange={(markers) => setConditions({ 'facet.markers': markers === '' ? undefined : String(markers) })} />}
      />
    </>
  );
}

/** How many profiles of an owner's kind there are; the server counts, so that no list is loaded. */
function ProfileCount({ unit }: { readonly unit: (typeof units)[number] | 'all' }) {
  const { t } = useTranslation('dna');
  const language = useLanguage();
  const { data } = useSubjects({ kind: 'profile', ...(unit === 'all' ? {} : { 'facet.owner': ownerFacets[unit] }) });
  return <div className={classes.count}><dt>{t(`profiles.${unit}`)}</dt><dd>{data === undefined ? '…' : formatNumber(data.pages[0]?.total ?? 0, language)}</dd></div>;
}

function OwnerCell({ item }: { readonly item: Item }) {
  const { t } = useTranslation('dna');
  const owner = ownerOf(item);
  return owner === null ? <>{t('profiles.ofNobodyShort')}</> : <>{kindLabel(owner.kind)} <LinkedNames item={item} rel={owner.kind} /></>;
}

function useProfileColumns(): TableColumn[] {
  const { t } = useTranslation(['dna', 'lowTemplate']);
  const language = useLanguage();
  return [
    { key: 'of', label: t('profiles.of'), width: 2, cell: (item) => <OwnerCell item={item} /> },
    { key: 'markers', label: t('profiles.markers'), cell: (item) => (typeof item.facets['markers'] === 'number' ? formatNumber(item.facets['markers'], language) : '') },
    { key: 'lowTemplate', label: t('lowTemplate:column'), cell: (item) => (item.facets['lowTemplate'] === true ? <Badge tone="warn">{t('lowTemplate:badge')}</Badge> : '') },
  ];
}
