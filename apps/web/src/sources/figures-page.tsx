import { Button, Select } from '@mantine/core';
import type { Subject } from '@imena/record';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { subjectQuery, useAllSubjects, useSubjects, type Item } from '../api/index.ts';
import { EmptyState, ErrorNote, LoadingState, PageHeader, Section } from '../components/index.ts';
import { bilingualText, formatEdtf, formatNumber, formatQuantity, listPath, textOf, unitLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { FiguresChart } from './figures-chart.tsx';
import { byUnit, figuresOf, registerKindOf, type Figure } from './figures.ts';
import { speakerLine } from './speaker-line.ts';
import classes from './sources.module.css';

/** The figures that people gave, by unit over time, beside what the register itself counts; those of a hundred statements at a time. */
export function FiguresPage() {
  const { t } = useTranslation(['sources', 'common']);
  const language = useLanguage();
  const [site, setSite] = useState<string | null>(null);
  const sites = useAllSubjects({ kind: 'site' });
  const claims = useSubjects({ kind: 'claim', sort: '-updated', 'facet.hasFigures': 'true', ...(site === null ? {} : { 'link.about': site }) });
  const shown = claims.data?.pages.flatMap((page) => page.items) ?? [];
  const total = claims.data?.pages[0]?.total ?? 0;
  return (
    <>
      <PageHeader title={t('figures')}>{t('figuresExplained')}</PageHeader>
      <Select size="md" mb="md" maw={480} label={t('ofSite')} clearable placeholder={t('allStatements')} data={(sites.data ?? []).map((item) => ({ value: item.id, label: `${item.code} ${item.title}` }))} value={site} onChange={setSite} />
      {claims.error !== null && <ErrorNote error={claims.error} />}
      {claims.data === undefined ? <LoadingState /> : <FiguresOf claims={shown} site={site} />}
      {claims.hasNextPage && <Button mt="md" variant="default" loading={claims.isFetchingNextPage} onClick={() => void claims.fetchNextPage()}>{t('figuresMore', { shown: formatNumber(shown.length, language), total: formatNumber(total, language) })}</Button>}
    </>
  );
}

function FiguresOf({ claims, site }: { readonly claims: readonly Item[]; readonly site: string | null }) {
  const { t } = useTranslation('sources');
  const loaded = useQueries({ queries: claims.map((claim) => subjectQuery(claim.id)) });
  const error = loaded.find((one) => one.error !== null)?.error ?? null;
  if (error !== null) return <ErrorNote error={error} />;
  const subjects = loaded.flatMap((one) => (one.data === undefined ? [] : [one.data.subject]));
  if (subjects.length < claims.length) return <LoadingState />;
  const groups = byUnit(figuresOf(subjects));
  if (groups.length === 0) return <EmptyState>{t('noFigures')}</EmptyState>;
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  return <>{groups.map((group) => <UnitSection key={group.unit} unit={group.unit} figures={group.figures} claims={byId} site={site} />)}</>;
}

/** The form of a unit that stands for many of it. */
const manyOf = 5;

function UnitSection({ unit, figures, claims, site }: { readonly unit: string; readonly figures: readonly Figure[]; readonly claims: ReadonlyMap<string, Subject>; readonly site: string | null }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const kind = registerKindOf(unit);
  const ofSite = site !== null && kind !== 'person' ? { 'link.site': site } : {};
  const own = useSubjects({ kind: kind ?? 'grave', ...ofSite });
  const count = kind === undefined ? undefined : own.data?.pages[0]?.total;
  return (
    <Section title={unitLabel(unit, manyOf)}>
      <div className={classes.figure}>
        <FiguresChart unit={unit} figures={figures} register={count} />
        <div>
          <ul className={classes.list}>
            {figures.map((figure, at) => {
              const claim = claims.get(figure.claim);
              const saidOn = textOf(claim?.fields['saidOn']?.[0]?.value);
              return (
                <li key={at}>
                  <strong>{formatQuantity(figure.quantity, language)}</strong>
                  <span>{speakerLine(claim?.fields['speaker']?.[0]?.value, language)}</span>
                  <span className={classes.quiet}>{saidOn === undefined ? t('undated') : formatEdtf(saidOn, language)}</span>
                  <Link to={`/claims/${figure.claim}`}>{bilingualText(claim?.fields['words']?.[0]?.value, language) || t('statement')}</Link>
                </li>
              );
            })}
          </ul>
          {kind !== undefined && count !== undefined && <p><Link to={listPath(kind, site === null ? {} : { 'link.site': site })}>{t(`registerCounts.${kind}`, { value: formatNumber(count, language) })}</Link></p>}
        </div>
      </div>
    </Section>
  );
}
