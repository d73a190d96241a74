import { randomUUID } from 'node:crypto';
import { weightsSchema } from '@imena/matching';
import { z } from 'zod';
import { accountOf, logAccess, withAccount } from '../../access/index.ts';
import type { ServerContext } from '../../http/context.ts';
import type { App } from '../../http/type-provider.ts';
import { describeJob } from '../../jobs/describe-job.ts';
import type { JobDesk } from '../../jobs/job-desk.ts';
import { describeWeights } from './describe-weights.ts';
import { requestLearning } from './request-learning.ts';
import { findWeights, type WeightsSources } from './standing-weights.ts';
import { weightsRule, withdrawalRule } from './weights-rule.ts';

/** Those who look at identities with all their evidence; of them the board chooses (`weights.chosen`). */
const readers = ['analyst', 'board'] as const;
const askers = ['analyst'] as const;

/** The weights of the evidence: what is in use, what the lists teach, and the rules of choosing. */
export function addWeightsRoutes(app: App, context: ServerContext, { desk }: { readonly desk: JobDesk }): void {
  const { db, ledger, files, now } = context;
  const rule = { installation: () => ledger.identity.installation, files };
  ledger.rules.register('weights.chosen', weightsRule(rule));
  ledger.rules.register('statement.withdrawn', withdrawalRule(rule));
  const sources = (): WeightsSources => ({ db: ledger.worker, files, installation: ledger.identity.installation });

  app.get('/weights', { config: { access: readers } }, (request) => {
    const account = accountOf(request).id;
    return withAccount(db, account, async (tx) => {
      const answer = await describeWeights(tx, sources(), now());
      await logAccess(tx, { account, action: 'weights.read', address: request.ip, at: now() });
      return answer;
    });
  });

  app.post('/weights/learning', { config: { access: askers }, schema: { body: z.strictObject({}) } }, async (request, reply) => {
    const job = await requestLearning(context, { account: accountOf(request).id, job: randomUUID(), address: request.ip });
    desk.wake();
    return reply.code(202).send({ job: describeJob(job, now()) });
  });

  const query = z.strictObject({ version: z.string().min(1).max(80).optional() });
  app.get('/weights/file', { config: { access: readers }, schema: { querystring: query } }, async (request, reply) => {
    const account = accountOf(request).id;
    const { origin, version, digest, written, writtenPlaces } = await findWeights(sources(), request.query.version);
    await withAccount(db, account, (tx) => logAccess(tx, { account, action: 'weights.exported', detail: { version }, address: request.ip, at: now() }));
    const text = JSON.stringify({ schema: weightsSchema, origin, version, digest, settings: written, ...(writtenPlaces === null ? {} : { places: writtenPlaces }) }, null, 2);
    return reply.type('application/json; charset=utf-8').header('content-disposition', `attachment; filename="imena-weights-${version}.json"`).send(`${text}\n`);
  });
}
