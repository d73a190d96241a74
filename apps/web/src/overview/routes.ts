import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.ts';

export const overviewRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/', component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/tasks', component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/outbox', component: lazyRouteComponent(() => import('./outbox-page.tsx'), 'OutboxPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/subjects/$id', component: lazyRouteComponent(() => import('./subject-page.tsx'), 'SubjectPage') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/offices/$id', component: lazyRouteComponent(() => import('./subject-page.tsx'), 'SubjectPage') }),
] as const;
