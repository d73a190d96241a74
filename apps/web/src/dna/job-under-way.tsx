import { Progress } from '@mantine/core';
import { ProblemError } from '@imena/problem';
import { ProblemText } from '../components/index.ts';
import { isOpenJob, type Job } from './dna-api.ts';

export interface JobUnderWayProps {
  readonly job: Job | null;
  readonly label: string;
  readonly progress: (done: number, total: number) => string;
  readonly stopped: string;
}

/** How far work in the background has come, or how it ended where it did not end well. */
export function JobUnderWay({ job, label, progress, stopped }: JobUnderWayProps) {
  if (job === null) return null;
  return (
    <>
      {isOpenJob(job) && (
        <div role="status">
          <p>{progress(job.done, job.total)}</p>
          <Progress.Root size="xl"><Progress.Section value={job.total === 0 ? 0 : (100 * job.done) / job.total} aria-label={label} /></Progress.Root>
        </div>
      )}
      {job.state === 'cancelled' && <p>{stopped}</p>}
      {job.problem !== null && <p role="alert"><ProblemText error={new ProblemError(job.problem)} /></p>}
    </>
  );
}
