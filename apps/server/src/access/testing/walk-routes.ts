import { codeLists, type Role } from '@imena/record';
import type { App } from '../../http/type-provider.ts';
import type { AccessRoute, RouteAccess } from '../route-access.ts';

/** Somebody with one role, in one scope (`own`) or in every scope. */
export interface Seat {
  readonly role: Role;
  readonly scope: 'own' | 'every';
}

/** A request that a cell of the matrix sends. */
export interface CellRequest {
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What stands against a route in the matrix; written by hand, so that it and the code can disagree. */
export interface RouteExpectation {
  readonly access: RouteAccess;
  readonly everyScope?: true;
  /** Why seats that may use the route do not send a request here: it would end the walk itself. */
  readonly refusalsOnly?: string;
  /** For routes about a thing that belongs to a scope; several where it matters of which kind the thing is. */
  readonly things?: readonly ThingExpectation[];
}

/** A thing of a scope, and who reaches it. */
export interface ThingExpectation {
  /** For the words of a failure. */
  readonly name: string;
  /** A request about a thing of that scope, made anew for each cell, because it may be used up. */
  readonly request: (which: 'own' | 'foreign') => Promise<CellRequest>;
  /** Whether the seat reaches that thing; otherwise it must get 403 or 404. */
  readonly reaches: (seat: Seat, which: 'own' | 'foreign') => boolean;
}

/** Expectations by `METHOD /url` as registered. */
export type Expectations = Readonly<Record<string, RouteExpectation>>;

export interface Walk {
  readonly app: App;
  readonly expectations: Expectations;
  /** The cookie header of a fresh session of a seat. */
  readonly cookieOf: (seat: Seat) => Promise<string>;
}

const seats: readonly Seat[] = codeLists.roles.flatMap((role) => [{ role, scope: 'own' }, { role, scope: 'every' }] as const);

/**
 * Walks every route that the server really has × every role × {one scope, every scope, no session} × {things of that
 * scope, of a foreign one}, and returns what is not as expected; an empty list means that the matrix holds. A route
 * without an expectation and an expectation without a route are failures too.
 */
export async function walkRoutes(walk: Walk): Promise<string[]> {
  const failures: string[] = [];
  const routes = walk.app.accessRoutes;
  const keys = new Set(routes.map(keyOf));
  for (const key of Object.keys(walk.expectations)) if (!keys.has(key)) failures.push(`${key}: expected, but there is no such route`);
  for (const route of routes) {
    const expectation = walk.expectations[keyOf(route)];
    if (expectation !== undefined) failures.push(...(await walkRoute(walk, route, expectation)));
    else if (!isShadow(route, routes)) failures.push(`${keyOf(route)}: nobody said who may use it in the expectations`);
  }
  return failures;
}

function keyOf(route: AccessRoute): string {
  return `${route.method} ${route.url}`;
}

/** Fastify answers HEAD beside every GET by the same handler and configuration; that is no route of its own. */
function isShadow(route: AccessRoute, routes: readonly AccessRoute[]): boolean {
  return route.method === 'HEAD' && routes.some((other) => other.method === 'GET' && other.url === route.url && stated(other) === stated(route));
}

function stated({ access, everyScope }: { access: RouteAccess; everyScope?: boolean }): string {
  return `${typeof access === 'string' ? access : [...access].sort().join(', ')}${everyScope === true ? ' of every scope' : ''}`;
}

async function walkRoute(walk: Walk, route: AccessRoute, expectation: RouteExpectation): Promise<string[]> {
  const failures: string[] = [];
  const note = (who: string, wanted: string, got: number) => failures.push(`${keyOf(route)} by ${who}: expected ${wanted}, got ${got}`);
  if (stated(route) !== stated(expectation)) failures.push(`${keyOf(route)}: registered for ${stated(route)}, expected ${stated(expectation)}`);

  const nobody = await send(walk, route, { url: exampleUrl(route) }, null);
  if (expectation.access === 'public' ? isRefusal(nobody) : nobody !== 401) note('nobody', expectation.access === 'public' ? 'an answer' : '401', nobody);

  for (const seat of seats) {
    const who = `${seat.role} of ${seat.scope === 'own' ? 'one scope' : 'every scope'}`;
    if (!mayEnter(expectation, seat)) {
      const status = await send(walk, route, { url: exampleUrl(route) }, seat);
      if (status !== 403) note(who, '403', status);
    } else if (expectation.refusalsOnly === undefined) {
      const status = await send(walk, route, { url: exampleUrl(route) }, seat);
      if (isRefusal(status) || status >= 500) note(who, 'neither 401, 403 nor 5xx', status);
      for (const thing of expectation.things ?? []) {
        for (const which of ['own', 'foreign'] as const) {
          const reaches = thing.reaches(seat, which);
          const answer = await send(walk, route, await thing.request(which), seat);
          if (reaches ? answer >= 400 : answer !== 403 && answer !== 404) note(`${who} about a ${thing.name} of ${which} scope`, reaches ? 'success' : '403 or 404', answer);
        }
      }
    }
  }
  return failures;
}

function mayEnter({ access, everyScope }: RouteExpectation, seat: Seat): boolean {
  if (typeof access === 'string') return true;
  return access.includes(seat.role) && (everyScope !== true || seat.scope === 'every');
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}

/** Names of things that nobody has: whoever is let in finds nothing. */
function exampleUrl(route: AccessRoute): string {
  return route.url.replaceAll(/:[A-Za-z0-9]+/g, '00000000-0000-4000-8000-000000000000').replace('*', 'nothing');
}

async function send({ app, cookieOf }: Walk, route: AccessRoute, request: CellRequest, seat: Seat | null): Promise<number> {
  const hasBody = !['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(route.method);
  const answer = await app.inject({
    method: route.method as 'GET',
    url: request.url,
    headers: { 'x-imena': '1', ...(seat === null ? {} : { cookie: await cookieOf(seat) }), ...request.headers },
    ...(hasBody ? { payload: (request.body ?? {}) } : {}),
  });
  return answer.statusCode;
}
