import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { StatementForm, type FormField } from '../components/index.ts';
import { BilingualControl, ChoiceControl, DateControl, LengthControl, LineControl, PlaceControl } from '../controls/index.ts';
import { OutlineControl } from './outline-control.tsx';

export interface SiteFormProps {
  readonly detail: SubjectDetail;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A new site; it is its own scope. */
export function RegisterSiteForm({ onDone, onCancel }: { readonly onDone: (id: string) => void; readonly onCancel: () => void }) {
  const { t } = useTranslation('sites');
  const fields: readonly FormField[] = [
    { name: 'code', required: true, description: t('codeHint'), control: (props) => <LineControl {...props} /> },
    { name: 'name', required: true, control: (props) => <BilingualControl {...props} /> },
    { name: 'description', control: (props) => <BilingualControl {...props} lines={3} /> },
  ];
  return <StatementForm type="site.registered" scope="new" ownScope="ownScope" subjectKind="site" fields={fields} onDone={({ subject }) => onDone(subject)} onCancel={onCancel} />;
}

function siteForm({ detail, onDone, onCancel }: SiteFormProps) {
  return { scope: detail.subject.scope, subjectKind: 'site' as const, subject: detail.subject.id, onDone, onCancel };
}

/** What was reported about a possible place. */
export function LeadForm(props: SiteFormProps) {
  const fields: readonly FormField[] = [
    { name: 'informant', required: true, control: (control) => <LineControl {...control} /> },
    { name: 'words', required: true, control: (control) => <BilingualControl {...control} lines={3} /> },
    { name: 'confidence', required: true, control: (control) => <ChoiceControl {...control} list="confidences" /> },
  ];
  return <StatementForm {...siteForm(props)} type="site.lead_reported" basis="told" fields={fields} />;
}

export function LocateForm(props: SiteFormProps) {
  const fields: readonly FormField[] = [{ name: 'place', required: true, control: (control) => <PlaceControl {...control} /> }];
  return <StatementForm {...siteForm(props)} type="site.located" fields={fields} />;
}

export const siteStages = ['confirmed', 'secured', 'opened', 'closed'] as const;
export type SiteStage = (typeof siteStages)[number];

export function StageForm({ stage, ...props }: SiteFormProps & { readonly stage: SiteStage }) {
  return <StatementForm {...siteForm(props)} type={`site.${stage}`} fixed={{ stage }} fields={[{ name: 'when', control: (control) => <DateControl {...control} /> }]} />;
}

/** Clearance of mines and ordnance: where, how deep, by whom, from when until when, with what limits. */
export function ClearanceForm(props: SiteFormProps) {
  const fields: readonly FormField[] = [
    { name: 'extent', required: true, control: (control) => <LineControl {...control} /> },
    { name: 'depthMm', required: true, control: (control) => <LengthControl {...control} /> },
    { name: 'method', required: true, control: (control) => <LineControl {...control} /> },
    { name: 'authority', required: true, control: (control) => <LineControl {...control} /> },
    { name: 'validFrom', required: true, control: (control) => <DateControl {...control} /> },
    { name: 'validTo', control: (control) => <DateControl {...control} /> },
    { name: 'limits', control: (control) => <LineControl {...control} /> },
  ];
  return <StatementForm {...siteForm(props)} type="site.cleared" basis="document" fields={fields} />;
}

/** An area inside a site, with its own custody and outline. */
export function AreaForm({ detail, onDone, onCancel }: SiteFormProps) {
  const fields: readonly FormField[] = [
    { name: 'code', required: true, control: (control) => <LineControl {...control} /> },
    { name: 'name', required: true, control: (control) => <BilingualControl {...control} /> },
    { name: 'areaType', required: true, control: (control) => <ChoiceControl {...control} list="areaTypes" /> },
    { name: 'custody', control: (control) => <LineControl {...control} /> },
    { name: 'outline', control: (control) => <OutlineControl {...control} /> },
  ];
  return <StatementForm type="area.defined" scope={detail.subject.scope} subjectKind="area" fixed={{ site: detail.subject.id }} fields={fields} onDone={onDone} onCancel={onCancel} />;
}
