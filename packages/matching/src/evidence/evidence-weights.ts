import type { EvidenceSettings } from './parameters.ts';
import type { PlacesTaught } from './places-taught.ts';

/** The weights of all evidence: the parameters, and what was learned with them of places. Plain data. */
export interface EvidenceWeights {
  readonly settings: EvidenceSettings;
  /** Null where nothing was learned of places. */
  readonly placesTaught: PlacesTaught | null;
}
