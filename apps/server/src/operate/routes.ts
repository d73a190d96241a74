import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { accountOf, logAccess, withAccount } from '../access/index.ts';
import { accessOptions } from '../http/access-options.ts';
import type { ServerContext } from '../http/context.ts';
import { removeDemonstration } from './remove-demonstration.ts';

/** Operations that a coordinator of everything may start from the application. */
export const operateRoutes: FastifyPluginAsyncZod<{ readonly context: ServerContext }> = async (app, { context }) => {
  app.post('/demonstration/remove', { config: { access: ['coordinator'], accessScope: 'every' } }, async (request, reply) => {
    const { id } = accountOf(request);
    await withAccount(context.db, id, (tx) => logAccess(tx, { account: id, action: 'demonstration.removed', address: request.ip, at: context.now() }));
    await removeDemonstration(context, accessOptions(context, ''));
    return reply.code(204).send();
  });
  await Promise.resolve();
};
