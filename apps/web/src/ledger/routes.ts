import type { AnyRoute } from '@tanstack/react-router';

export const ledgerRoutes: readonly AnyRoute[] = [];
