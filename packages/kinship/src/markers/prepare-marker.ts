import { makeMoments, type Locus, type Moments } from '../engine/locus.ts';
import type { Evidence } from '../engine/network.ts';
import { KinshipError } from '../kinship-error.ts';
import { mutationMatrix } from '../mutation/mutation-matrix.ts';
import type { Marker, Note, Observation, Policies } from '../types.ts';

/** A checked marker ready for the engine. */
export interface PreparedMarker {
  /** The marker as calculated with: alleles added and frequencies scaled where a policy says so. */
  readonly marker: Marker;
  readonly index: ReadonlyMap<string, number>;
  readonly locus: Locus;
  readonly moments: Moments;
  readonly notes: readonly Note[];
}

const sumTolerance = 1e-3;

/** A marker of more alleles is no STR of practice, and its matrices alone would fill the memory. */
const alleleLimit = 500;

/**
 * Checks a marker and makes its numbers; applies the policies to alleles that are observed but not in the table.
 * @throws KinshipError kinship.unsupported.x_marker, kinship.unsupported.silent_allele, kinship.marker.*, kinship.mutation.*
 */
export function prepareMarker(given: Marker, observed: readonly string[], policies: Policies): PreparedMarker {
  const isInTable = observed.every((a) => given.alleles.includes(a));
  const known = isInTable ? prepared[policies.normalisation].get(given) : undefined;
  if (known !== undefined) return known;
  const made = makePrepared(given, observed, policies);
  if (isInTable) prepared[policies.normalisation].set(given, made);
  return made;
}

// A memo, not state: markers are never changed in place, and many families share them (their matrices and moments cost more than a score).
const prepared = { asGiven: new WeakMap<Marker, PreparedMarker>(), rescale: new WeakMap<Marker, PreparedMarker>() } as const;

function makePrepared(given: Marker, observed: readonly string[], policies: Policies): PreparedMarker {
  if (given.chrom !== 'autosomal') throw new KinshipError('kinship.unsupported.x_marker', { marker: given.name });
  if (given.silent !== undefined) throw new KinshipError('kinship.unsupported.silent_allele', { marker: given.name });
  const notes: Note[] = [];
  const marker = addAlleles(normalise(check(given), policies, notes), observed, { policies, notes });
  const { alleles, freqs, mutation } = marker;
  const locus: Locus = {
    k: alleles.length,
    freqs: Float64Array.from(freqs),
    female: mutation === null ? null : mutationMatrix(mutation.female, alleles, freqs),
    male: mutation === null ? null : mutationMatrix(mutation.male, alleles, freqs),
  };
  return { marker, index: new Map(alleles.map((a, i) => [a, i])), locus, moments: makeMoments(locus.freqs), notes };
}

function check(marker: Marker): Marker {
  const { name, alleles, freqs } = marker;
  if (alleles.length === 0 || alleles.length !== freqs.length) throw new KinshipError('kinship.marker.shape', { marker: name });
  if (alleles.length > alleleLimit) throw new KinshipError('kinship.marker.too_many_alleles', { marker: name, alleles: alleles.length, limit: alleleLimit });
  const seen = new Set<string>();
  alleles.forEach((allele, i) => {
    if (seen.has(allele)) throw new KinshipError('kinship.marker.duplicate_allele', { marker: name, allele });
    seen.add(allele);
    const p = freqs[i] ?? NaN;
    if (!(p >= 0 && p <= 1)) throw new KinshipError('kinship.marker.frequency', { marker: name, allele, value: String(p) });
  });
  return marker;
}

function normalise(marker: Marker, policies: Policies, notes: Note[]): Marker {
  const sum = marker.freqs.reduce((x, y) => x + y, 0);
  if (policies.normalisation === 'asGiven') {
    if (Math.abs(sum - 1) > sumTolerance) throw new KinshipError('kinship.marker.frequency_sum', { marker: marker.name, sum });
    return marker;
  }
  if (!(sum > 0)) throw new KinshipError('kinship.marker.frequency_sum', { marker: marker.name, sum });
  if (sum === 1) return marker;
  notes.push({ code: 'rescaled', details: { sum } });
  return { ...marker, freqs: marker.freqs.map((p) => p / sum) };
}

function addAlleles(marker: Marker, observed: readonly string[], how: { policies: Policies; notes: Note[] }): Marker {
  const known = new Set(marker.alleles);
  const fresh = [...new Set(observed)].filter((a) => !known.has(a)).sort((a, b) => (a < b ? -1 : 1));
  if (fresh.length === 0) return marker;
  const policy = how.policies.outsideAllele;
  const first = fresh[0] ?? '';
  if (policy.kind === 'refuse') throw new KinshipError('kinship.outside_allele', { marker: marker.name, allele: first });
  if (marker.mutation?.female.model === 'custom' || marker.mutation?.male.model === 'custom')
    throw new KinshipError('kinship.outside_allele_custom_matrix', { marker: marker.name, allele: first });
  const { value } = policy;
  if (!(value > 0 && value * fresh.length < 1)) throw new KinshipError('kinship.policy.min_frequency', { value });
  const rest = 1 - value * fresh.length;
  for (const allele of fresh) how.notes.push({ code: 'outsideAllele', details: { allele, frequency: value } });
  return { ...marker, alleles: [...marker.alleles, ...fresh], freqs: [...marker.freqs.map((p) => p * rest), ...fresh.map(() => value)] };
}

/** Allele labels of an observation that are known. */
export function knownAlleles(observation: Observation | undefined): string[] {
  return observation === undefined ? [] : observation.filter((a): a is string => a !== null);
}

/**
 * An observation as allele numbers; null when nothing is known.
 * @throws KinshipError kinship.profile.observation when it is neither [a, b] nor [a, null]
 */
export function readEvidence(prepared: PreparedMarker, observation: Observation | undefined): Evidence | null {
  if (observation === undefined) return null;
  const labels = knownAlleles(observation);
  if (observation.length !== 2) throw new KinshipError('kinship.profile.observation', { marker: prepared.marker.name, alleles: observation.length });
  const [first, second] = labels;
  if (first === undefined) return null;
  const number = (label: string): number => {
    const at = prepared.index.get(label);
    if (at === undefined) throw new KinshipError('kinship.outside_allele', { marker: prepared.marker.name, allele: label });
    return at;
  };
  return { a: number(first), b: second === undefined ? -1 : number(second) };
}

/** The largest theta for which Balding-Nichols is defined lies below 1. */
export function readTheta(theta: number | undefined): number {
  const value = theta ?? 0;
  if (!(value >= 0 && value < 1)) throw new KinshipError('kinship.theta', { value });
  return value;
}
