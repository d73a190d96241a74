import type { AnyRoute } from '@tanstack/react-router';

export const administrationRoutes: readonly AnyRoute[] = [];
