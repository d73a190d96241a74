import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf } from './authenticate.ts';
import type { AccessOptions } from './options.ts';
import { recoveryKinds } from './recoveries.queries.ts';
import { approveRecovery, openRecovery, readRecoveries } from './recoveries.ts';
import { explanation, id, idParams, instant, nothing, password, token } from './schemas.ts';
import { useRecovery } from './use-recovery.ts';

const listed = z.strictObject({
  id, account: id, what: z.enum(recoveryKinds), explanation: z.string(), openedBy: id.nullable(), openedAt: instant,
  approvedBy: id.nullable(), approvedAt: instant.nullable(), expiresAt: instant.nullable(), usedAt: instant.nullable(),
});

/** A forgotten password, a lost device or key: one coordinator opens, another approves, the person uses the link. */
export const recoveryRoutes: FastifyPluginAsyncZod<AccessOptions> = async (app, options) => {
  const forCoordinators = { access: ['coordinator'], accessScope: 'every' } as const;

  app.get('/recoveries', { config: forCoordinators, schema: { response: { 200: z.strictObject({ recoveries: z.array(listed) }) } } }, async (request) => {
    const rows = await readRecoveries(options, accountOf(request));
    const recoveries = rows.map((row) => ({
      ...row,
      openedAt: row.openedAt.toISOString(),
      approvedAt: row.approvedAt?.toISOString() ?? null,
      expiresAt: row.expiresAt?.toISOString() ?? null,
      usedAt: row.usedAt?.toISOString() ?? null,
    }));
    return { recoveries };
  });

  const opened = z.strictObject({ account: id, what: z.enum(recoveryKinds), explanation });
  app.post('/recoveries', { config: forCoordinators, schema: { body: opened, response: { 201: z.strictObject({ id }) } } }, async (request, reply) => {
    const { account: subject, ...rest } = request.body;
    const recovery = await openRecovery(options, { account: accountOf(request), subject, ...rest, address: request.ip });
    return reply.code(201).send({ id: recovery });
  });

  app.post(
    '/recoveries/:id/approve',
    { config: forCoordinators, schema: { params: idParams, response: { 200: z.strictObject({ token, link: z.string() }) } } },
    (request) => approveRecovery(options, { account: accountOf(request), id: request.params.id, address: request.ip }),
  );

  app.post(
    '/recoveries/use',
    { config: { access: 'public' }, schema: { body: z.strictObject({ token, password: password.optional() }), response: { 204: nothing } } },
    async (request, reply) => {
      const { token: given, password: wanted = null } = request.body;
      await useRecovery(options, { token: given, password: wanted, address: request.ip });
      return reply.code(204).send(null);
    },
  );

  await Promise.resolve();
};
