import type { AnyRoute } from '@tanstack/react-router';

export const overviewRoutes: readonly AnyRoute[] = [];
