import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAllSubjects, useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { EmptyState, PageHeader, QueryView, SyntheticBadge } from '../components/index.ts';
import { textOf } from '../format/index.ts';
import { askDocumentWorker } from './ask-document-worker.ts';
import { PileProgress } from './pile-progress.tsx';
import { readLocator } from './locator.ts';
import type { ConfirmedClaim } from './reading-list.ts';
import { ReadingDesk } from './reading-desk.tsx';
import { sourceText, textQuery, type SourceText } from './source-text.ts';

/** The text of a document with what it seems to say; a person decides on each statement. */
export function ReadingPage() {
  const id = useParam('id');
  return <QueryView query={useSubject(id)}>{(detail) => <ReadingView key={id} detail={detail} />}</QueryView>;
}

function ReadingView({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('sources');
  const { subject, item } = detail;
  const stored = sourceText(subject);
  return (
    <>
      <PageHeader title={item.title === '' ? item.code : item.title} kind={t('reading')} badges={subject.synthetic && <SyntheticBadge />} actions={<Button component={Link} to={`/sources/${subject.id}`} size="md" variant="default">{t('one')}</Button>} />
      <PileProgress current={subject.id} />
      {stored === null ? <EmptyState>{t('noText')}</EmptyState> : <StoredText detail={detail} stored={stored} />}
    </>
  );
}

function StoredText({ detail, stored }: { readonly detail: SubjectDetail; readonly stored: SourceText }) {
  const { subject } = detail;
  const published = textOf(subject.fields['publishedOn']?.[0]?.value);
  // A day of any other precision decides no date in the text.
  const publishedOn = published !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(published) ? published : null;
  const text = useQuery(textQuery(stored));
  const claims = useAllSubjects({ kind: 'claim', 'link.document': subject.id });
  // A statement names the site that it is about: a desk that stood here before the sites are known would pass over keys.
  const sites = useAllSubjects({ kind: 'site' });
  const proposals = useQuery({
    queryKey: ['proposals', stored.sha256, publishedOn],
    enabled: text.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => askDocumentWorker({ kind: 'propose', id: subject.id, text: text.data ?? '', publishedOn }),
  });
  return (
    <QueryView query={text}>{(words) => (
      <QueryView query={claims}>{(items) => (
        <QueryView query={sites}>{(siteList) => (
          <QueryView query={proposals}>{(read) => (
            <ReadingDesk
              detail={detail} text={words} stored={stored} language={read.language}
              proposals={read.statements} sites={siteList}
              claims={items.flatMap((claim): ConfirmedClaim[] => {
                const place = readLocator(textOf(claim.facets['locator'] ?? undefined) ?? '');
                return place === null || place.sha256 !== stored.sha256 || place.end > words.length ? [] : [{ id: claim.id, title: claim.title, place, credibility: textOf(claim.facets['credibility'] ?? undefined) ?? null }];
              })}
            />
          )}</QueryView>
        )}</QueryView>
      )}</QueryView>
    )}</QueryView>
  );
}
