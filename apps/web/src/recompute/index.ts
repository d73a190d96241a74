export { RecomputedView, type ShownNumbers } from './recomputed-view.tsx';
export { useRecompute } from './use-recompute.ts';
