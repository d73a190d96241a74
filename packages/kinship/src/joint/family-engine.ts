import { directCost } from '../engine/direct.ts';
import { evaluateLn, evaluateTable } from '../engine/evaluate.ts';
import { entryOf, type Evidence } from '../engine/evidence.ts';
import { makeMoments } from '../engine/locus.ts';
import { lumpUnobserved } from '../engine/lump.ts';
import { KinshipError } from '../kinship-error.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import type { Family } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { withStrangers } from '../pedigree/with-strangers.ts';
import type { Profiles, Settings, Sex } from '../types.ts';
import { makeFamilyTensor } from './family-tensor.ts';
import type { JointMarker } from './joint-markers.ts';

/** Up to so many observations of a place are answered by a sum each, more by one table. */
const singleSums = 3;

/** A marker, or a linkage group, of one family: likelihoods of the references with any of the remains in the places of the missing. */
export interface FamilyUnit {
  readonly name: string;
  /** ln P(references). */
  readonly lnReferences: number;
  /**
   * ln P(references, filled places, one more place shows an observation). `filled[i]` is the number of the observation at
   * place i, 0 for none; `wanted` says how many observations of this place will be asked for: one table answers many, single sums few.
   */
  readonly value: (filled: readonly number[], step: { readonly place: number; readonly observation: number; readonly wanted: number }) => number;
  /** Makes all fills by these observations (by place) at once where that is cheaper; `value` then looks them up. */
  readonly foresee: (observations: readonly (readonly number[])[]) => void;
  /** ln P(references, strangers who show these observations); under theta the family bears on them too. */
  readonly apart: (strangers: readonly Stranger[]) => number;
  /** About what one table of `value` takes, in multiplications. */
  readonly tableCost: () => number;
}

/** Somebody of no family of the list. */
export interface Stranger {
  readonly observation: number;
  readonly sex: Sex;
}

export interface FamilyMarkerInput {
  readonly family: Family;
  readonly places: readonly number[];
  readonly profiles: Profiles;
  readonly marker: JointMarker;
  readonly settings: Settings;
}

/**
 * Makes the likelihoods of one family at one marker. Alleles shown by nobody here are joined where that is exact, one table
 * gives all observations of a place at once, and equal questions are answered once.
 */
