import { useTranslation } from 'react-i18next';
import { useSubject } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { FieldList, FieldView, HistoryTimeline, LinkedSubjects, PageHeader, QueryView, Section, StatusBadge } from '../components/index.ts';
import { kindLabel } from '../format/index.ts';

/** Any subject without a page of its own: its fields, what it is linked with, its history. */
export function SubjectPage() {
  const { t } = useTranslation();
  const id = useParam('id');
  const query = useSubject(id);
  return (
    <QueryView query={query}>
      {(detail) => (
        <>
          <PageHeader kind={kindLabel(detail.item.kind)} title={detail.item.title || detail.item.code} badges={<StatusBadge kind={detail.item.kind} status={detail.item.status} />} />
          <Section title={kindLabel(detail.item.kind)}><FieldList>{Object.keys(detail.subject.fields).map((field) => <FieldView key={field} detail={detail} field={field} />)}</FieldList></Section>
          <LinkedSubjects detail={detail} />
          <Section title={t('history.title')}><HistoryTimeline detail={detail} /></Section>
        </>
      )}
    </QueryView>
  );
}
