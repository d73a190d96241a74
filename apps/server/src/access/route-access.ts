import type { Role } from '@imena/record';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Who may use a route: everybody, every open account, or accounts that hold one of the roles. What they find there is
 * decided by row-level security.
 */
export type RouteAccess = 'public' | 'account' | readonly Role[];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route must say this; without it the server does not start. */
    access?: RouteAccess;
    /** With roles: `every` asks for a role held in every scope (what concerns the whole installation). Default `any`. */
    accessScope?: 'any' | 'every';
  }
  interface FastifyInstance {
    /** Every route of this server with its access, in the order of registration. */
    accessRoutes: readonly AccessRoute[];
  }
}

/** A route as the access test walks it. */
export interface AccessRoute {
  readonly method: string;
  readonly url: string;
  readonly access: RouteAccess;
  readonly everyScope: boolean;
}

/** Makes every later route say who may use it, and keeps the list. Registration of one that does not throws. */
export function requireRouteAccess(app: FastifyInstance): void {
  const routes: AccessRoute[] = [];
  app.decorate('accessRoutes', routes);
  app.addHook('onRoute', (route) => {
    const access = route.config?.access;
    const methods = [route.method].flat();
    if (access === undefined) throw new Error(`the route ${methods.join(' ')} ${route.url} does not say who may use it (config.access)`);
    if (Array.isArray(access) && access.length === 0) throw new Error(`the route ${methods.join(' ')} ${route.url} names no role`);
    const everyScope = route.config?.accessScope === 'every';
    for (const method of methods) routes.push({ method, url: route.url, access, everyScope });
  });
}

/** The access of the route a request was sent to; a request that meets no route is public (it will answer 404). */
export function accessOf(request: FastifyRequest): { readonly access: RouteAccess; readonly everyScope: boolean } {
  const { access, accessScope } = request.routeOptions.config;
  return { access: access ?? 'public', everyScope: accessScope === 'every' };
}
