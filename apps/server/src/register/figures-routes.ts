import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import { countByDay, findStatementsWithFigures } from './figures.queries.ts';

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const statementsQuery = z.strictObject({
  site: id.optional(),
  before: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(500),
});
const countsQuery = z.strictObject({ kind: z.enum(['grave', 'remains', 'person']), site: id.optional() });

/** Figures: what others said, and what is counted here, by day. The two are answered apart and never added. */
export const figuresRoutes: FastifyPluginAsyncZod<{ readonly context: ServerContext }> = async (app, { context }) => {
  const { db, ledger } = context;

  app.get('/figures/statements', { config: { access: 'account' }, schema: { querystring: statementsQuery } }, (request) => {
    const { site, before, limit } = request.query;
    return withAccount(db, accountOf(request).id, async (tx) => {
      const rows = await findStatementsWithFigures(tx, { site: site ?? null, before: before ?? null, limit: limit + 1 });
      const page = rows.slice(0, limit);
      return { statements: page.map(({ subject }) => subject), next: rows.length > limit ? (page.at(-1)?.lastIndex ?? null) : null };
    });
  });

  app.get('/figures/counts', { config: { access: 'account' }, schema: { querystring: countsQuery } }, (request) => {
    // Read before anything is counted: a figure is never older than it says.
    const asOf = { size: ledger.folder.position, time: ledger.state.checkpointAt };
    const { kind, site } = request.query;
    return withAccount(db, accountOf(request).id, async (tx) => ({ asOf, days: await countByDay(tx, { kind, site: site ?? null }) }));
  });

  await Promise.resolve();
};
