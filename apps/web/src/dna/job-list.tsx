import { Button, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { describeProblem } from '@imena/problem';
import { useTranslation } from 'react-i18next';
import { useAccountName, useHasRole } from '../api/index.ts';
import { Badge, ErrorNote, QueryView, type Tone } from '../components/index.ts';
import { formatMoment, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { isOpenJob, useCancelJob, useJobs, type Job } from './dna-api.ts';
import { roughTime } from './remaining-time.ts';
import { useFollowedRuns } from './use-runs.ts';
import classes from './dna.module.css';

const tones: Readonly<Record<Job['state'], Tone>> = { waiting: 'plain', running: 'info', done: 'good', failed: 'bad', cancelled: 'warn' };
/** Runs under way with what remains, and the last ones that ended. */
export function JobList() {
  const { t } = useTranslation('dna');
  const jobs = useJobs();
  useFollowedRuns();
  return (
    <QueryView query={jobs}>
      {(list) => (list.length === 0 ? <p className={classes.dimmed}>{t('jobs.none')}</p> : <ul className={classes.list}>{list.map((job) => <JobLine key={job.id} job={job} />)}</ul>)}
    </QueryView>
  );
}

function JobLine({ job }: { readonly job: Job }) {
  const { t } = useTranslation(['dna', 'common']);
  const language = useLanguage();
  const nameOf = useAccountName();
  const cancel = useCancelJob();
  const mayCancel = useHasRole('laboratory', 'analyst');
  const running = job.state === 'running';
  const remaining = job.remainingSeconds === null ? null : roughTime(job.remainingSeconds);
  const share = job.total === 0 ? 0 : (job.done / job.total) * 100;
  return (
    <li className={classes.job}>
      <div className={classes.jobHead}>
        <span><Badge tone={tones[job.state]}>{t(`jobs.${job.state}`)}</Badge> {nameOf(job.requestedBy)}, {formatMoment(job.createdAt, language)}{job.parameters.because === undefined ? '' : ` · ${t('repeated.job')}`}</span>
        {job.run !== null && <Link to={`/matches/${job.run}`}>{t('jobs.openCandidates')}</Link>}
        {isOpenJob(job) && mayCancel && <Button variant="default" loading={cancel.isPending || job.cancelRequested} onClick={() => cancel.mutate(job.id)}>{t('jobs.cancel')}</Button>}
      </div>
      {running && <Progress value={share} size="lg" aria-label={t('jobs.progress')} />}
      {running && <p className={classes.dimmed} role="status">{t('jobs.doneOf', { done: formatNumber(job.done, language), total: formatNumber(job.total, language) })}{remaining === null ? '' : ` · ${t(`jobs.remaining_${remaining.unit}`, { count: remaining.count })}`}</p>}
      {job.problem !== null && <p className={classes.dimmed}>{describeProblem(job.problem, language)}</p>}
      <ErrorNote error={cancel.error} />
    </li>
  );
}
