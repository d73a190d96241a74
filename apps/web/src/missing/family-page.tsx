import { Button } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { subjectQuery, useAllSubjects, useMayState, useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { CorrectableFields, EmptyState, FormDialog, HistoryTimeline, PageHeader, QueryView, Section, StatementForm, StatusBadge, SubjectLink, SyntheticBadge } from '../components/index.ts';
import { PedigreeChart } from '../components/pedigree/index.ts';
import { ChoiceControl, LineControl, type ControlProps } from '../controls/index.ts';
import { codeLabel, fieldLabel, recordOf } from '../format/index.ts';
import { nextRelativeCode } from './family-code.ts';
import { NameFields } from './names-control.tsx';
import { PedigreeEditor } from './pedigree-editor.tsx';
import { pedigreeOf } from './pedigree-value.ts';
import classes from './missing.module.css';

/** A family: who belongs to it, who is missing, who gave a sample. */
export function FamilyPage() {
  const id = useParam('id');
  return <QueryView query={useSubject(id)}>{(detail) => <FamilyView key={id} detail={detail} />}</QueryView>;
}

function FamilyView({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['missing', 'common']);
  const mayState = useMayState();
  const { subject, item } = detail;
  const { members, entry } = pedigreeOf(subject);
  const [drawing, setDrawing] = useState(false);
  const relatives = useAllSubjects({ kind: 'relative', 'link.family': subject.id });
  const sampled = useSampled(members.flatMap((member) => [member.relative, member.person]).filter((one) => one !== undefined));
  const [selected, setSelected] = useState<string>();
  const chosen = members.find((member) => member.id === selected);
  const chosenItem = [...detail.linked.map((one) => one.item), ...(relatives.data ?? [])].find((one) => one.id === (chosen?.person ?? chosen?.relative));
  return (
    <>
      <PageHeader title={item.title === '' ? item.code : item.title} kind={`${t('family')} ${item.code}`} badges={subject.synthetic && <SyntheticBadge />} />
      <Section title={t('pedigree')} actions={!drawing && mayState('family.pedigree_drawn', subject.scope) && <Button size="md" variant="default" onClick={() => setDrawing(true)}>{t(members.length === 0 ? 'drawPedigree' : 'changePedigree')}</Button>}>
        {members.length === 0 && !drawing && <EmptyState>{t('noPedigree')}</EmptyState>}
        {!drawing && members.length > 0 && (
          <>
            <PedigreeChart people={members.map((member) => ({ ...member, typed: (member.relative !== undefined && sampled.has(member.relative)) || (member.person !== undefined && sampled.has(member.person)) }))} onSelect={setSelected} selected={selected} />
            <p className={classes.quiet}>{t('filledMeans')}</p>
            {chosen !== undefined && <p aria-live="polite"><strong>{chosen.label ?? chosen.id}</strong>: {codeLabel('lifeStates', chosen.state)}{chosen.stateSource === undefined ? '' : ` (${chosen.stateSource})`} {chosenItem !== undefined && <SubjectLink item={chosenItem} />}</p>}
          </>
        )}
        {drawing && <QueryView query={relatives}>{(known) => <PedigreeEditor detail={detail} members={members} supersedes={entry} relatives={known} onDone={() => setDrawing(false)} />}</QueryView>}
      </Section>
      <Relatives detail={detail} />
      <Section title={t('family')}><CorrectableFields detail={detail} fields={['code', 'title', 'missing']} forms={{}} /></Section>
      <Section title={t('common:history.title')}><HistoryTimeline detail={detail} /></Section>
    </>
  );
}

/** Those of the family of whom a sample was taken that did not fail. */
function useSampled(people: readonly string[]): ReadonlySet<string> {
  const details = useQueries({ queries: [...new Set(people)].map((id) => subjectQuery(id)) });
  return new Set(details.flatMap(({ data }) => (data?.linked.some(({ item }) => item.kind === 'sample' && item.status !== 'failed') === true ? [data.subject.id] : [])));
}

function Relatives({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['missing', 'common']);
  const mayState = useMayState();
  const [registering, setRegistering] = useState(false);
  const relatives = useAllSubjects({ kind: 'relative', 'link.family': detail.subject.id });
  const close = (): void => setRegistering(false);
  return (
    <Section title={t('relatives')} actions={mayState('relative.registered', detail.subject.scope) && <Button size="md" variant="default" onClick={() => setRegistering(true)}>{t('newRelative')}</Button>}>
      <QueryView query={relatives}>{(items) => (
        <>
          {items.length === 0 && <EmptyState>{t('noRelatives')}</EmptyState>}
          <ul className={classes.list}>{items.map((item) => <li key={item.id}><span><SubjectLink item={item} /> {typeof item.facets['relation'] === 'string' ? codeLabel('relations', item.facets['relation']) : ''}</span><StatusBadge kind="relative" status={item.status} /></li>)}</ul>
          <FormDialog opened={registering} onClose={close} title={t('newRelative')}>
            <StatementForm
              type="relative.registered" basis="told" scope={detail.subject.scope} subjectKind="relative" fixed={{ family: detail.subject.id }}
              initial={{ code: nextRelativeCode(detail.item.code, items.map((item) => item.code)), name: { kind: 'legal', script: 'Cyrl' } }}
              fields={[
                { name: 'name', required: true, control: (props) => <NameControl {...props} /> },
                { name: 'relation', required: true, label: t('relationToMissing'), control: (props) => <ChoiceControl {...props} list="relations" required /> },
                { name: 'relationAsTold', control: (props) => <LineControl {...props} /> },
                { name: 'contact', control: (props) => <LineControl {...props} /> },
                { name: 'code', required: true, control: (props) => <LineControl {...props} required /> },
              ]}
              onDone={close} onCancel={close}
            />
          </FormDialog>
        </>
      )}</QueryView>
    </Section>
  );
}

function NameControl({ value, onChange, error }: ControlProps) {
  return <NameFields legend={fieldLabel('names')} name={recordOf(value)} onChange={onChange} error={error} />;
}
