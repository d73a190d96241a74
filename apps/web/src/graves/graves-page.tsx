import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAllSubjects } from '../api/index.ts';
import { Badge, PageHeader, PrintButton, SubjectTable, useListConditions, type TableColumn } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** All graves the reader may see, over all sites. */
export function GravesPage() {
  const { t } = useTranslation('graves');
  const language = useLanguage();
  const { conditions, setConditions } = useListConditions();
  const sites = useAllSubjects({ kind: 'site', sort: 'code' });
  const columns: readonly TableColumn[] = [
    { key: 'disagree', label: t('disagree'), deskOnly: true, cell: (item) => (Number(item.facets['disagreements']) > 0 ? <Badge tone="warn">{formatNumber(Number(item.facets['disagreements']), language)}</Badge> : '') },
    { key: 'photographs', label: t('photographsCol'), deskOnly: true, cell: (item) => (Number(item.facets['photographs']) > 0 ? formatNumber(Number(item.facets['photographs']), language) : '') },
  ];
  const filters = (
    <>
      {(sites.data?.length ?? 0) > 1 && <Select size="md" clearable aria-label={t('allSites')} placeholder={t('allSites')} value={conditions['link.site'] ?? null} onChange={(site) => setConditions({ 'link.site': site ?? undefined })} data={(sites.data ?? []).map((site) => ({ value: site.id, label: `${site.code} ${site.title}` }))} />}
      <Select size="md" clearable aria-label={t('hasName')} placeholder={t('hasName')} value={conditions['facet.hasName'] ?? null} onChange={(value) => setConditions({ 'facet.hasName': value ?? undefined })} data={[{ value: 'true', label: t('named') }, { value: 'false', label: t('unnamed') }]} />
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} actions={<PrintButton />}>{t('markFirst')}</PageHeader>
      <SubjectTable kind="grave" conditions={conditions} onConditions={setConditions} columns={columns} filters={filters} emptyText={t('none')} />
    </>
  );
}
