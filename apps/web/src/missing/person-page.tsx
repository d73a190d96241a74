import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole, useMayState, useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { CorrectableFields, EmptyState, FormDialog, HistoryTimeline, LinkedSubjects, OriginLine, PageHeader, Photographs, QueryView, Section, SplitView, StatementButton, StatementForm, StatusBadge, SyntheticBadge } from '../components/index.ts';
import { ChoiceControl, ProseControl } from '../controls/index.ts';
import { codeLabel, recordOf, textOf } from '../format/index.ts';
import { AdvicePanel } from '../advice/index.ts';
import { WhichRemains } from '../matches/who-could-it-be.tsx';
import { SamplesSection } from '../remains/samples-section.tsx';
import { compareReports, describedFields } from './compare-reports.ts';
import { PersonFamily } from './person-family.tsx';
import { PossibleDuplicates } from './possible-duplicates.tsx';
import { latinOf } from './name-in-scripts.tsx';
import { useDescriptionFields, useReportFields } from './report-controls.tsx';
import { SideBySide } from './side-by-side.tsx';
import classes from './missing.module.css';

/** Everything that was told of one missing person. */
export function PersonPage() {
  const id = useParam('id');
  return <QueryView query={useSubject(id)}>{(detail) => <PersonView key={id} detail={detail} />}</QueryView>;
}

function PersonView({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['missing', 'common', 'advice']);
  const mayState = useMayState();
  const mayAskAdvice = useHasRole('family_liaison', 'laboratory', 'analyst', 'board');
  const hasFamily = detail.linked.some((one) => one.item.kind === 'family');
  const description = useDescriptionFields();
  const report = useReportFields();
  const [adding, setAdding] = useState(false);
  const { subject, item } = detail;
  const reports = subject.lists['reports'] ?? [];
  const outcomes = subject.lists['outcomes'] ?? [];
  return (
    <>
      <PageHeader
        title={item.title === '' ? item.code : item.title} kind={`${t('one')} ${item.code}`}
        badges={<><StatusBadge kind="person" status={item.status} />{subject.synthetic && <SyntheticBadge />}</>}
        actions={<>{mayState('person.reported', subject.scope) && <Button size="md" onClick={() => setAdding(true)}>{t('addReport')}</Button>}<StatementButton detail={detail} type="person.described" basis="told" label={t('describe')} fields={description} /></>}
      >
        {latinOf(item.title)}
      </PageHeader>
      <SplitView side={<>
        <PersonFamily detail={detail} />
        <Section title={t('outcome')} actions={<StatementButton detail={detail} type="person.outcome" basis="told" label={t('recordOutcome')} fields={[
          { name: 'outcome', required: true, control: (props) => <ChoiceControl {...props} list="outcomes" required /> },
          { name: 'explanation', required: true, control: (props) => <ProseControl {...props} required /> },
        ]} />}>
          {outcomes.length === 0 && <EmptyState>{t('noOutcome')}</EmptyState>}
          {outcomes.map((one) => <div key={one.entry}><strong>{codeLabel('outcomes', textOf(one.value['outcome']) ?? '')}</strong>: {textOf(one.value['explanation'])}<br /><OriginLine origin={one} /></div>)}
        </Section>
        <SamplesSection detail={detail} />
        <Section title={t('sameOrNot')} actions={mayState('person.compared', subject.scope) && <Button component={Link} to={`/missing/${subject.id}/compare`} size="md" variant="default">{t('compare')}</Button>}>
          <PossibleDuplicates person={subject.id} />
          <Merges detail={detail} />
        </Section>
        <LinkedSubjects detail={detail} without={['in:family', 'in:sample', 'out:same_person', 'out:kept_apart', 'in:person']} />
      </>}>
        <Section title={t('known')}>
          <CorrectableFields detail={detail} fields={describedFields} hideEmpty="hideEmpty" forms={{ 'person.reported': report, 'person.described': description }} />
        </Section>
        <Section title={t('reports')}>
          <SideBySide label={t('reports')} rows={compareReports(reports)} heads={reports.map((one) => <ReportHead key={one.entry} report={one} />)} />
        </Section>
        {item.status === 'missing' && <WhichRemains person={subject.id} />}
        {mayAskAdvice && hasFamily && <Section title={t('advice:title')}><AdvicePanel path={`/persons/${subject.id}`} of="person" /></Section>}
        <Section title={t('common:photographs.title')}><Photographs detail={detail} /></Section>
        <Section title={t('common:history.title')}><HistoryTimeline detail={detail} /></Section>
      </SplitView>
      <FormDialog opened={adding} onClose={() => setAdding(false)} title={t('addReport')}>
        <StatementForm type="person.reported" basis="told" scope={subject.scope} subject={subject.id} subjectKind="person" fixed={{ code: item.code }} fields={report} onDone={() => setAdding(false)} onCancel={() => setAdding(false)} />
      </FormDialog>
    </>
  );
}

function ReportHead({ report }: { readonly report: SubjectDetail['subject']['lists'][string][number] }) {
  const { t } = useTranslation('missing');
  const informant = recordOf(report.value['informant']);
  const consent = recordOf(report.value['consent']);
  const given = consent['given'];
  return (
    <>
      <div>{textOf(informant['name']) ?? t('informantUnnamed')}</div>
      <div className={classes.quiet}>{[textOf(informant['relation']) === undefined ? '' : codeLabel('relations', textOf(informant['relation']) ?? ''), textOf(informant['relationAsTold']), textOf(report.value['reportCode'])].filter(Boolean).join(' · ')}</div>
      <div className={classes.quiet}>{t('consentTitle')}: {t(given === true ? 'consent.given' : given === false ? 'consent.refused' : 'consent.unsaid')}</div>
      <OriginLine origin={report} />
    </>
  );
}

function Merges({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('missing');
  const own = detail.subject.lists['merges'] ?? [];
  const inward = detail.linked.filter((one) => one.direction === 'in' && one.item.kind === 'person');
  if (own.length === 0 && inward.length === 0) return <EmptyState>{t('noComparison')}</EmptyState>;
  return (
    <ul className={classes.list}>
      {own.map((one) => {
        const other = detail.linked.find((linked) => linked.item.id === one.value['other'])?.item;
        return <li key={one.entry}><div><strong>{codeLabel('mergeGrounds', textOf(one.value['verdict']) ?? '')}</strong> {other !== undefined && <Link to={`/missing/${other.id}`}>{other.code} {other.title}</Link>}<br />{textOf(one.value['explanation'])}<br /><OriginLine origin={one} /></div></li>;
      })}
      {inward.map((one) => <li key={`${one.rel} ${one.item.id}`}><div><strong>{codeLabel('mergeGrounds', one.rel)}</strong> <Link to={`/missing/${one.item.id}`}>{one.item.code} {one.item.title}</Link><br />{t('saidThere')}</div></li>)}
    </ul>
  );
}
