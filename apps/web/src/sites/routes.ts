import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const siteRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/sites', component: lazyRouteComponent(() => import('./sites-page.tsx'), 'SitesPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/sites/$id', component: lazyRouteComponent(() => import('./site-page.tsx'), 'SitePage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/sites/$id/plan', component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/areas/$id', component: lazyRouteComponent(() => import('./area-page.tsx'), 'AreaPage') }),
] as const;
