import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const decisionRoutes: readonly AnyRoute[] = [
  createRoute({ getParentRoute: () => shellRoute, path: '/decisions', component: lazyRouteComponent(() => import('./decisions-page.tsx'), 'DecisionsPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/decisions/new', component: lazyRouteComponent(() => import('./new-decision-page.tsx'), 'NewDecisionPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/decisions/$id', component: lazyRouteComponent(() => import('./decision-page.tsx'), 'DecisionPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/keys', component: lazyRouteComponent(() => import('./keys/keys-page.tsx'), 'KeysPage') }),
];
