import type { AnyRoute } from '@tanstack/react-router';

export const accessRoutes: readonly AnyRoute[] = [];
