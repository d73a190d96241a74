import { Button, Divider, Select, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllSubjects, useMayState, type SubjectDetail } from '../api/index.ts';
import { FormDialog, StatementForm, type FormField } from '../components/index.ts';
import { BilingualControl, ChoiceControl, LineControl } from '../controls/index.ts';
import { recordOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { RegisterSiteForm } from '../sites/site-forms.tsx';
import { speakerLine } from './speaker-line.ts';

/** A statement becomes a lead: of a site that is known, or of a new one, which stands as suspected until somebody confirms it. */
export function LeadFromClaim({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('sources');
  const mayState = useMayState();
  const navigate = useNavigate();
  const [step, setStep] = useState<'closed' | 'site' | 'new' | 'lead'>('closed');
  const [site, setSite] = useState<string | null>(null);
  if (!mayState('site.lead_reported')) return null;
  const close = (): void => setStep('closed');
  return (
    <>
      <Button size="md" mt="sm" variant="default" onClick={() => setStep('site')}>{t('makeLead')}</Button>
      <FormDialog opened={step !== 'closed'} onClose={close} title={t('makeLead')}>
        {step === 'site' && <WhichSite chosen={site} onChosen={setSite} onNew={() => setStep('new')} onDone={() => setStep('lead')} />}
        {step === 'new' && <RegisterSiteForm onDone={(id) => { setSite(id); setStep('lead'); }} onCancel={() => setStep('site')} />}
        {step === 'lead' && site !== null && <LeadForm detail={detail} site={site} onCancel={close} onDone={() => void navigate({ to: '/sites/$id', params: { id: site } })} />}
      </FormDialog>
    </>
  );
}

function WhichSite({ chosen, onChosen, onNew, onDone }: { readonly chosen: string | null; readonly onChosen: (site: string | null) => void; readonly onNew: () => void; readonly onDone: () => void }) {
  const { t } = useTranslation('sources');
  const mayState = useMayState();
  const sites = useAllSubjects({ kind: 'site' });
  const data = (sites.data ?? []).filter((item) => mayState('site.lead_reported', item.id)).map((item) => ({ value: item.id, label: `${item.code} ${item.title}` }));
  return (
    <Stack>
      <Select size="md" searchable label={t('leadForKnown')} data={data} value={chosen} onChange={onChosen} />
      <Button size="md" disabled={chosen === null} onClick={onDone}>{t('goOn')}</Button>
      {mayState('site.registered') && <><Divider label={t('or')} /><Button size="md" variant="default" onClick={onNew}>{t('leadForNew')}</Button></>}
    </Stack>
  );
}

function LeadForm({ detail, site, onDone, onCancel }: { readonly detail: SubjectDetail; readonly site: string; readonly onDone: () => void; readonly onCancel: () => void }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const { subject } = detail;
  const fields: readonly FormField[] = [
    { name: 'informant', required: true, control: (props) => <LineControl {...props} required /> },
    { name: 'words', required: true, control: (props) => <BilingualControl {...props} lines={3} required /> },
    { name: 'confidence', required: true, control: (props) => <ChoiceControl {...props} list="confidences" required /> },
  ];
  const initial = { informant: (speakerLine(subject.fields['speaker']?.[0]?.value, language) || t('speakerUnknown')).slice(0, 200), words: recordOf(subject.fields['words']?.[0]?.value) };
  return <StatementForm type="site.lead_reported" basis="document" scope={site} subject={site} subjectKind="site" fixed={{ claim: subject.id }} initial={initial} fields={fields} onDone={onDone} onCancel={onCancel} />;
}
