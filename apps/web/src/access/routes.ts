import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.ts';

/** What is open without being signed in. The token of a link stands behind the `#`, so that no server log ever holds it. */
export const accessRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/sign-in', component: lazyRouteComponent(() => import('./sign-in.tsx'), 'SignIn') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/welcome', component: lazyRouteComponent(() => import('./welcome.tsx'), 'Welcome') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/invitation', component: lazyRouteComponent(() => import('./accept-invitation.tsx'), 'AcceptInvitation') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/recovery', component: lazyRouteComponent(() => import('./recover.tsx'), 'Recover') }),
] as const;
