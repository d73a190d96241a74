import { Select } from '@mantine/core';
import type { Subject } from '@imena/record';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { statementsWithFiguresQuery, useAllSubjects, useItemsById } from '../../api/index.ts';
import { EmptyState, ErrorNote, PageHeader, PrintButton, QueryView } from '../../components/index.ts';
import { textOf } from '../../format/index.ts';
import { decidedLinks, subjectsOf } from './claim-links.ts';
import { byUnit, figuresOf } from './figures.ts';
import { UnitFigures } from './unit-figures.tsx';
import { UnitChoice } from './unit-choice.tsx';
import { useProposedLinks } from './use-proposed-links.ts';
import classes from './figures.module.css';

/** How many, according to whom, as of when: for a site and a unit, what others said beside what is counted here. */
export function FiguresPage() {
  const { t } = useTranslation('sources');
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const site = textOf(search['site']) ?? null;
  const sites = useAllSubjects({ kind: 'site' });
  const statements = useQuery(statementsWithFiguresQuery(site));
  const setSite = (next: string | null): void => void navigate({ to: '.', search: next === null ? {} : { site: next }, replace: true });
  return (
    <>
      <PageHeader title={t('figures')} actions={<PrintButton />}>{t('figuresExplained')}</PageHeader>
      <div className={classes.controls}>
        <Select size="md" w={{ base: '100%', sm: 400 }} label={t('ofSite')} clearable placeholder={t('allStatements')} data={(sites.data ?? []).map((item) => ({ value: item.id, label: `${item.code} ${item.title}` }))} value={site} onChange={setSite} />
      </div>
      <QueryView query={statements}>{(claims) => <FiguresOf claims={claims} site={site} unit={textOf(search['unit'])} siteName={sites.data?.find((item) => item.id === site)?.title ?? null} />}</QueryView>
    </>
  );
}

function FiguresOf({ claims, site, unit, siteName }: { readonly claims: readonly Subject[]; readonly site: string | null; readonly unit: string | undefined; readonly siteName: string | null }) {
  const { t } = useTranslation('sources');
  const items = useItemsById(claims.flatMap((claim) => [textOf(claim.fields['document']?.[0]?.value), ...subjectsOf(claim)]));
  const proposed = useProposedLinks(claims, (id) => textOf(items.get(id)?.facets['publishedOn'] ?? undefined) ?? null);
  const groups = byUnit(figuresOf(claims));
  const chosen = groups.find((group) => group.unit === unit) ?? groups[0];
  if (chosen === undefined) return <EmptyState>{t('noFigures')}</EmptyState>;
  return (
    <>
      <ErrorNote error={proposed.error} />
      <UnitChoice groups={groups} chosen={chosen.unit} site={site} />
      <UnitFigures key={chosen.unit} group={chosen} claims={new Map(claims.map((claim) => [claim.id, claim]))} items={items} links={[...decidedLinks(claims), ...proposed.links]} site={site} siteName={siteName} />
    </>
  );
}
