import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { logAccess } from './access-log.queries.ts';
import { accountOf } from './authenticate.ts';
import { changePassword } from './change-password.ts';
import { describeSession } from './describe-session.ts';
import { logIn } from './open-session.ts';
import type { AccessOptions } from './options.ts';
import { login, name, nothing, password, sessionAnswer, token } from './schemas.ts';
import { clearSessionCookie } from './session-cookie.ts';
import { deleteSession } from './sessions.queries.ts';
import { needsSetup, setUp } from './setup.ts';
import { answerSession, visitorOf } from './visitor.ts';
import { withAccount } from './with-account.ts';

/** Log in, log out, the first account. */
export const sessionRoutes: FastifyPluginAsyncZod<AccessOptions> = async (app, options) => {
  app.get('/session', { config: { access: 'account' }, schema: { response: { 200: sessionAnswer } } }, (request) =>
    describeSession(options, accountOf(request).id));

  app.post(
    '/session',
    { config: { access: 'public' }, schema: { body: z.strictObject({ login, password }), response: { 200: sessionAnswer } } },
    async (request, reply) => answerSession(reply, await logIn(options, { ...request.body, visitor: visitorOf(request) }), options),
  );

  app.delete('/session', { config: { access: 'public' }, schema: { response: { 204: nothing } } }, async (request, reply) => {
    const { oldSession, address } = visitorOf(request);
    const account = request.account?.id ?? null;
    if (oldSession !== null) {
      await withAccount(options.db, account, async (tx) => {
        await deleteSession(tx, oldSession);
        if (account !== null) await logAccess(tx, { account, action: 'session.closed', address, at: options.now() });
      });
    }
    clearSessionCookie(reply, options.origin);
    return reply.code(204).send(null);
  });

  app.put(
    '/session/password',
    { config: { access: 'account' }, schema: { body: z.strictObject({ present: password, wanted: password }), response: { 200: sessionAnswer } } },
    async (request, reply) => {
      const opened = await changePassword(options, { account: accountOf(request), ...request.body, visitor: visitorOf(request) });
      return answerSession(reply, opened, options);
    },
  );

  app.get('/setup', { config: { access: 'public' }, schema: { response: { 200: z.strictObject({ needed: z.boolean() }) } } }, async () =>
    ({ needed: await needsSetup(options.db) }));

  const first = z.strictObject({ token, login, displayName: name, password, allRoles: z.boolean().default(false) });
  app.post('/setup', { config: { access: 'public' }, schema: { body: first, response: { 200: sessionAnswer } } }, async (request, reply) =>
    answerSession(reply, await setUp(options, { ...request.body, visitor: visitorOf(request) }), options));

  await Promise.resolve();
};
