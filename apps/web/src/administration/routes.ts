import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const administrationRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/administration', component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/devices', component: lazyRouteComponent(() => import('./devices-page.tsx'), 'DevicesPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/recoveries', component: lazyRouteComponent(() => import('./recoveries-page.tsx'), 'RecoveriesPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/access', component: lazyRouteComponent(() => import('./access-page.tsx'), 'AccessLogPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/trouble', component: lazyRouteComponent(() => import('./trouble-page.tsx'), 'TroublePage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/installation', component: lazyRouteComponent(() => import('./installation-page.tsx'), 'InstallationPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/account', component: lazyRouteComponent(() => import('./my-account-page.tsx'), 'MyAccountPage') }),
] as const;
