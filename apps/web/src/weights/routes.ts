import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const weightsRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/matches/weights', component: lazyRouteComponent(() => import('./weights-page.tsx'), 'WeightsPage') }),
] as const;
