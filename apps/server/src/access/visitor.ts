import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeSession } from './describe-session.ts';
import { requestOrigin } from './csrf.ts';
import type { OpenedSession, Visitor } from './open-session.ts';
import type { AccessOptions } from './options.ts';
import { sessionTokenOf, setSessionCookie } from './session-cookie.ts';
import { tokenHash } from './tokens.ts';

/** From where and with what a request comes. */
export function visitorOf(request: FastifyRequest): Visitor {
  const old = sessionTokenOf(request);
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? null, oldSession: old === null ? null : tokenHash(old) };
}

/** The origin of the page that made a request: its Origin header (checked before) or the address it was sent to. */
export function pageOrigin(request: FastifyRequest): string {
  return request.headers.origin ?? requestOrigin(request);
}

/** Sets the cookie of a session that was just opened and answers as `GET /session`. */
export async function answerSession(reply: FastifyReply, opened: OpenedSession, options: AccessOptions) {
  setSessionCookie(reply, opened.token, options.origin);
  return describeSession(options, opened.accountId);
}