export function makeFamilyMarker(input: FamilyMarkerInput): FamilyUnit {
  const { family, places, marker } = input;
  const { prepared } = marker;
  const { name, chrom } = prepared.marker;
  const theta = input.settings.theta ?? 0;
  const frame = frameOf(family, chrom);
  const references = readReferences(input);
  const lumped = lumpUnobserved(prepared.locus, [...references, ...marker.observations]);
  const { locus } = lumped;
  const base = lumped.evidence.slice(0, references.length);
  const observations = lumped.evidence.slice(references.length);
  const moments = locus === prepared.locus ? prepared.moments : makeMoments(locus.freqs);
  const lnReferences = evaluateLn({ frame, locus, evidence: base, theta, moments });
  const values = new Map<string, number>();
  const tables = new Map<string, Float64Array>();
  const evidenceOf = (filled: readonly number[]): (Evidence | null)[] => {
    const evidence = [...base];
    filled.forEach((o, i) => {
      if (o > 0) evidence[places[i] ?? -1] = observations[o] ?? null;
    });
    return evidence;
  };
  const tableOf = (filled: readonly number[], person: number): Float64Array => {
    const key = String.fromCharCode(person, ...filled);
    const known = tables.get(key);
    if (known !== undefined) return known;
    const made = evaluateTable({ frame, locus, evidence: evidenceOf(filled), theta, moments }, person);
    tables.set(key, made);
    return made;
  };
  let tensor: Float64Array | null = null;
  let stride: number[] = [];
  let local: Int32Array[] = [];
  const foresee: FamilyUnit['foresee'] = (wanted) => {
    const choices = wanted.map((w) => [0, ...new Set(w.filter((o) => o > 0))]);
    tensor = theta > 0 || choices.every((c) => c.length === 1) ? null : makeFamilyTensor({ frame, locus, moments, evidence: base, places, choices, observations });
    stride = choices.map((_, i) => choices.slice(i + 1).reduce((n, c) => n * c.length, 1));
    local = choices.map((c) => {
      const at = new Int32Array(observations.length).fill(-1);
      c.forEach((o, i) => (at[o] = i));
      return at;
    });
  };
  const foreseen = (filled: readonly number[], place: number, observation: number): number | null => {
    if (tensor === null) return null;
    let cell = 0;
    for (let i = 0; i < filled.length; i++) {
      const at = local[i]?.[i === place ? observation : (filled[i] ?? 0)] ?? -1;
      if (at < 0) return null;
      cell += at * (stride[i] ?? 0);
    }
    return tensor[cell] ?? null;
  };
  const value: FamilyUnit['value'] = (filled, { place, observation, wanted }) => {
    const found = foreseen(filled, place, observation);
    if (found !== null) return found;
    const after = filled.with(place, observation);
    const key = String.fromCharCode(...after);
    const known = values.get(key);
    if (known !== undefined) return known;
    const person = places[place] ?? -1;
    const seen = observations[observation] ?? null;
    const haploid = frame.haploid[person] === 1;
    const ln =
      seen === null || (wanted <= singleSums && (seen.second[0] ?? -1) < 0 === haploid)
        ? evaluateLn({ frame, locus, evidence: evidenceOf(after), theta, moments })
        : lnObserved(tableOf(filled, person), seen, haploid);
    values.set(key, ln);
    return ln;
  };
  // The last stranger is asked for by a table, the others stand in it as data.
  const strangers = new Map<string, Float64Array>();
  const apart: FamilyUnit['apart'] = (given) => {
    const ordered = given.filter((g) => g.observation > 0).sort(compareStrangers);
    const last = ordered.at(-1);
    const seen = observations[last?.observation ?? 0] ?? null;
    if (last === undefined || seen === null) return lnReferences;
    const key = [last.sex, ...ordered.slice(0, -1).map((g) => `${g.sex}${String(g.observation)}`)].join();
    const extended = frameOf(withStrangers(family, ordered.map((g) => g.sex)), chrom);
    const haploid = extended.haploid[family.ids.length + ordered.length - 1] === 1;
    const table = strangers.get(key) ?? evaluateTable({ frame: extended, locus, evidence: [...base, ...ordered.map((g, i) => (i === ordered.length - 1 ? null : (observations[g.observation] ?? null)))], theta, moments }, family.ids.length + ordered.length - 1);
    strangers.set(key, table);
    return lnObserved(table, seen, haploid);
  };
  const tableCost = (): number => directCost({ frame, locus, evidence: base, theta, target: places[0] ?? -1 });
  return { name, lnReferences, value, foresee, apart, tableCost };
}

/** In an order of their own, so that the same people in another order are the same question. */
export function compareStrangers(a: Stranger, b: Stranger): number {
  return a.observation - b.observation || (a.sex < b.sex ? -1 : a.sex > b.sex ? 1 : 0);
}

/** What is seen of the references at a marker; refuses places whose sex is not known where it matters. */
export function readReferences({ family, places, profiles, marker, settings }: FamilyMarkerInput): readonly (Evidence | null)[] {
  const { name, chrom } = marker.prepared.marker;
  const frame = frameOf(family, chrom);
  const isTyped = marker.observations.length > 1;
  for (const place of places) if (isTyped && frame.sexUnknown[place] === 1) throw new KinshipError('kinship.pedigree.sex_unknown', { id: family.ids[place] ?? '' });
  return readFamilyEvidence(family, marker.prepared, { seen: observationsOf(family, profiles, name), settings }).evidence;
}

/** ln of the sum over genotypes of P(observation | genotype) x table; an observation of the other sex (one allele against two) is impossible. */
function lnObserved(table: Float64Array, seen: Evidence, haploid: boolean): number {
  let max = -Infinity;
  const terms = new Float64Array(seen.first.length);
  for (let i = 0; i < terms.length; i++) {
    const a = seen.first[i] ?? -1;
    const b = seen.second[i] ?? -1;
    if (b < 0 !== haploid) return -Infinity;
    const x = (table[entryOf(a, b)] ?? NaN) + Math.log(seen.weight[i] ?? NaN);
    terms[i] = x;
    if (x > max) max = x;
  }
  if (max === -Infinity) return -Infinity;
  if (terms.length === 1) return max;
  let sum = 0;
  for (const x of terms) sum += Math.exp(x - max);
  return max + Math.log(sum);
}
