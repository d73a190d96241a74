import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const reconciliationRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/sites/$id/reconciliation', component: lazyRouteComponent(() => import('./reconciliation-page.tsx'), 'ReconciliationPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/burial-records', component: lazyRouteComponent(() => import('./journal-list.tsx'), 'JournalList') }),
] as const;
