import { createHash } from 'node:crypto';
import { canonicalBytes } from '@imena/ledger';
import { defaultSettings, digestedWeights, readPlaces, readSettings, writePlaces, writeSettings, type EvidenceWeights, type LearnedWeights, type WrittenPlaces, type WrittenSettings } from '@imena/matching';

/** The settings of all evidence models, and what was learned of places with them, under one name. */
export interface Weights extends EvidenceWeights {
  readonly origin: 'documented' | 'learned';
  /** `learned-` or `documented-` and the beginning of the digest: what runs, answers and pages name. */
  readonly version: string;
  /** SHA-256 of the canonical JSON of `digestedWeights`. */
  readonly digest: string;
  readonly written: WrittenSettings;
  /** Null where nothing was learned of places. */
  readonly writtenPlaces: WrittenPlaces | null;
}

/** What a page or a file says of the weights it rests on. */
export type NamedWeights = Pick<Weights, 'origin' | 'version' | 'digest'>;

/** Weights that a person could choose, in use or learned. */
export function weightsOf(origin: Weights['origin'], weights: EvidenceWeights): Weights {
  const [written, writtenPlaces] = [writeSettings(weights.settings), writePlaces(weights.placesTaught)];
  const digest = digestOf(written, writtenPlaces);
  return { origin, version: `${origin}-${digest.slice(0, 12)}`, digest, ...weights, written, writtenPlaces };
}

/** Weights as they were written into an entry or a file; parameters that were not known then are the documented ones. @throws Problem `matching.weights_unreadable` */
export function readWeights(origin: Weights['origin'], { settings, places }: { readonly settings: unknown; readonly places: unknown }): Weights {
  return weightsOf(origin, { settings: readSettings(settings).settings, placesTaught: readPlaces(places) });
}

/** The documented weights of this version of the software. */
export const documentedWeights: Weights = weightsOf('documented', { settings: defaultSettings(), placesTaught: null });

/** The weights of a learning, perhaps of an earlier version of the software: what was not known then is the documented value. */
export function learnedWeights({ learned, places }: Pick<LearnedWeights, 'learned'> & Partial<Pick<LearnedWeights, 'places'>>): Weights {
  return weightsOf('learned', { settings: { ...defaultSettings(), ...learned }, placesTaught: places?.taught ?? null });
}

export function digestOf(settings: WrittenSettings, places: WrittenPlaces | null): string {
  return createHash('sha256').update(canonicalBytes(digestedWeights(settings, places))).digest('hex');
}

export function nameOf({ origin, version, digest }: Weights): NamedWeights {
  return { origin, version, digest };
}
