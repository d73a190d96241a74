import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readAccessLog } from './access-log.queries.ts';
import { accountOf } from './authenticate.ts';
import type { AccessOptions } from './options.ts';
import { id, instant } from './schemas.ts';
import { withAccount } from './with-account.ts';

const line = z.strictObject({
  id: z.string(), at: instant, account: id.nullable(), action: z.string(), subject: z.string().nullable(), kind: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()), address: z.string().nullable(),
});

const query = z.strictObject({
  account: id.optional(),
  subject: z.string().max(100).optional(),
  after: z.string().regex(/^[0-9]{1,18}$/).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Who did what: pages of the access log, newest first; `next` is the `after` of the following page. */
export const accessLogRoutes: FastifyPluginAsyncZod<AccessOptions> = async (app, options) => {
  app.get(
    '/access-log',
    {
      config: { access: ['coordinator', 'auditor'], accessScope: 'every' },
      schema: { querystring: query, response: { 200: z.strictObject({ items: z.array(line), next: z.string().nullable() }) } },
    },
    async (request) => {
      const rows = await withAccount(options.db, accountOf(request).id, (tx) => readAccessLog(tx, request.query));
      const items = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
      return { items, next: rows.length === request.query.limit ? (rows.at(-1)?.id ?? null) : null };
    },
  );

  await Promise.resolve();
};
