import type { AnyRoute } from '@tanstack/react-router';

export const graveRoutes: readonly AnyRoute[] = [];
