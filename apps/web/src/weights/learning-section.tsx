import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../api/index.ts';
import { ErrorNote, Section } from '../components/index.ts';
import { isOpenJob, useCancelJob } from '../dna/dna-api.ts';
import { JobUnderWay } from '../dna/job-under-way.tsx';
import { formatFixed, formatMoment, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useLearnWeights, type Learning, type WeightsAnswer } from './weights-api.ts';
import classes from './weights.module.css';

/** On which lists the learned weights rest, how far a learning under way has come, and asking for another. */
export function LearningSection({ learning, job }: Pick<WeightsAnswer, 'learning' | 'job'>) {
  const { t } = useTranslation(['weights', 'common']);
  const language = useLanguage();
  const mayAsk = useHasRole('analyst');
  const start = useLearnWeights();
  const cancel = useCancelJob();
  const isOpen = job !== null && isOpenJob(job);
  const act = isOpen
    ? <Button size="md" variant="default" disabled={job.cancelRequested} onClick={() => cancel.mutate(job.id)}>{t('common:cancel')}</Button>
    : <Button size="md" variant={learning === null || learning.changedSince > 0 ? 'filled' : 'default'} loading={start.isPending} onClick={() => start.mutate()}>{t(learning === null ? 'learn' : 'learnAgain')}</Button>;
  return (
    <Section title={t('learningTitle')} actions={mayAsk ? act : <span className={classes.quiet}>{t('onlyAnalyst')}</span>}>
      {learning === null && !isOpen && <p className={classes.quiet}>{t('neverLearned')}</p>}
      {learning !== null && <Learned learning={learning} />}
      <JobUnderWay job={job} label={t('learningTitle')} progress={(done, total) => t('learning', { done: formatNumber(done, language), total: formatNumber(total, language) })} stopped={t('stopped')} />
      <ErrorNote error={start.error ?? cancel.error} />
    </Section>
  );
}

function Learned({ learning: { at, reports, remains, asOf, changedSince, expected, rounds, isSettled } }: { readonly learning: Learning }) {
  const { t } = useTranslation('weights');
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language, 0);
  return (
    <>
      <p>{t('learned', { at: at === null ? '' : formatMoment(at, language), reports: number(reports), remains: number(remains), entries: number(asOf) })} {changedSince === 0 ? t('nothingSince') : t('since', { count: changedSince })}</p>
      <p>{t('expected', { remains: number(expected.remains), reports: number(expected.reports) })}</p>
      <p className={isSettled ? undefined : classes.warning}>{t(isSettled ? 'settled' : 'unsettled', { count: rounds.length })}</p>
      <details className={classes.more}>
        <summary>{t('rounds')}</summary>
        <table className={classes.table}>
          <thead><tr><th scope="col">{t('round')}</th><th scope="col">{t('roundExpected')}</th><th scope="col">{t('roundOnList')}</th><th scope="col">{t('roundChanged')}</th></tr></thead>
          <tbody>{rounds.map((round, i) => (
            <tr key={i}><th scope="row">{i + 1}</th><td data-label={t('roundExpected')}>{formatFixed(round.expected, language, 1)}</td><td data-label={t('roundOnList')}>{`${formatFixed(100 * round.onList, language, 1)}\u00a0%`}</td><td data-label={t('roundChanged')}>{round.changed}</td></tr>
          ))}</tbody>
        </table>
      </details>
    </>
  );
}
