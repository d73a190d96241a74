import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf } from './authenticate.ts';
import { acceptInvitation, invite, readInvitations, uninvite } from './invitations.ts';
import type { AccessOptions } from './options.ts';
import { id, idParams, instant, login, membership, name, nothing, password, sessionAnswer, token } from './schemas.ts';
import { answerSession, visitorOf } from './visitor.ts';

const listed = z.strictObject({
  id, displayName: z.string(), memberships: z.array(membership), invitedBy: id, createdAt: instant, expiresAt: instant,
  acceptedAt: instant.nullable(), acceptedAccount: id.nullable(), withdrawnAt: instant.nullable(),
});

/** Invitations: made and withdrawn by coordinators, accepted by whoever holds the link. */
export const invitationRoutes: FastifyPluginAsyncZod<AccessOptions> = async (app, options) => {
  app.get(
    '/invitations',
    { config: { access: ['coordinator'] }, schema: { response: { 200: z.strictObject({ invitations: z.array(listed) }) } } },
    async (request) => {
      const rows = await readInvitations(options, accountOf(request));
      const invitations = rows.map((row) => ({
        ...row,
        memberships: [...row.memberships],
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        acceptedAt: row.acceptedAt?.toISOString() ?? null,
        withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      }));
      return { invitations };
    },
  );

  const invitation = z.strictObject({ displayName: name, memberships: z.array(membership).min(1).max(100) });
  app.post(
    '/invitations',
    { config: { access: ['coordinator'] }, schema: { body: invitation, response: { 201: z.strictObject({ id, token, link: z.string() }) } } },
    async (request, reply) => reply.code(201).send(await invite(options, { account: accountOf(request), ...request.body, address: request.ip })),
  );

  app.delete('/invitations/:id', { config: { access: ['coordinator'] }, schema: { params: idParams, response: { 204: nothing } } }, async (request, reply) => {
    await uninvite(options, { account: accountOf(request), id: request.params.id, address: request.ip });
    return reply.code(204).send(null);
  });

  app.post(
    '/invitations/accept',
    { config: { access: 'public' }, schema: { body: z.strictObject({ token, login, password }), response: { 200: sessionAnswer } } },
    async (request, reply) => answerSession(reply, await acceptInvitation(options, { ...request.body, visitor: visitorOf(request) }), options),
  );

  await Promise.resolve();
};
