import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const graveRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/graves', component: lazyRouteComponent(() => import('./graves-page.tsx'), 'GravesPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/graves/$id', component: lazyRouteComponent(() => import('./grave-page.tsx'), 'GravePage') }),
] as const;
