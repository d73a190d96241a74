import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllSubjects, useMayState, useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { Code, CorrectableFields, EmptyState, FormDialog, HistoryTimeline, PageHeader, QueryView, Section, StatementButton, StatementForm, SubjectLink, SyntheticBadge } from '../components/index.ts';
import { ChoiceControl, ProseControl } from '../controls/index.ts';
import { codeLabel, formatNumber, numberOf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { AddText } from './add-text.tsx';
import { useClaimFields, useDocumentFields } from './source-fields.tsx';
import { extractorWords, sourceText } from './source-text.ts';
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
        <CorrectableFields detail={detail} fields={['title', 'outlet', 'publishedOn', 'url', 'capturedOn', 'language', 'description', 'reliability']} forms={{ 'source.taken_in': document }} />
      </Section>
      <StoredFiles detail={detail} />
      <Claims detail={detail} />
      <Section title={t('common:history.title')}><HistoryTimeline detail={detail} /></Section>
    </>
  );
}

/** The original as it came and the text made out of it, each with its hash; a document that was only described can get them later. */
function StoredFiles({ detail }: { readonly detail: SubjectDetail }) {
  const { subject } = detail;
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const text = sourceText(subject);
  const originals = subject.lists['attachments'] ?? [];
  return (
    <Section title={t('files')} actions={text === null ? <AddText detail={detail} /> : <Button component={Link} to={`/sources/${subject.id}/read`} size="md">{t('readDocument')}</Button>}>
      {text === null && <EmptyState>{t('onlyDescribed')}</EmptyState>}
      <ul className={classes.list}>
        {originals.map((item) => {
          const sha256 = item.files[numberOf(item.value['file']) ?? 0]?.sha256 ?? null;
          return sha256 === null ? null : <li key={item.entry}><span>{t('original')}</span><a href={`/api/files/${sha256}?entry=${item.entry}&view=original`} download>{textOf(item.value['name']) ?? t('original')}</a><Code length={12}>{sha256}</Code>{textOf(item.value['mediaType'])?.startsWith('image/') === true && <img className={classes.picture} loading="lazy" src={`/api/files/${sha256}?entry=${item.entry}&view=screen`} alt={textOf(item.value['name']) ?? t('original')} />}</li>;
        })}
        {text !== null && <li><span>{t('textFound', { characters: formatNumber(text.characters, language), extractor: extractorWords(text.extractor, t('typedByHand')) })}</span><Code length={12}>{text.sha256}</Code></li>}
      </ul>
    </Section>
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
