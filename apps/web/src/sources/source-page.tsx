import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllSubjects, useMayState, useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { CorrectableFields, EmptyState, FormDialog, HistoryTimeline, PageHeader, QueryView, Section, StatementButton, StatementForm, SubjectLink, SyntheticBadge } from '../components/index.ts';
import { ChoiceControl, ProseControl } from '../controls/index.ts';
import { codeLabel } from '../format/index.ts';
import { useClaimFields, useDocumentFields } from './source-fields.tsx';
import classes from './sources.module.css';

/** One document and who said what in it. */
export function SourcePage() {
  const id = useParam('id');
  return <QueryView query={useSubject(id)}>{(detail) => <SourceView key={id} detail={detail} />}</QueryView>;
}

function SourceView({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['sources', 'common']);
  const { subject, item } = detail;
  const document = useDocumentFields();
  return (
    <>
      <PageHeader title={item.title === '' ? item.code : item.title} kind={t('one')} badges={subject.synthetic && <SyntheticBadge />} />
      <Section title={t('one')} actions={<GradeSource detail={detail} />}>
        <CorrectableFields detail={detail} fields={['title', 'outlet', 'publishedOn', 'url', 'language', 'description', 'reliability']} forms={{ 'source.taken_in': document }} />
      </Section>
      <Claims detail={detail} />
      <Section title={t('common:history.title')}><HistoryTimeline detail={detail} /></Section>
    </>
  );
}

function GradeSource({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('sources');
  return (
    <StatementButton detail={detail} type="source.graded" basis="decided" label={t('grade')} explained={<p>{t('gradeSourceExplained')}</p>} fields={[
      { name: 'reliability', required: true, control: (props) => <ChoiceControl {...props} list="reliabilities" required /> },
      { name: 'explanation', control: (props) => <ProseControl {...props} /> },
    ]} />
  );
}

function Claims({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['sources', 'common']);
  const mayState = useMayState();
  const fields = useClaimFields();
  const claims = useAllSubjects({ kind: 'claim', 'link.document': detail.subject.id });
  const [adding, setAdding] = useState(false);
  const close = (): void => setAdding(false);
  return (
    <Section title={t('claims')} actions={mayState('claim.stated', detail.subject.scope) && <Button size="md" variant="default" onClick={() => setAdding(true)}>{t('addClaim')}</Button>}>
      <QueryView query={claims}>{(items) => (
        <>
          {items.length === 0 && <EmptyState>{t('noClaims')}</EmptyState>}
          <ul className={classes.list}>{items.map((item) => <li key={item.id}><SubjectLink item={{ ...item, code: typeof item.facets['modality'] === 'string' ? codeLabel('modalities', item.facets['modality']) : item.code }} /></li>)}</ul>
        </>
      )}</QueryView>
      <FormDialog opened={adding} onClose={close} title={t('addClaim')}>
        <StatementForm type="claim.stated" basis="document" scope={detail.subject.scope} subjectKind="claim" fixed={{ document: detail.subject.id }} initial={{ quantities: [], about: {}, quoteType: 'indirect', claimKind: 'attributed' }} fields={fields} onDone={close} onCancel={close} />
      </FormDialog>
    </Section>
  );
}
