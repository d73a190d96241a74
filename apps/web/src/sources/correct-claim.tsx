import { Select } from '@mantine/core';
import type { Json } from '@imena/problem';
import type { LanguageCode, Statement } from '@imena/testimony';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { subjectQuery, useAllSubjects, type SubjectDetail } from '../api/index.ts';
import { FormDialog, StatementForm, type FormField } from '../components/index.ts';
import type { ControlProps } from '../controls/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { claimOfStatement, quantitiesOf, speakerFields } from './claim-of-statement.ts';
import { writeLocator } from './locator.ts';
import type { Span } from './reading-list.ts';
import { SpeakerControl, useClaimFields } from './source-fields.tsx';
import { speakerLine } from './speaker-line.ts';
import classes from './sources.module.css';

/** The fields of a statement as the text gives them, for a person to correct before it enters the ledger. */
export function CorrectClaim({ opened, detail, text, sha256, language, site, proposals, proposal, span, id, onClose, onDone }: {
  readonly opened: boolean;
  readonly detail: SubjectDetail;
  readonly text: string;
  readonly sha256: string;
  readonly language: LanguageCode;
  readonly site: string | null;
  readonly proposals: readonly Statement[];
  /** What is corrected; null for a statement that nobody proposed. */
  readonly proposal: Statement | null;
  readonly span: Span;
  /** The new statement's own id: its draft is kept under it. */
  readonly id: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('sources');
  const { subject } = detail;
  const words = text.slice(span.start, span.end);
  const fields = useClaimFields().filter(({ name }) => name !== 'locator').map((field): FormField => (field.name === 'speaker' ? { ...field, control: (props) => <KnownSpeaker {...props} source={subject.id} proposals={proposals} language={language} /> } : field));
  const inside = proposals.flatMap((one) => one.quantities).filter((one) => one.start >= span.start && one.end <= span.end);
  const initial = {
    ...(proposal === null ? { claimKind: 'attributed', quoteType: 'indirect', about: site === null ? {} : { site }, quantities: quantitiesOf(inside) } : claimOfStatement(proposal, { language, site })),
    words: { [language]: words.replace(/\s+/g, ' ').trim().slice(0, 1000) },
  };
  return (
    <FormDialog opened={opened} onClose={onClose} title={t(proposal === null ? 'addTitle' : 'correctTitle')}>
      <StatementForm type="claim.stated" basis="document" scope={subject.scope} subject={id} subjectKind="claim" fixed={{ document: subject.id, locator: writeLocator({ ...span, sha256 }) }} initial={initial} fields={fields} submitLabel={t('act.confirm')} onDone={onDone} onCancel={onClose}>
        <blockquote className={classes.quoted} lang={language}>{words}</blockquote>
      </StatementForm>
    </FormDialog>
  );
}

/** The speaker by hand, or one who already spoke in this document. */
function KnownSpeaker({ source, proposals, language, ...props }: ControlProps & { readonly source: string; readonly proposals: readonly Statement[]; readonly language: LanguageCode }) {
  const { t } = useTranslation('sources');
  const words = useLanguage();
  const claims = useAllSubjects({ kind: 'claim', 'link.document': source });
  const confirmed = useQueries({ queries: (claims.data ?? []).map((claim) => subjectQuery(claim.id)) }).flatMap((one): Json[] => {
    const speaker = one.data?.subject.fields['speaker']?.[0]?.value;
    return speaker === undefined ? [] : [speaker];
  });
  const proposed = proposals.flatMap((one): Json[] => (one.speaker === null ? [] : [speakerFields(one.speaker, language)]));
  const known = new Map([...confirmed, ...proposed].map((speaker) => [speakerLine(speaker, words), speaker]).filter((pair): pair is [string, Json] => pair[0] !== ''));
  const shown = speakerLine(props.value, words);
  return (
    <>
      {known.size > 0 && <Select size="md" mb="xs" searchable clearable label={t('knownSpeaker')} data={[...known.keys()]} value={known.has(shown) ? shown : null} onChange={(next) => props.onChange(next === null ? undefined : known.get(next))} />}
      <SpeakerControl {...props} />
    </>
  );
}
