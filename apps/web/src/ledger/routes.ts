import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const ledgerRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/ledger', component: lazyRouteComponent(() => import('./entries-page.tsx'), 'EntriesPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/ledger/checkpoints', component: lazyRouteComponent(() => import('./checkpoints-page.tsx'), 'CheckpointsPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/ledger/$id', component: lazyRouteComponent(() => import('./entry-page.tsx'), 'EntryPage') }),
] as const;
