import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.ts';

/** Open without being signed in: an expert of the defence has no account, and the page asks the server for nothing. */
export const recomputeRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/recompute', component: lazyRouteComponent(() => import('./recompute-page.tsx'), 'RecomputePage') }),
] as const;
