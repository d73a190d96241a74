import { refuse } from '@imena/problem';
import { z } from 'zod';
import { accountOf, logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import type { App } from '../http/type-provider.ts';
import { describeJob } from './describe-job.ts';
import type { JobDesk } from './job-desk.ts';
import { findJob, listJobs, requestCancel } from './jobs.queries.ts';

const readers = ['laboratory', 'analyst', 'board'] as const;
const params = z.strictObject({ id: z.uuid() });

/** How far the work in the background has come, and stopping it. */
export function addJobRoutes(app: App, { db, now }: ServerContext, desk: JobDesk): void {
  const query = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) });
  app.get('/jobs', { config: { access: readers }, schema: { querystring: query } }, (request) =>
    withAccount(db, accountOf(request).id, async (tx) => ({ items: (await listJobs(tx, request.query.limit)).map((job) => describeJob(job, now())) })));

  app.get('/jobs/:id', { config: { access: readers }, schema: { params } }, (request) =>
    withAccount(db, accountOf(request).id, async (tx) => {
      const job = await findJob(tx, request.params.id);
      return job === null ? refuse('server.not_found') : describeJob(job, now());
    }));

  app.post('/jobs/:id/cancel', { config: { access: ['family_liaison', 'laboratory', 'analyst'] }, schema: { params } }, async (request) => {
    const account = accountOf(request).id;
    const { id } = request.params;
    const answer = await withAccount(db, account, async (tx) => {
      if (!(await requestCancel(tx, id))) return refuse('server.not_found');
      await logAccess(tx, { account, action: 'job.cancelled', detail: { job: id }, address: request.ip, at: now() });
      const job = await findJob(tx, id);
      return job === null ? refuse('server.not_found') : describeJob(job, now());
    });
    desk.wake();
    return answer;
  });
}
