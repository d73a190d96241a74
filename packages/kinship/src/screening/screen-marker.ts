import { KinshipError } from '../kinship-error.ts';
import { prepareMarker, type PreparedMarker } from '../markers/prepare-marker.ts';
import type { Marker, Observation, Policies } from '../types.ts';
import type { Seen } from './machine-marker.ts';

/**
 * A marker of a screen. An observation is one whole number, its code: 0 not typed, then the genotypes {a, b} with a <= b
 * at 1 + b (b + 1) / 2 + a, then "a and an unknown allele" at 1 + K (K + 1) / 2 + a.
 */
export interface ScreenMarker {
  readonly name: string;
  readonly prepared: PreparedMarker;
  readonly k: number;
  /** Number of codes. */
  readonly codes: number;
}

/** Codes are kept in 16 bits. */
const codeLimit = 65_536;

/** Names of markers on the sex chromosomes: frequency tables do not say where a marker lies. */
const xNames = /^(?:DXS\d|HPRTB|ARA$|GATA(?:172D05|31E08|165B12))/;
const yNames = /^(?:DYS\d|DYF\d|YGATA|Y indel$)/;

/**
 * Markers ready for a screen. Alleles outside the table must have been added to it before: one table serves all pairs.
 * @throws KinshipError kinship.marker.*, kinship.screening.zero_frequency, kinship.screening.x_marker, kinship.screening.y_marker,
 * kinship.screening.silent_marker
 */
export function prepareScreenMarkers(markers: readonly Marker[], policies: Policies): ScreenMarker[] {
  return markers.map((marker) => {
    if (marker.chrom !== 'autosomal' || xNames.test(marker.name)) throw new KinshipError('kinship.screening.x_marker', { marker: marker.name });
    if (yNames.test(marker.name)) throw new KinshipError('kinship.screening.y_marker', { marker: marker.name });
    if (marker.silent !== undefined) throw new KinshipError('kinship.screening.silent_marker', { marker: marker.name });
    const prepared = prepareMarker(marker, [], policies);
    const { k, freqs } = prepared.locus;
    freqs.forEach((p, a) => {
      if (!(p > 0)) throw new KinshipError('kinship.screening.zero_frequency', { marker: marker.name, allele: marker.alleles[a] ?? '' });
    });
    const codes = 1 + (k * (k + 1)) / 2 + k;
    if (codes > codeLimit) throw new KinshipError('kinship.marker.too_many_alleles', { marker: marker.name, alleles: k, limit: 360 });
    return { name: marker.name, prepared, k, codes };
  });
}

/** Code of the genotype {a, b}. */
export function genotypeCode(a: number, b: number): number {
  return a <= b ? 1 + (b * (b + 1)) / 2 + a : 1 + (a * (a + 1)) / 2 + b;
}

/** Code of allele a with an unknown one. */
export function singleAlleleCode(k: number, a: number): number {
  return 1 + (k * (k + 1)) / 2 + a;
}

/** The alleles of a code; null where not typed. */
export function decodeObservation(k: number, code: number): Seen | null {
  if (code === 0) return null;
  const genotypes = (k * (k + 1)) / 2;
  if (code > genotypes) return { a: code - 1 - genotypes, b: -1 };
  const entry = code - 1;
  let b = Math.floor((Math.sqrt(8 * entry + 1) - 1) / 2);
  // The square root may be off by one unit in the last place.
  while ((b * (b + 1)) / 2 > entry) b -= 1;
  while (((b + 1) * (b + 2)) / 2 <= entry) b += 1;
  return { a: entry - (b * (b + 1)) / 2, b };
}

/** The observation of a code in the words of the marker. */
export function observationOfCode(marker: ScreenMarker, code: number): Observation {
  const seen = decodeObservation(marker.k, code);
  const label = (a: number): string => marker.prepared.marker.alleles[a] ?? '';
  if (seen === null) return [null, null];
  return seen.b < 0 ? [label(seen.a), null] : [label(seen.a), label(seen.b)];
}

/**
 * The code of an observation.
 * @throws KinshipError kinship.outside_allele
 */
export function codeOfObservation(marker: ScreenMarker, observation: Observation | undefined): number {
  const numbers = (observation ?? []).flatMap((label) => {
    if (label === null) return [];
    const at = marker.prepared.index.get(label);
    if (at === undefined) throw new KinshipError('kinship.outside_allele', { marker: marker.name, allele: label });
    return [at];
  });
  const [a, b] = numbers;
  if (a === undefined) return 0;
  return b === undefined ? singleAlleleCode(marker.k, a) : genotypeCode(a, b);
}
