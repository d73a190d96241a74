import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { ErrorScreen } from '../components/error-screen.tsx';
import { LoadingState } from '../components/states.tsx';
import { accessRoutes } from '../access/routes.ts';
import { administrationRoutes } from '../administration/routes.ts';
import { decisionRoutes } from '../decisions/routes.ts';
import { dnaRoutes } from '../dna/routes.ts';
import { matchRoutes } from '../matches/routes.ts';
import { graveRoutes } from '../graves/routes.ts';
import { ledgerRoutes } from '../ledger/routes.ts';
import { overviewRoutes } from '../overview/routes.ts';
import { siteRoutes } from '../sites/routes.ts';
import { remainsRoutes } from '../remains/routes.ts';
import { missingRoutes } from '../missing/routes.ts';
import { sourceRoutes } from '../sources/routes.ts';
import { auditRoutes } from '../audit/routes.ts';
import { reconciliationRoutes } from '../reconciliation/routes.ts';
import { importRoutes } from '../import/routes.ts';
import { recomputeRoutes } from '../recompute/routes.ts';
import { weightsRoutes } from '../weights/routes.ts';
import { rootRoute, shellRoute } from './root-route.ts';
import { parseAddress, writeAddress } from './address.ts';

/** Each feature brings its routes; screens are loaded when they are first opened. */
const routeTree = rootRoute.addChildren([
  ...accessRoutes,
  ...recomputeRoutes,
  shellRoute.addChildren([...overviewRoutes, ...siteRoutes, ...reconciliationRoutes, ...auditRoutes, ...graveRoutes, ...ledgerRoutes, ...decisionRoutes, ...dnaRoutes, ...weightsRoutes, ...matchRoutes, ...administrationRoutes, ...remainsRoutes, ...missingRoutes, ...sourceRoutes, ...importRoutes]),
]);

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree, context: { client }, parseSearch: parseAddress, stringifySearch: writeAddress, defaultPreload: 'intent', defaultPreloadStaleTime: 0, scrollRestoration: true,
    defaultPendingComponent: LoadingState, defaultPendingMs: 200, defaultErrorComponent: ErrorScreen,
  });
}
