import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const missingRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/missing', component: lazyRouteComponent(() => import('./missing-list.tsx'), 'MissingList') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/missing/duplicates', component: lazyRouteComponent(() => import('./duplicates-page.tsx'), 'DuplicatesPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/missing/$id', component: lazyRouteComponent(() => import('./person-page.tsx'), 'PersonPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/missing/$id/compare', component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/families', component: lazyRouteComponent(() => import('./family-list.tsx'), 'FamilyList') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/families/$id', component: lazyRouteComponent(() => import('./family-page.tsx'), 'FamilyPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/relatives', component: lazyRouteComponent(() => import('./family-list.tsx'), 'RelativeList') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/relatives/$id', component: lazyRouteComponent(() => import('./relative-page.tsx'), 'RelativePage') }),
] as const;
