import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const importRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/import', component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage') }),
] as const;
