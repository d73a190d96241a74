import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

const queue = lazyRouteComponent(() => import('./matches-page.tsx'), 'MatchesPage');

export const matchRoutes: readonly AnyRoute[] = [
  createRoute({ getParentRoute: () => shellRoute, path: '/matches', component: queue }),
  createRoute({ getParentRoute: () => shellRoute, path: '/matches/$run', component: queue }),
  createRoute({ getParentRoute: () => shellRoute, path: '/matches/$run/$remains/$person', component: lazyRouteComponent(() => import('./candidate-page.tsx'), 'CandidatePage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/remains/$remains/with/$person', component: lazyRouteComponent(() => import('./pair-page.tsx'), 'PairPage') }),
];
