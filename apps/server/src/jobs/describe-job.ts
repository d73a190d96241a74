import type { Job } from './jobs.queries.ts';

/** A job as it is answered: how far, since when, and how long it may still take. */
export function describeJob(job: Job, now: Date) {
  const { id, task, scope, state, done, total, run, problem, cancelRequested, parameters, requestedBy } = job;
  return {
    id, task, scope, state, done, total, requestedBy, parameters, cancelRequested,
    createdAt: job.createdAt.toISOString(), startedAt: job.startedAt?.toISOString() ?? null, finishedAt: job.finishedAt?.toISOString() ?? null,
    remainingSeconds: remainingSeconds(job, now), run, problem,
  };
}

/** By the pace so far; null before there is one. */
function remainingSeconds({ state, done, total, startedAt }: Job, now: Date): number | null {
  if (state !== 'running' || startedAt === null || done === 0) return null;
  const elapsed = Math.max(0, now.getTime() - startedAt.getTime()) / 1000;
  return Math.ceil((elapsed / done) * (total - done));
}
