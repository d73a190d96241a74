import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const importRoutes: readonly AnyRoute[] = [
  createRoute({ getParentRoute: () => shellRoute, path: '/import', component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage') }),
];
