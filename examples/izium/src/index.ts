export { buildDemonstration, defaultSeed } from './build-demonstration.ts';
export type {
  Demonstration, DemonstrationEntry, DemonstrationFile, DemonstrationOptions, DemonstrationProgress, Tour, TourCase, TruthLine,
} from './types.ts';
