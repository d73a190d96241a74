import { makeMoments, type Locus, type Moments } from '../engine/locus.ts';
import { KinshipError } from '../kinship-error.ts';
import { mutationMatrix } from '../mutation/mutation-matrix.ts';
import type { AppliedPolicy, Marker, MutationModel, Note, Policies } from '../types.ts';

/** A checked marker ready for the engine. */
export interface PreparedMarker {
  /** The marker as calculated with: alleles added and frequencies scaled where a policy says so. */
  readonly marker: Marker;
  readonly index: ReadonlyMap<string, number>;
  readonly locus: Locus;
  readonly moments: Moments;
  /** Number of the silent allele, -1 without one. */
  readonly silent: number;
  readonly notes: readonly Note[];
}

/** For a marker that was checked, and its alleles added, before. */
export const asCalculated: Policies = { outsideAllele: { kind: 'refuse' }, normalisation: 'asGiven' };

const sumTolerance = 1e-3;

/** A marker of more alleles is no STR of practice, and its matrices alone would fill the memory. */
const alleleLimit = 500;

/**
 * Checks a marker and makes its numbers; applies the policies to alleles that are observed but not in the table.
 * @throws KinshipError kinship.marker.*, kinship.mutation.*, kinship.outside_allele, kinship.policy.*
 */
export function prepareMarker(given: Marker, observed: readonly string[], policies: Policies): PreparedMarker {
  const memo = prepared[policies.normalisation];
  const known = policies.minimumFrequency === undefined ? memo.get(given) : undefined;
  if (known !== undefined && observed.every((a) => known.index.has(a))) return known;
  const made = makePrepared(given, observed, policies);
  if (policies.minimumFrequency === undefined && observed.every((a) => given.alleles.includes(a))) memo.set(given, made);
  return made;
}

/**
 * The marker that is calculated with when these alleles are seen: alleles added, frequencies raised and scaled as the policies say, each change named.
 * @throws KinshipError kinship.marker.*, kinship.mutation.*, kinship.outside_allele, kinship.policy.*
 */
export function applyPolicies(marker: Marker, observed: readonly string[], policies: Policies): { readonly marker: Marker; readonly applied: readonly AppliedPolicy[] } {
  const prepared = prepareMarker(marker, observed, policies);
  return { marker: prepared.marker, applied: prepared.notes.map((note) => ({ marker: marker.name, ...note })) };
}

// A memo, not state: markers are never changed in place, and many families share them (their matrices and moments cost more than a score).
const prepared = { asGiven: new WeakMap<Marker, PreparedMarker>(), rescale: new WeakMap<Marker, PreparedMarker>() } as const;

function makePrepared(given: Marker, observed: readonly string[], policies: Policies): PreparedMarker {
  const notes: Note[] = [];
  const marker = raise(addAlleles(normalise(check(given), policies, notes), observed, { policies, notes }), policies, notes);
  const { alleles, freqs, mutation } = marker;
  const silent = marker.silent === undefined ? -1 : alleles.indexOf(marker.silent);
  const matrix = (model: MutationModel): Float64Array => matrixBeside(silent, model, marker);
  const locus: Locus = {
    k: alleles.length,
    freqs: Float64Array.from(freqs),
    female: mutation === null ? null : matrix(mutation.female),
    male: mutation === null ? null : matrix(mutation.male),
    silent,
  };
  return { marker, index: new Map(alleles.map((a, i) => [a, i])), locus, moments: makeMoments(locus.freqs), silent, notes };
}

/** The mutation matrix of the visible alleles, by their frequencies among themselves; a silent allele does not mutate and none mutates into it. */
function matrixBeside(silent: number, model: MutationModel, marker: Marker): Float64Array {
  const { alleles, freqs } = marker;
  const k = alleles.length;
  if (silent < 0 || (model.model === 'custom' && model.matrix?.length === k)) return mutationMatrix(model, alleles, freqs);
  const visible = alleles.map((_, a) => a).filter((a) => a !== silent);
  const sum = visible.reduce((x, a) => x + (freqs[a] ?? NaN), 0);
  const inner = mutationMatrix(model, visible.map((a) => alleles[a] ?? ''), visible.map((a) => (freqs[a] ?? NaN) / sum));
  const out = new Float64Array(k * k);
  out[silent * k + silent] = 1;
  visible.forEach((a, i) => {
    visible.forEach((b, j) => (out[a * k + b] = inner[i * visible.length + j] ?? NaN));
  });
  return out;
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
  if (marker.silent !== undefined && (!seen.has(marker.silent) || alleles.length < 2)) throw new KinshipError('kinship.marker.silent', { marker: name, allele: marker.silent });
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

/** Raises rare alleles to the least frequency of the policy and scales the others, so that the sum stays; a silent allele keeps its own. */
function raise(marker: Marker, policies: Policies, notes: Note[]): Marker {
  const least = policies.minimumFrequency;
  if (least === undefined) return marker;
  if (!(least > 0 && least * marker.alleles.length < 1)) throw new KinshipError('kinship.policy.min_frequency', { value: least });
  const raised = new Set<number>();
  let freqs = marker.freqs;
  // Scaling down may bring another allele below the least: raise until none is.
  for (;;) {
    const fresh = freqs.flatMap((p, i) => (p < least && marker.alleles[i] !== marker.silent && !raised.has(i) ? [i] : []));
    if (fresh.length === 0) break;
    for (const i of fresh) raised.add(i);
    const kept = marker.freqs.reduce((sum, p, i) => sum + (raised.has(i) ? 0 : p), 0);
    const total = marker.freqs.reduce((sum, p) => sum + p, 0);
    const scale = (total - raised.size * least) / kept;
    freqs = marker.freqs.map((p, i) => (raised.has(i) ? least : p * scale));
  }
  for (const i of raised) notes.push({ code: 'raised', details: { allele: marker.alleles[i] ?? '', from: marker.freqs[i] ?? NaN, to: least } });
  return raised.size === 0 ? marker : { ...marker, freqs };
}

/** The largest theta for which Balding-Nichols is defined lies below 1. */
export function readTheta(theta: number | undefined): number {
  const value = theta ?? 0;
  if (!(value >= 0 && value < 1)) throw new KinshipError('kinship.theta', { value });
  return value;
}
