import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const dnaRoutes: readonly AnyRoute[] = [
  createRoute({ getParentRoute: () => shellRoute, path: '/dna', component: lazyRouteComponent(() => import('./profiles-page.tsx'), 'ProfilesPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/dna/profiles/$id', component: lazyRouteComponent(() => import('./profile-page.tsx'), 'ProfilePage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/dna/runs', component: lazyRouteComponent(() => import('./runs-page.tsx'), 'RunsPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/dna/runs/$run', component: lazyRouteComponent(() => import('./run-page.tsx'), 'RunPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/dna/new-run', component: lazyRouteComponent(() => import('./new-run-page.tsx'), 'NewRunPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/dna/tables', component: lazyRouteComponent(() => import('./tables-page.tsx'), 'TablesPage') }),
];
