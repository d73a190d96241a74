import { useTranslation } from 'react-i18next';
import { Select } from '@mantine/core';
import { useAllSubjects, useItemsById, type Item } from '../api/index.ts';
import { PageHeader, QueryView, Section, SubjectTable, useListConditions, type TableColumn } from '../components/index.ts';
import { formatNumber, kindLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { DnaTabs } from './dna-tabs.tsx';
import { DroppedProfiles } from './dropped-profiles.tsx';
import { NewRunButton } from './new-run-button.tsx';
import { countOwners, ownerOf } from './profile-rows.ts';
import classes from './dna.module.css';

const units = ['remains', 'relatives', 'persons', 'ofNobody'] as const;

/** Which remains and relatives have a profile, how rich it is, and which profiles the last run could not use. */
export function ProfilesPage() {
  const { t } = useTranslation('dna');
  const language = useLanguage();
  const { conditions, setConditions } = useListConditions();
  const profiles = useAllSubjects({ kind: 'profile' });
  const columns = useProfileColumns();
  return (
    <>
      <PageHeader title={t('title')} actions={<NewRunButton />}>{t('explained')}</PageHeader>
      <DnaTabs />
      <Section title={t('profiles.typed')}>
        <QueryView query={profiles}>
          {(all) => (
            <dl className={classes.counts}>
              {units.map((unit) => <div key={unit} className={classes.count}><dt>{t(`profiles.${unit}`)}</dt><dd>{formatNumber(countOwners(all)[unit], language)}</dd></div>)}
              <div className={classes.count}><dt>{t('profiles.all')}</dt><dd>{formatNumber(all.length, language)}</dd></div>
            </dl>
          )}
        </QueryView>
      </Section>
      <DroppedProfiles />
      <SubjectTable
        kind="profile" conditions={conditions} onConditions={setConditions} columns={columns} emptyText={t('profiles.none')}
        filters={<Select size="md" aria-label={t('profiles.markers')} placeholder={t('profiles.anyMarkers')} clearable value={conditions['facet.markers'] ?? null} onChange={(markers) => setConditions({ 'facet.markers': markers ?? undefined })} data={markerCounts(profiles.data ?? []).map((count) => ({ value: String(count), label: t('profiles.markerCount', { count }) }))} />}
      />
    </>
  );
}

function markerCounts(profiles: readonly Item[]): number[] {
  const counts = new Set(profiles.map((profile) => profile.facets['markers']).filter((count) => typeof count === 'number'));
  return [...counts].sort((a, b) => b - a);
}

function useProfileColumns(): TableColumn[] {
  const { t } = useTranslation('dna');
  const language = useLanguage();
  const remains = useItemsById('remains');
  const relatives = useItemsById('relative');
  const persons = useItemsById('person');
  const cellOf = (item: Item) => {
    const owner = ownerOf(item);
    if (owner === null) return t('profiles.ofNobodyShort');
    const found = (owner.kind === 'remains' ? remains : owner.kind === 'relative' ? relatives : persons).get(owner.id);
    return <>{kindLabel(owner.kind)} {found === undefined ? '' : `${found.code} ${found.title}`}</>;
  };
  return [
    { key: 'of', label: t('profiles.of'), width: 2, cell: cellOf },
    { key: 'markers', label: t('profiles.markers'), cell: (item) => (typeof item.facets['markers'] === 'number' ? formatNumber(item.facets['markers'], language) : '') },
  ];
}
