import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const administrationRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/administration', component: lazyRouteComponent(() => import('./administration-start.tsx'), 'AdministrationStart') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/accounts', component: lazyRouteComponent(() => import('./accounts-page.tsx'), 'AccountsPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/accounts/$id', component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/invitations', component: lazyRouteComponent(() => import('./invitations-page.tsx'), 'InvitationsPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/recoveries', component: lazyRouteComponent(() => import('./recoveries-page.tsx'), 'RecoveriesPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/devices', component: lazyRouteComponent(() => import('./devices-page.tsx'), 'DevicesPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/access-log', component: lazyRouteComponent(() => import('./access-log-page.tsx'), 'AccessLogPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/received', component: lazyRouteComponent(() => import('./received-page.tsx'), 'ReceivedPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/offices', component: lazyRouteComponent(() => import('./offices-page.tsx'), 'OfficesPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/administration/installation', component: lazyRouteComponent(() => import('./installation-page.tsx'), 'InstallationPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/account', component: lazyRouteComponent(() => import('./my-account-page.tsx'), 'MyAccountPage') }),
] as const;
