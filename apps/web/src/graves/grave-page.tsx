import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandingValue } from '@imena/record';
import { useMayState, useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { FieldList, FieldView, FormDialog, HistoryTimeline, LinkedSubjects, PageHeader, Photographs, PrintButton, QueryView, Section, SplitView, StatusBadge, SyntheticBadge } from '../components/index.ts';
import { kindLabel, textOf } from '../format/index.ts';
import { IndividualsSection } from '../individuals/individuals-section.tsx';
import { Clearances } from '../sites/site-lists.tsx';
import { AliasForm, correctionOf, CorrectMarkForm, DescribeForm, graveSteps, NoteForm, StepForm, TranscribeForm, type GraveStep } from './grave-forms.tsx';
import { Aliases, GraveStages, Notes, Readings, RemainsHere } from './grave-lists.tsx';

type GraveForm = 'grave.marked' | 'grave.marker_transcribed' | 'grave.described' | 'subject.aliased' | 'subject.noted' | `grave.${GraveStep}`;
type Correction = NonNullable<ReturnType<typeof correctionOf>>;
type Opened = { readonly form: GraveForm; readonly correcting?: Correction } | null;

const markerFields = ['markerType', 'markerName', 'markerNumber', 'markerDates'];
const placeFields = ['site', 'area', 'number', 'position', 'directionDeg', 'lengthMm', 'widthMm', 'graveType', 'formation', 'depthMm', 'description'];
const rarelyGiven = new Set(['directionDeg', 'lengthMm', 'widthMm', 'depthMm', 'area']);

export function GravePage() {
  const id = useParam('id');
  const query = useSubject(id);
  return <QueryView query={query}>{(detail) => <GraveDetail key={id} detail={detail} />}</QueryView>;
}

function GraveDetail({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['graves', 'common']);
  const [opened, setOpened] = useState<Opened>(null);
  const mayState = useMayState();
  const site = useSubject(textOf(detail.subject.fields['site']?.[0]?.value) ?? '');
  const correct = (standing: StandingValue): void => {
    const correcting = correctionOf(detail, standing);
    if (correcting !== null && isGraveForm(correcting.type)) setOpened({ form: correcting.type, correcting });
  };
  const field = (name: string) => (
    <FieldView key={name} detail={detail} field={name} {...(rarelyGiven.has(name) ? { hideEmpty: 'hideEmpty' as const } : {})} {...(mayState('grave.described', detail.subject.scope) ? { onCorrect: correct } : {})} />
  );
  return (
    <>
      <PageHeader
        kind={kindLabel('grave')} title={`${detail.item.code}${detail.item.title === '' ? '' : ` · ${detail.item.title}`}`}
        badges={<><StatusBadge kind="grave" status={detail.item.status} />{detail.subject.synthetic && <SyntheticBadge />}</>}
        actions={<><GraveActions scope={detail.subject.scope} open={(form) => setOpened({ form })} /><PrintButton /></>}
      >
        {detail.blinded && t('common:blinded')}
      </PageHeader>
      <SplitView side={(
        <>
          <Section title={t('common:photographs.title')}><Photographs detail={detail} /></Section>
          <Section title={t('stages')}><GraveStages detail={detail} /></Section>
          <IndividualsSection place={detail.subject.id} scope={detail.subject.scope} />
          <Section title={t('remainsHere')}><RemainsHere detail={detail} /></Section>
          <Section title={t('clearance')}><QueryView query={site}>{(of) => <Clearances detail={of} />}</QueryView></Section>
          <Section title={t('aliases')}><Aliases detail={detail} /></Section>
          <Section title={t('notes')}><Notes detail={detail} /></Section>
          <LinkedSubjects detail={detail} without={['out:site', 'out:area', 'in:remains']} />
        </>
      )}>
        {!detail.blinded && (
          <Section title={t('marker')}>
            <FieldList>{markerFields.map(field)}</FieldList>
            <h3>{t('readingsTitle')}</h3>
            <Readings detail={detail} />
          </Section>
        )}
        <Section title={t('whereAndWhat')}><FieldList>{placeFields.map(field)}</FieldList></Section>
        <Section title={t('common:history.title')}><HistoryTimeline detail={detail} /></Section>
      </SplitView>
      <GraveDialog detail={detail} opened={opened} close={() => setOpened(null)} />
    </>
  );
}

const labels = {
  'grave.marked': 'mark', 'grave.marker_transcribed': 'transcribe', 'grave.described': 'describe', 'grave.opened': 'open', 'grave.emptied': 'emptied', 'grave.found_empty': 'foundEmpty',
  'subject.aliased': 'alias', 'subject.noted': 'note',
} as const;

function isGraveForm(type: string): type is GraveForm {
  return type in labels;
}

function GraveActions({ scope, open }: { readonly scope: string; readonly open: (form: GraveForm) => void }) {
  const { t } = useTranslation(['graves', 'common']);
  const mayState = useMayState();
  const inMenu = (['grave.described', 'grave.opened', 'grave.emptied', 'grave.found_empty', 'subject.aliased', 'subject.noted'] as const).filter((form) => mayState(form, scope));
  return (
    <>
      {mayState('grave.marker_transcribed', scope) && <Button size="md" onClick={() => open('grave.marker_transcribed')}>{t('transcribe')}</Button>}
      {inMenu.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target><Button size="md" variant="default">{t('common:add')}</Button></Menu.Target>
          <Menu.Dropdown>{inMenu.map((form) => <Menu.Item key={form} onClick={() => open(form)}>{t(labels[form])}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function GraveDialog({ detail, opened, close }: { readonly detail: SubjectDetail; readonly opened: Opened; readonly close: () => void }) {
  const { t } = useTranslation(['graves', 'common']);
  const form = opened?.form;
  const correcting = opened?.correcting;
  const props = { detail, onDone: close, onCancel: close, ...(correcting === undefined ? {} : { correcting }) };
  const step = graveSteps.find((one) => form === `grave.${one}`);
  return (
    <FormDialog opened={opened !== null} onClose={close} title={form === undefined ? '' : correcting === undefined ? t(labels[form]) : t('common:edit')}>
      {form === 'grave.marked' && <CorrectMarkForm {...props} />}
      {form === 'grave.marker_transcribed' && <TranscribeForm {...props} />}
      {form === 'grave.described' && <DescribeForm {...props} />}
      {step !== undefined && <StepForm step={step} {...props} />}
      {form === 'subject.aliased' && <AliasForm {...props} />}
      {form === 'subject.noted' && <NoteForm {...props} />}
    </FormDialog>
  );
}
