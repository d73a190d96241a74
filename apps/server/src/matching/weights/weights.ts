import { createHash } from 'node:crypto';
import { canonicalBytes } from '@imena/ledger';
import { defaultSettings, readSettings, writeSettings, type EvidenceSettings, type LearnedWeights, type WrittenSettings } from '@imena/matching';

/** The settings of all evidence models under one name. */
export interface Weights {
  readonly origin: 'documented' | 'learned';
  /** `learned-` or `documented-` and the beginning of the digest: what runs, answers and pages name. */
  readonly version: string;
  /** SHA-256 of the canonical JSON of `written`. */
  readonly digest: string;
  readonly written: WrittenSettings;
  readonly settings: EvidenceSettings;
}

/** What a page or a file says of the weights it rests on. */
export type NamedWeights = Pick<Weights, 'origin' | 'version' | 'digest'>;

/** Weights that a person could choose, from settings in use or learned. */
export function weightsOf(origin: Weights['origin'], settings: EvidenceSettings): Weights {
  const written = writeSettings(settings);
  const digest = digestOf(written);
  return { origin, version: `${origin}-${digest.slice(0, 12)}`, digest, written, settings };
}

/** Weights as they were written into an entry or a file; parameters that were not known then are the documented ones. @throws Problem `matching.weights_unreadable` */
export function readWeights(origin: Weights['origin'], written: unknown): Weights {
  return weightsOf(origin, readSettings(written).settings);
}

/** The documented weights of this version of the software. */
export const documentedWeights: Weights = weightsOf('documented', defaultSettings());

/** The weights of a learning, perhaps of an earlier version of the software: what was not known then is the documented value. */
export function learnedWeights({ learned }: Pick<LearnedWeights, 'learned'>): Weights {
  return weightsOf('learned', { ...defaultSettings(), ...learned });
}

export function digestOf(written: WrittenSettings): string {
  return createHash('sha256').update(canonicalBytes(written)).digest('hex');
}

export function nameOf({ origin, version, digest }: Weights): NamedWeights {
  return { origin, version, digest };
}
