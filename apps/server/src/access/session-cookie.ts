import type { FastifyReply, FastifyRequest } from 'fastify';
import { absoluteMs } from './session-lifetime.ts';

/** The name that the HTTP contract fixes. */
export const sessionCookie = 'imena_session';

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** The session token a request carries; null when there is none or it cannot be one. */
export function sessionTokenOf(request: FastifyRequest): string | null {
  const value = request.cookies[sessionCookie];
  return value !== undefined && tokenPattern.test(value) ? value : null;
}

/** Hands the token to the browser: scripts cannot read it, other sites cannot make it be sent. */
export function setSessionCookie(reply: FastifyReply, token: string, origin: string): void {
  reply.setCookie(sessionCookie, token, { ...attributes(reply, origin), maxAge: absoluteMs / 1000 });
}

/** Takes the cookie away. */
export function clearSessionCookie(reply: FastifyReply, origin: string): void {
  reply.clearCookie(sessionCookie, attributes(reply, origin));
}

// Not Secure on plain http: on a LAN without a certificate the browser would silently drop the cookie.
function attributes(reply: FastifyReply, origin: string) {
  const secure = reply.request.protocol === 'https' || origin.startsWith('https:');
  return { path: '/', httpOnly: true, sameSite: 'strict' as const, secure };
}
