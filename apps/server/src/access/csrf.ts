import { makeProblem, type Problem } from '@imena/problem';
import type { FastifyRequest } from 'fastify';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a request must be taken for one that another site made the browser send; null when there is no such sign.
 *
 * Two independent defences beside SameSite=Strict: a header of our own, which a form cannot set and another site's
 * script only after a preflight that we never grant; and the Origin, which a script cannot forge.
 *
 * @param ownOrigin the address under which the server is known, besides the one the request itself names
 */
export function crossSiteProblem(request: FastifyRequest, ownOrigin: string): Problem | null {
  if (safeMethods.has(request.method)) return null;
  if (request.headers['x-imena'] !== '1') return makeProblem('access.cross_site', { sign: 'x-imena' });
  const origin = request.headers.origin;
  if (origin === undefined || origin === ownOrigin || origin === requestOrigin(request)) return null;
  return makeProblem('access.cross_site', { sign: 'origin' });
}

/** The origin a request was sent to, as its own host header and connection say. */
export function requestOrigin(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}
