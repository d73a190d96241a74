import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const remainsRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/remains', component: lazyRouteComponent(() => import('./remains-list.tsx'), 'RemainsList') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/remains/$id', component: lazyRouteComponent(() => import('./remains-page.tsx'), 'RemainsPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/samples', component: lazyRouteComponent(() => import('./sample-list.tsx'), 'SampleList') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/samples/$id', component: lazyRouteComponent(() => import('./sample-page.tsx'), 'SamplePage') }),
] as const;
