import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { closeAccount, grantMembership, readAccounts, revokeMembership } from './administer-accounts.ts';
import { accountOf } from './authenticate.ts';
import type { AccessOptions } from './options.ts';
import { hasRole } from './roles.ts';
import { id, idParams, membership, nothing } from './schemas.ts';

const listed = z.strictObject({
  id,
  displayName: z.string(),
  login: z.string().optional(),
  closed: z.boolean().optional(),
  memberships: z.array(membership.extend({ id })).optional(),
});

/** Accounts and what they hold. */
export const accountRoutes: FastifyPluginAsyncZod<AccessOptions> = async (app, options) => {
  app.get('/accounts', { config: { access: 'account' }, schema: { response: { 200: z.strictObject({ accounts: z.array(listed) }) } } }, async (request) => {
    const reader = accountOf(request);
    const whole = hasRole(reader, ['coordinator', 'auditor'], 'any');
    const accounts = (await readAccounts(options, reader)).map((account) => {
      const { id: accountId, displayName, login, closed } = account;
      if (!whole) return { id: accountId, displayName };
      const memberships = account.memberships.map((held) => ({ id: held.id, scope: held.scope, role: held.role }));
      return { id: accountId, displayName, login, closed, memberships };
    });
    return { accounts };
  });

  app.post(
    '/accounts/:id/memberships',
    { config: { access: ['coordinator'] }, schema: { params: idParams, body: membership, response: { 204: nothing } } },
    async (request, reply) => {
      await grantMembership(options, { account: accountOf(request), subject: request.params.id, address: request.ip }, request.body);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/accounts/:id/memberships/:membership',
    { config: { access: ['coordinator'] }, schema: { params: z.strictObject({ id, membership: id }), response: { 204: nothing } } },
    async (request, reply) => {
      await revokeMembership(options, { account: accountOf(request), subject: request.params.id, address: request.ip }, request.params.membership);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/accounts/:id/close',
    { config: { access: ['coordinator'], accessScope: 'every' }, schema: { params: idParams, response: { 204: nothing } } },
    async (request, reply) => {
      await closeAccount(options, { account: accountOf(request), subject: request.params.id, address: request.ip });
      return reply.code(204).send(null);
    },
  );

  await Promise.resolve();
};
