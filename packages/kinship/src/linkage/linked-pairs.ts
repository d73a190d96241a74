import { canonicalMarkerName } from '../frequencies/marker-names.ts';
import linkage from './str-linkage.json' with { type: 'json' };

/** Two markers of one chromosome less than 100 cM apart. */
export interface LinkedPair {
  readonly a: string;
  readonly b: string;
  readonly chromosome: string;
  readonly distanceCm: number;
  /** Recombination fractions from the distance, by Haldane's and by Kosambi's map function. */
  readonly haldane: number;
  readonly kosambi: number;
  /** Recombination fraction counted in families, where somebody did; else null. */
  readonly measured: { readonly recombination: number; readonly ci95: readonly number[]; readonly source: string } | null;
  readonly source: string;
  /** Whether the figures were checked against their source; none of the shipped ones was. */
  readonly verified: boolean;
}

/**
 * Nearer than this, one recombination in about six transmissions, two markers are not to be counted as independent; beyond it the
 * difference in families of casework is small, and it is said that they are. vWA and D12S391 are the pair of the kits.
 */
export const closeCm = 20;

/** The known linked pairs among these markers (any spelling), nearest first. */
export function linkedPairs(markers: readonly string[]): LinkedPair[] {
  const names = new Set(markers.map(canonicalMarkerName));
  const { source, verified } = linkage;
  return linkage.pairs
    .map((pair) => ({ ...pair, a: canonicalMarkerName(pair.a), b: canonicalMarkerName(pair.b) }))
    .filter((pair) => names.has(pair.a) && names.has(pair.b))
    .map((pair): LinkedPair => ({ ...pair, measured: linkage.measured.find((m) => canonicalMarkerName(m.a) === pair.a && canonicalMarkerName(m.b) === pair.b) ?? null, source, verified }))
    .sort((x, y) => x.distanceCm - y.distanceCm);
}
