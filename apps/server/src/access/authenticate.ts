import cookie from '@fastify/cookie';
import { makeProblem, ProblemError, type Problem } from '@imena/problem';
import type { Role } from '@imena/record';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { logAccess } from './access-log.queries.ts';
import { crossSiteProblem } from './csrf.ts';
import type { AccessOptions } from './options.ts';
import { hasRole, type RequestAccount } from './roles.ts';
import { accessOf, requireRouteAccess } from './route-access.ts';
import { sessionTokenOf } from './session-cookie.ts';
import { isAlive, renewAfterMs } from './session-lifetime.ts';
import { findSession, touchSession } from './sessions.queries.ts';
import { tokenHash } from './tokens.ts';
import { withAccount } from './with-account.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who makes the request; null without a live session. */
    account: RequestAccount | null;
  }
}

/**
 * Puts the door in front of a server: before any route sees a request, and before its body is read, the session is
 * looked up, requests made by other sites are refused, and the route's `config.access` is enforced.
 * Call it before any route is registered.
 */
export async function addAuthentication(
  app: FastifyInstance,
  options: Pick<AccessOptions, 'db' | 'now' | 'origin'>,
): Promise<void> {
  requireRouteAccess(app);
  if (!app.hasPlugin('@fastify/cookie')) await app.register(cookie);
  app.decorateRequest('account', null);
  app.addHook('onRequest', async (request) => {
    const problem = crossSiteProblem(request, options.origin);
    if (problem !== null) throw new ProblemError(problem);
    request.account = await findAccount(request, options);
    const refusal = accessProblem(request);
    if (refusal === null) return;
    if (request.account !== null) await noteRefusal(request, request.account, options);
    throw new ProblemError(refusal);
  });
}

async function findAccount(
  request: FastifyRequest,
  { db, now }: Pick<AccessOptions, 'db' | 'now'>,
): Promise<RequestAccount | null> {
  const token = sessionTokenOf(request);
  if (token === null) return null;
  const hash = tokenHash(token);
  const session = await findSession(db, hash);
  const moment = now();
  if (session === null || !isAlive(session, moment)) return null;
  const { accountId: id, login, displayName, memberships } = session;
  if (moment.getTime() - session.lastSeenAt.getTime() > renewAfterMs) await withAccount(db, id, (tx) => touchSession(tx, hash, moment));
  return { id, login, displayName, memberships };
}

function accessProblem(request: FastifyRequest): Problem | null {
  const { access, everyScope } = accessOf(request);
  if (access === 'public') return null;
  if (request.account === null) return makeProblem('access.no_session');
  if (access === 'account' || hasRole(request.account, access, everyScope ? null : 'any')) return null;
  return makeProblem('access.role_missing', { roles: access });
}

async function noteRefusal(
  request: FastifyRequest,
  account: RequestAccount,
  { db, now }: Pick<AccessOptions, 'db' | 'now'>,
): Promise<void> {
  const detail = { method: request.method, route: request.routeOptions.url ?? '' };
  await withAccount(db, account.id, (tx) => logAccess(tx, { account: account.id, action: 'request.refused', detail, address: request.ip, at: now() }));
}

/** The account of a request on a route whose `config.access` is not `public`. @throws Problem `access.no_session` */
export function accountOf(request: FastifyRequest): RequestAccount {
  if (request.account === null) throw new ProblemError(makeProblem('access.no_session'));
  return request.account;
}

/** A hook that refuses requests without a session; for a part of the server that is guarded twice. */
export const requireAccount: onRequestAsyncHookHandler = async (request) => {
  accountOf(request);
  return Promise.resolve();
};

/** A hook that refuses accounts that hold none of the roles in any scope. */
export function requireRole(roles: readonly Role[]): onRequestAsyncHookHandler {
  return async (request) => {
    if (!hasRole(accountOf(request), roles, 'any')) throw new ProblemError(makeProblem('access.role_missing', { roles }));
    return Promise.resolve();
  };
}
