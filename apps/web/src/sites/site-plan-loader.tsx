import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { subjectQuery, useAllSubjects, type SubjectDetail } from '../api/index.ts';
import { EmptyState, LoadingState, QueryView } from '../components/index.ts';
import { recordOf, numberOf, textOf } from '../format/index.ts';
import { pointsOf } from './outline.ts';
import classes from './site-plan.module.css';
import { SitePlan, type PlanArea, type PlanMarks } from './site-plan.tsx';

/** Gathers areas and graves of a site and draws its plan; what stands below it is not pushed down when they come. */
export function SitePlanLoader({ site, height, onlyArea, marks }: { readonly site: SubjectDetail; readonly height: number; readonly onlyArea?: string; readonly marks?: PlanMarks }) {
  const { t } = useTranslation('sites');
  const id = site.subject.id;
  const graves = useAllSubjects({ kind: 'grave', 'link.site': id, sort: 'code', ...(onlyArea === undefined ? {} : { 'link.area': onlyArea }) });
  const areas = useAllSubjects({ kind: 'area', 'link.site': id, sort: 'code' });
  const details = useQueries({ queries: (areas.data ?? []).map((area) => subjectQuery(area.id)) });
  const outlines = details.flatMap(({ data }): PlanArea[] => {
    const points = pointsOf(data?.subject.fields['outline']?.[0]?.value);
    return data === undefined || points.length === 0 ? [] : [{ id: data.subject.id, code: data.item.code, name: data.item.title, type: textOf(data.subject.fields['areaType']?.[0]?.value) ?? 'other', points }];
  });
  const isLoading = graves.isPending || areas.isPending || details.some((one) => one.isPending);
  const grid = recordOf(site.subject.fields['grid']?.[0]?.value);
  if (isLoading) return <div className={classes.room} style={{ minHeight: height }}><LoadingState /></div>;
  return (
    <QueryView query={graves}>
      {(items) => (items.every((item) => item.xMm === null) && outlines.length === 0
        ? <EmptyState>{t('planView.noPositions')}</EmptyState>
        : <SitePlan siteName={site.item.title} graves={items} areas={outlines} height={height} {...(marks === undefined ? {} : { marks })} invented={grid['invented'] === true || items.some((item) => item.facets['invented'] === true)} rotationDeg={(numberOf(grid['rotationTenthDeg']) ?? 0) / 10} />)}
    </QueryView>
  );
}
