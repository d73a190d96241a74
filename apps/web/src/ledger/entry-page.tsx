import { decodeWireEntry, parseEnvelope, type Envelope } from '@imena/ledger';
import { ProblemError } from '@imena/problem';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RefusedError, subjectQuery, type SubjectDetail } from '../api/index.ts';
import { Badge, Code, ErrorState, PageHeader, QueryView, Section, SubjectLink } from '../components/index.ts';
import { formatMoment, formatNumber, kindLabel, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { EntryBody } from './entry-body.tsx';
import { EntryFiles } from './entry-files.tsx';
import { EnvelopeTable } from './envelope-table.tsx';
import { Facts } from './facts.tsx';
import { entryQuery, type EntryAnswer } from './ledger-api.ts';
import { useAuthorName, useEntryWords } from './ledger-words.ts';
import { readBody } from './read-body.ts';
import { VerifySection } from './verify-section.tsx';

/** One entry: what was stated, what was signed, and whether it holds. */
export function EntryPage() {
  const { id = '' }: { readonly id?: string } = useParams({ strict: false });
  const query = useQuery(entryQuery(id));
  return <QueryView query={query}>{(answer) => <Whole key={id} answer={answer} />}</QueryView>;
}

function Whole({ answer }: { readonly answer: EntryAnswer }) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const wordsOf = useEntryWords();
  const opened = openEnvelope(answer);
  const subject = useQuery({ ...subjectQuery(opened instanceof ProblemError ? '' : opened.subject), enabled: !(opened instanceof ProblemError) });
  if (opened instanceof ProblemError) return <><PageHeader kind={t('entryKind')} title={t('entryTitle', { index: formatNumber(answer.index, language) })} /><ErrorState error={opened} /><VerifySection answer={answer} /></>;
  const detail = subject.data ?? (subject.error instanceof RefusedError && subject.error.status === 404 ? null : undefined);
  const type = textOf(readBody(answer.entry.body)?.['type']) ?? null;
  return (
    <>
      <PageHeader kind={t('entryKind')} title={t('entryTitle', { index: formatNumber(answer.index, language) })} badges={<StateBadge entry={opened.id} detail={detail} />}>{wordsOf({ type, kind: opened.kind })}</PageHeader>
      <Section title={t('bodyTitle')}>
        <AboutEntry envelope={opened} detail={detail} />
        <EntryBody answer={answer} entry={opened.id} detail={detail} />
      </Section>
      <EntryFiles answer={answer} envelope={opened} />
      <VerifySection answer={answer} />
      <EnvelopeTable answer={answer} envelope={opened} />
    </>
  );
}

function AboutEntry({ envelope, detail }: { readonly envelope: Envelope; readonly detail: SubjectDetail | null | undefined }) {
  const { t } = useTranslation(['ledger', 'common']);
  const language = useLanguage();
  const authorOf = useAuthorName();
  const replacedBy = detail?.subject.history.find((item) => item.entry === envelope.id)?.supersededBy ?? [];
  return (
    <Facts rows={[
      [t('aboutSubject'), (
        <>
          {detail === undefined ? t('common:loading') : detail === null ? t('subjectHidden') : <>{kindLabel(detail.item.kind)} <SubjectLink item={detail.item} /></>}
          {' · '}<Link to="/ledger" search={{ subject: envelope.subject }}>{t('subjectEntries')}</Link>
        </>
      )],
      [t('signedBy'), <>{authorOf(envelope.by)}, <Code length={12}>{envelope.device}</Code></>],
      [t('madeAt'), formatMoment(envelope.at, language)],
      ...(replacedBy.length === 0 ? [] : [[t('replacedBy'), replacedBy.map((id) => <div key={id}><Link to={`/ledger/${id}`}>{id}</Link></div>)] as const]),
    ]} />
  );
}

function StateBadge({ entry, detail }: { readonly entry: string; readonly detail: SubjectDetail | null | undefined }) {
  const { t } = useTranslation('ledger');
  const state = detail?.subject.history.find((item) => item.entry === entry)?.state;
  if (state === undefined) return null;
  return <Badge tone={state === 'standing' ? 'good' : state === 'erased' ? 'warn' : 'plain'}>{t(`states.${state}`)}</Badge>;
}

function openEnvelope(answer: EntryAnswer): Envelope | ProblemError {
  try {
    return parseEnvelope(decodeWireEntry(answer.entry).envelope);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}
