import { Alert } from '@mantine/core';
import type { StandingValue } from '@imena/record';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { subjectQuery, type SubjectDetail } from '../api/index.ts';
import { LoadingState, StatementForm, type FormField, type FormValues } from '../components/index.ts';
import { ChoiceControl, DateControl, GridPointControl, LengthControl, LineControl, NumberControl, OrAbsentControl, ProseControl, ReadingControl, SubjectControl } from '../controls/index.ts';
import { isRecord, textOf, today } from '../format/index.ts';
import { hasClearance } from '../sites/clearance.ts';
import { BreachControl } from './breach-control.tsx';

export interface GraveFormProps {
  readonly detail: SubjectDetail;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  /** The statement to be corrected, with its whole body. */
  readonly correcting?: { readonly entry: string; readonly body: FormValues };
}

function graveForm({ detail, onDone, onCancel, correcting }: GraveFormProps) {
  return {
    scope: detail.subject.scope, subjectKind: 'grave' as const, subject: detail.subject.id, onDone, onCancel,
    ...(correcting === undefined ? {} : { supersedes: [correcting.entry], initial: correcting.body }),
  };
}

function markFields(site: string, hint: string): readonly FormField[] {
  return [
    { name: 'number', required: true, description: hint, control: (props) => <LineControl {...props} /> },
    { name: 'area', control: (props) => <SubjectControl {...props} kind="area" linkedTo={{ 'link.site': site }} /> },
    { name: 'position', control: (props) => <GridPointControl {...props} /> },
    { name: 'lengthMm', control: (props) => <LengthControl {...props} /> },
    { name: 'widthMm', control: (props) => <LengthControl {...props} /> },
    { name: 'directionDeg', control: (props) => <NumberControl {...props} min={0} max={359} suffix="°" /> },
  ];
}

/** A new grave of a site. */
export function MarkGraveForm({ site, onDone, onCancel }: { readonly site: SubjectDetail; readonly onDone: (id: string) => void; readonly onCancel: () => void }) {
  const { t } = useTranslation('graves');
  return <StatementForm type="grave.marked" scope={site.subject.scope} subjectKind="grave" fixed={{ site: site.subject.id }} fields={markFields(site.subject.id, t('nextNumber'))} onDone={({ subject }) => onDone(subject)} onCancel={onCancel} />;
}

export function CorrectMarkForm(props: GraveFormProps) {
  const { t } = useTranslation('graves');
  const site = textOf(props.detail.subject.fields['site']?.[0]?.value) ?? '';
  return <StatementForm {...graveForm(props)} type="grave.marked" fields={[...markFields(site, t('nextNumber')), reason]} />;
}

const reason: FormField = { name: 'reason', control: (props) => <ProseControl {...props} /> };

/** What stands on the marker, character by character; absent and illegible are different statements. */
export function TranscribeForm(props: GraveFormProps) {
  const { t } = useTranslation('graves');
  const fields: readonly FormField[] = [
    { name: 'markerType', required: true, control: (control) => <ChoiceControl {...control} list="markerTypes" /> },
    { name: 'markerName', control: (control) => <OrAbsentControl {...control} control={(inner) => <ReadingControl {...inner} />} /> },
    { name: 'markerNumber', control: (control) => <OrAbsentControl {...control} control={(inner) => <ReadingControl {...inner} />} /> },
    { name: 'markerDates', control: (control) => <OrAbsentControl {...control} control={(inner) => <ReadingControl {...inner} />} /> },
    { name: 'otherText', description: t('otherTextHint'), control: (control) => <ReadingControl {...control} /> },
    { name: 'script', control: (control) => <ChoiceControl {...control} list="scripts" /> },
    { name: 'reader', control: (control) => <LineControl {...control} /> },
    ...(props.correcting === undefined ? [] : [reason]),
  ];
  return <StatementForm {...graveForm(props)} type="grave.marker_transcribed" fields={fields} />;
}

export function DescribeForm(props: GraveFormProps) {
  const fields: readonly FormField[] = [
    { name: 'graveType', control: (control) => <ChoiceControl {...control} list="graveTypes" /> },
    { name: 'formation', control: (control) => <ChoiceControl {...control} list="graveFormations" /> },
    { name: 'depthMm', control: (control) => <LengthControl {...control} /> },
    { name: 'description', control: (control) => <ProseControl {...control} /> },
    ...(props.correcting === undefined ? [] : [reason]),
  ];
  return <StatementForm {...graveForm(props)} type="grave.described" fields={fields} />;
}

export const graveSteps = ['opened', 'emptied', 'found_empty'] as const;
export type GraveStep = (typeof graveSteps)[number];

/** Opening and emptying. Without a clearance of the site or area on that day nothing is refused: the reason is asked for and recorded. */
export function StepForm({ step, ...props }: GraveFormProps & { readonly step: GraveStep }) {
  const { t } = useTranslation('graves');
  const { fields: known } = props.detail.subject;
  const places = useQueries({ queries: ['site', 'area'].flatMap((field) => textOf(known[field]?.[0]?.value) ?? []).map((id) => subjectQuery(id)) });
  const loaded = places.flatMap(({ data }) => (data === undefined ? [] : [data.subject]));
  // Of a place that cannot be read now, as without a network, nothing is claimed.
  const isCleared = (values: FormValues): boolean => loaded.length < places.length || hasClearance(loaded, textOf(values['when']) ?? today());
  const fields = (values: FormValues): readonly FormField[] => [
    { name: 'when', control: (control) => <DateControl {...control} /> },
    ...(step === 'found_empty' ? [] : [{ name: 'bodies', label: t('bodiesLabel'), description: t('bodiesHint'), control: (control) => <NumberControl {...control} min={0} max={1000} /> } satisfies FormField]),
    ...(isCleared(values) ? [] : [{ name: 'breach', required: true, control: (control) => <BreachControl {...control} gate="clearance" /> } satisfies FormField]),
  ];
  // Saved before the clearance is known, the step would stand without the reason why it was taken.
  if (places.some((place) => place.isPending)) return <LoadingState />;
  return (
    <StatementForm {...graveForm(props)} type={`grave.${step}`} fixed={{ stage: step }} fields={fields}>
      {(values) => !isCleared(values) && <Alert color="yellow" variant="outline" styles={{ message: { color: 'var(--mantine-color-text)' } }}>{t('breach')}</Alert>}
    </StatementForm>
  );
}

/** Another number by which the grave is called somewhere. */
export function AliasForm(props: GraveFormProps) {
  const { t } = useTranslation('graves');
  return <StatementForm {...graveForm(props)} type="subject.aliased" fields={[
    { name: 'alias', required: true, control: (control) => <LineControl {...control} /> },
    { name: 'origin', required: true, description: t('originHint'), control: (control) => <LineControl {...control} /> },
  ]} />;
}

export function NoteForm(props: GraveFormProps) {
  return <StatementForm {...graveForm(props)} type="subject.noted" fields={[{ name: 'text', required: true, control: (control) => <ProseControl {...control} /> }]} />;
}

/** The statement behind a value, to be corrected: its own fields as they were said. */
export function correctionOf(detail: SubjectDetail, standing: StandingValue): { readonly type: string; readonly entry: string; readonly body: FormValues } | null {
  const item = detail.subject.history.find((one) => one.entry === standing.entry);
  if (item === undefined || !isRecord(item.body)) return null;
  const own = Object.fromEntries(Object.entries(item.body).filter(([name]) => !['type', 'when', 'observers', 'reason', 'note'].includes(name)));
  return { type: item.type, entry: item.entry, body: own };
}
