import { useTranslation } from 'react-i18next';
import { PageHeader, PrintButton, QueryView, Section } from '../components/index.ts';
import { formatMoment } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { CheckpointCard } from './checkpoint-card.tsx';
import { CompareCheckpoint } from './compare-checkpoint.tsx';
import { LedgerTabs } from './ledger-tabs.tsx';
import { useCheckpoints, type CheckpointView } from './use-checkpoints.ts';
import classes from './ledger.module.css';

/** The log's signed word on how much it holds: the server's newest, what this browser holds, and whether one continues the other. */
export function CheckpointsPage() {
  const { t } = useTranslation('ledger');
  const query = useCheckpoints();
  return (
    <>
      <PageHeader title={t('checkpoints')} kind={t('title')} actions={<PrintButton />}>{t('checkpoint.intro')}</PageHeader>
      <LedgerTabs />
      <QueryView query={query}>{(view) => <Checkpoints view={view} />}</QueryView>
    </>
  );
}

function Checkpoints({ view }: { readonly view: CheckpointView }) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const { log, newest, held, verdict, alarm } = view;
  const good = verdict === 'consistent' || verdict === 'first';
  // Where the alarm is about a key, what was received is the key, not a checkpoint.
  const evidence = alarm !== null && alarm.verdict !== 'key_changed' && alarm.received !== newest ? alarm : null;
  return (
    <>
      <Section title={t('checkpoint.verdictTitle')}>
        <p className={classes.verdict} data-tone={good ? 'good' : 'bad'} role="status">{t(`checkpoint.verdict.${verdict}`)}</p>
        {!good && <div className={classes.two}><div><h3>{t('checkpoint.todoTitle')}</h3><p>{t(`checkpoint.todo.${verdict}`)}</p></div></div>}
      </Section>
      <Section title={t('checkpoint.newest')}><CheckpointCard text={newest} log={log} withCode="withCode" /></Section>
      <Section title={t('checkpoint.held')}>
        <p className={classes.hint}>{t('checkpoint.heldHint')}</p>
        {held === null ? <p>{t('checkpoint.none')}</p> : <CheckpointCard text={held} log={log} />}
      </Section>
      {evidence !== null && <Section title={`${t('checkpoint.received')}: ${formatMoment(evidence.at, language)}`}><CheckpointCard text={evidence.received} log={log} /></Section>}
      <CompareCheckpoint newest={newest} log={log} />
    </>
  );
}
