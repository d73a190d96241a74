import type { AnyRoute } from '@tanstack/react-router';

export const siteRoutes: readonly AnyRoute[] = [];
