import { useTranslation } from 'react-i18next';
import { useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { FieldList, FieldView, HistoryTimeline, PageHeader, QueryView, Section, SubjectTable, useListConditions } from '../components/index.ts';
import { kindLabel, textOf } from '../format/index.ts';
import { SitePlanLoader } from './site-plan-loader.tsx';

/** An area of a site: custody, outline, its graves. */
export function AreaPage() {
  const { t } = useTranslation(['sites', 'common']);
  const id = useParam('id');
  const { conditions, setConditions } = useListConditions();
  const query = useSubject(id);
  return (
    <QueryView query={query}>
      {(detail) => (
        <>
          <PageHeader kind={`${kindLabel('area')} ${detail.item.code}`} title={detail.item.title || detail.item.code} />
          <Section title={t('description')}><FieldList>{['site', 'areaType', 'custody', 'invented'].map((field) => <FieldView key={field} detail={detail} field={field} hideEmpty="hideEmpty" />)}</FieldList></Section>
          <AreaPlan area={detail} />
          <Section title={kindLabel('grave')}><SubjectTable kind="grave" conditions={{ ...conditions, 'link.area': id }} onConditions={setConditions} /></Section>
          <Section title={t('common:history.title')}><HistoryTimeline detail={detail} /></Section>
        </>
      )}
    </QueryView>
  );
}

function AreaPlan({ area }: { readonly area: SubjectDetail }) {
  const { t } = useTranslation('sites');
  const site = useSubject(textOf(area.subject.fields['site']?.[0]?.value) ?? '');
  return <Section title={t('plan')}><QueryView query={site}>{(detail) => <SitePlanLoader site={detail} height={380} onlyArea={area.subject.id} />}</QueryView></Section>;
}
