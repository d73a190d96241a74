import { codeLists } from '@imena/record';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf, logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import { exportSubjects } from './export-subjects.ts';
import { listMappings, saveMapping } from './mappings.queries.ts';
import { readOverview, readTasks } from './overview.ts';
import { RememberedCounts } from './remembered-counts.ts';

const target = z.string().regex(/^[a-z][A-Za-z-]{0,39}$/);

/** Overview, tasks, saved import mappings, export. */
export const overviewRoutes: FastifyPluginAsyncZod<{ readonly context: ServerContext }> = async (app, { context }) => {
  const { db, now, ledger } = context;
  const remembered = new RememberedCounts(() => ledger.folder.revision);

  app.get('/overview', { config: { access: 'account' } }, (request) => {
    const { id, memberships } = accountOf(request);
    return withAccount(db, id, (tx) => readOverview(tx, context, { memberships, remembered }));
  });

  const tasksQuery = z.strictObject({ mine: z.enum(['true', 'false']).default('false') });
  app.get('/tasks', { config: { access: 'account' }, schema: { querystring: tasksQuery } }, async (request) => {
    const account = accountOf(request);
    return { tasks: await withAccount(db, account.id, (tx) => readTasks(tx, context, { account, isMine: request.query.mine === 'true' })) };
  });

  app.get('/mappings/:target', { config: { access: 'account' }, schema: { params: z.strictObject({ target }) } }, async (request) =>
    ({ mappings: await withAccount(db, accountOf(request).id, (tx) => listMappings(tx, request.params.target)) }));

  const mapping = z.strictObject({ name: z.string().trim().min(1).max(120), mapping: z.json() });
  app.put('/mappings/:target', { config: { access: 'account' }, schema: { params: z.strictObject({ target }), body: mapping } }, async (request, reply) => {
    const account = accountOf(request);
    await withAccount(db, account.id, (tx) => saveMapping(tx, { target: request.params.target, ...request.body, account: account.id, at: now() }));
    return reply.code(204).send();
  });

  const exportQuery = z.strictObject({ kind: z.enum(codeLists.subjectKinds), format: z.enum(['csv']).default('csv') });
  app.get('/export', { config: { access: 'account' }, schema: { querystring: exportQuery } }, async (request, reply) => {
    const account = accountOf(request);
    const { kind } = request.query;
    const csv = await withAccount(db, account.id, async (tx) => {
      const { csv: text, count } = await exportSubjects(tx, account, { kind, remembered });
      await logAccess(tx, { account: account.id, action: 'register.exported', kind, detail: { count }, address: request.ip, at: now() });
      return text;
    });
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${kind}.csv"`).send(`\uFEFF${csv}`);
  });

  await Promise.resolve();
};
