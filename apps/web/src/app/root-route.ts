import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/index.ts';

export interface RouterContext {
  readonly client: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({ notFoundComponent: lazyRouteComponent(() => import('../components/not-found.tsx'), 'NotFound') });

/** Everything inside the frame: only for people who are signed in; others come back here after signing in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.query(sessionQuery).catch((error: unknown) => {
      // Without a network whoever was signed in goes on working; the server asks for the session again by itself.
      const known = context.client.getQueryData(sessionQuery.queryKey);
      if (known === undefined) throw error;
      return known;
    });
    if (session === null) redirect({ to: '/sign-in', search: { back: location.href }, throw: true });
  },
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
});
