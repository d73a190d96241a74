import type { Json, Problem } from '@imena/problem';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A job as people see it. */
export interface Job {
  readonly id: string;
  readonly task: string;
  readonly scope: string;
  readonly requestedBy: string;
  readonly parameters: Json;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly run: string | null;
  readonly problem: Problem | null;
  readonly cancelRequested: boolean;
}

/** A job with the files between which it works. */
export interface JobFiles extends Job {
  readonly inputSha256: string;
  readonly resultSha256: string | null;
}

const columns = sql`id, task, scope, requested_by as "requestedBy", parameters, state, done, total, created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt", run, problem, cancel_requested as "cancelRequested"`;
const withFiles = sql`${columns}, input_sha256 as "inputSha256", result_sha256 as "resultSha256"`;

export interface NewJob {
  readonly id: string;
  readonly task: string;
  readonly scope: string;
  readonly requestedBy: string;
  readonly parameters: Json;
  readonly inputSha256: string;
  readonly createdAt: Date;
}

/** As the application role: row-level security says whether this account may ask for work in this scope. */
export async function insertJob(tx: Database, job: NewJob): Promise<Job> {
  const { rows } = await sql<Job>`
    insert into jobs (id, task, scope, requested_by, parameters, input_sha256, created_at)
    values (${job.id}, ${job.task}, ${job.scope}, ${job.requestedBy}, ${JSON.stringify(job.parameters)}::jsonb, ${job.inputSha256}, ${job.createdAt})
    returning ${columns}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('no row came back');
  return row;
}

/** The newest matching runs; other tasks are shown where their results are. */
export async function listJobs(tx: Database, limit: number): Promise<Job[]> {
  const { rows } = await sql<Job>`select ${columns} from jobs where task = 'dna_run' order by created_at desc, id limit ${limit}`.execute(tx);
  return rows;
}

export async function findJob(tx: Database, id: string): Promise<Job | null> {
  const { rows } = await sql<Job>`select ${columns} from jobs where id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** The newest finished job of a task, and a newer one that runs, waits or failed; as the account sees them. */
export async function findNewestJobs(tx: Database, task: string): Promise<{ readonly done: JobFiles | null; readonly open: Job | null }> {
  const { rows } = await sql<JobFiles>`select ${withFiles} from jobs where task = ${task} order by created_at desc, id limit 20`.execute(tx);
  const place = rows.findIndex((row) => row.state === 'done');
  const newest = rows[0];
  return { done: rows[place] ?? null, open: newest === undefined || newest.state === 'done' ? null : newest };
}

/** Asks a job to stop; false when there is none that this account may stop. */
export async function requestCancel(tx: Database, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update jobs set cancel_requested = true where id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

/** A job whose worker died this often is given up: more likely it kills them. Stops of the server count too. */
const mostAttempts = 10;

/** Puts every new job into the queue, each exactly once; a job cancelled before that never comes into it. */
export async function queueNewJobs(db: Database, now: Date): Promise<void> {
  await sql`update jobs set state = 'cancelled', finished_at = ${now} where state = 'waiting' and cancel_requested and queued_at is null`.execute(db);
  await sql`
    with fresh as (update jobs set queued_at = ${now} where state = 'waiting' and queued_at is null returning id, task)
    select graphile_worker.add_job(task, json_build_object('job', id), job_key := id::text, max_attempts := ${mostAttempts}) from fresh`.execute(db);
}

/** Begins or, after a worker died, begins again; null when the job is not to be done any more. */
export async function beginJob(db: Database, id: string, now: Date): Promise<JobFiles | null> {
  const { rows } = await sql<JobFiles>`
    update jobs set state = 'running', started_at = coalesce(started_at, ${now}), done = 0
    where id = ${id} and state in ('waiting', 'running') and result_sha256 is null returning ${withFiles}`.execute(db);
  return rows[0] ?? null;
}

/** Notes how far a job is; answers whether it was asked to stop. */
export async function noteProgress(db: Database, id: string, { done, total }: { readonly done: number; readonly total: number }): Promise<{ cancelRequested: boolean }> {
  const { rows } = await sql<{ cancelRequested: boolean }>`
    update jobs set done = ${done}, total = ${total} where id = ${id} and state = 'running' returning cancel_requested as "cancelRequested"`.execute(db);
  return rows[0] ?? { cancelRequested: true };
}

export async function noteResult(db: Database, id: string, sha256: string): Promise<void> {
  await sql`update jobs set result_sha256 = ${sha256}, done = total where id = ${id} and state = 'running'`.execute(db);
}

export async function endJob(db: Database, id: string, end: { readonly state: 'failed' | 'cancelled'; readonly problem: Problem | null; readonly now: Date }): Promise<void> {
  await sql`
    update jobs set state = ${end.state}, problem = ${end.problem === null ? null : JSON.stringify(end.problem)}::jsonb, finished_at = ${end.now}
    where id = ${id} and state in ('waiting', 'running')`.execute(db);
}

/** Jobs that are computed and wait for their entry. */
export async function listComputed(db: Database): Promise<JobFiles[]> {
  const { rows } = await sql<JobFiles>`select ${withFiles} from jobs where state = 'running' and result_sha256 is not null order by created_at, id`.execute(db);
  return rows;
}

export async function completeJob(db: Database, id: string, { run, now }: { readonly run: string | null; readonly now: Date }): Promise<void> {
  await sql`update jobs set state = 'done', run = ${run}, finished_at = ${now} where id = ${id} and state = 'running'`.execute(db);
}

/** Jobs whose worker died as often as the queue lets one try. */
export async function listGivenUp(db: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select j.id from jobs j left join graphile_worker.jobs q on q.key = j.id::text
    where j.state in ('waiting', 'running') and j.queued_at is not null and j.result_sha256 is null
      and (q.id is null or (q.attempts >= q.max_attempts and q.locked_by is null))`.execute(db);
  return rows.map((row) => row.id);
}

/** With a log that is replaced its jobs go; whatever the queue still holds of them finds nothing to do. */
export async function deleteAllJobs(tx: Database): Promise<void> {
  await sql`delete from jobs`.execute(tx);
}
