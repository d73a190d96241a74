import { useTranslation } from 'react-i18next';
import { useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { CorrectableFields, HistoryTimeline, LinkedSubjects, OriginLine, PageHeader, QueryView, Section, StatementButton, StatusBadge, SyntheticBadge } from '../components/index.ts';
import { ChoiceControl, LineControl } from '../controls/index.ts';
import { codeLabel, textOf } from '../format/index.ts';
import { ProfileSummary } from './profile-summary.tsx';
import classes from './remains.module.css';

const stages = ['sent', 'received', 'consumed', 'failed'] as const;

/** One sample on its way: taken, sent, received, used up or failed. */
export function SamplePage() {
  const id = useParam('id');
  return <QueryView query={useSubject(id)}>{(detail) => <SampleView key={id} detail={detail} />}</QueryView>;
}

function SampleView({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['remains', 'common']);
  const done = detail.subject.lists['stages'] ?? [];
  return (
    <>
      <PageHeader title={detail.item.code} kind={t('oneSample')} badges={<><StatusBadge kind="sample" status={detail.item.status} />{detail.subject.synthetic && <SyntheticBadge />}</>} />
      <Section title={t('oneSample')}>
        <CorrectableFields
          detail={detail} fields={['code', 'sampleType', 'remains', 'relative', 'person']} hideEmpty="hideEmpty"
          forms={{ 'sample.taken': [
            { name: 'code', required: true, control: (props) => <LineControl {...props} required /> },
            { name: 'sampleType', required: true, control: (props) => <ChoiceControl {...props} list="sampleTypes" required /> },
            { name: 'takenBy', control: (props) => <LineControl {...props} /> },
          ] }}
        />
      </Section>
      <Section title={t('sampleWay')}>
        <ul className={classes.list}>{done.map((item) => <li key={item.entry}><strong>{codeLabel('sampleStages', textOf(item.value['stage']) ?? '')}</strong><span>{textOf(item.value['laboratory']) ?? ''}</span><OriginLine origin={item} /></li>)}</ul>
        <div className={classes.actions}>
          {stages.map((stage) => <StatementButton key={stage} detail={detail} type={`sample.${stage}`} label={t(`stage.${stage}`)} fixed={{ stage }} fields={[
            { name: 'laboratory', control: (props) => <LineControl {...props} /> }, { name: 'accompanying', control: (props) => <LineControl {...props} /> },
          ]} />)}
        </div>
      </Section>
      <ProfileSummary detail={detail} />
      <LinkedSubjects detail={detail} without={['in:profile']} />
      <Section title={t('common:history.title')}><HistoryTimeline detail={detail} /></Section>
    </>
  );
}
