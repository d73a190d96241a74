import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const sourceRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/sources', component: lazyRouteComponent(() => import('./source-list.tsx'), 'SourceList') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/sources/figures', component: lazyRouteComponent(() => import('./figures/figures-page.tsx'), 'FiguresPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/sources/take-in', component: lazyRouteComponent(() => import('./take-in-page.tsx'), 'TakeInPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/sources/$id/read', component: lazyRouteComponent(() => import('./reading-page.tsx'), 'ReadingPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/sources/$id', component: lazyRouteComponent(() => import('./source-page.tsx'), 'SourcePage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/claims', component: lazyRouteComponent(() => import('./claim-list.tsx'), 'ClaimList') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/claims/$id', component: lazyRouteComponent(() => import('./claim-page.tsx'), 'ClaimPage') }),
] as const;
