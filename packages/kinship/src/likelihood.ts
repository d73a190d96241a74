import { evaluateLn, type Algorithm } from './engine/evaluate.ts';
import { KinshipError } from './kinship-error.ts';
import { prepareMarker, readTheta, type PreparedMarker } from './markers/prepare-marker.ts';
import { observationsOf, readFamilyEvidence } from './likelihood-evidence.ts';
import { checkLinkage, lnLinked, type LinkedLikelihood } from './linkage/linked-likelihood.ts';
import { allKnownAlleles, knownAlleles, observationAt } from './markers/read-evidence.ts';
import { readFamily } from './pedigree/family.ts';
import { frameOf } from './pedigree/frame.ts';
import { defaultPolicies, type LinkageGroup, type Marker, type Note, type Pedigree, type Profiles, type Settings } from './types.ts';

export interface MarkerLikelihood {
  readonly marker: string;
  /** Natural logarithm; -Infinity when impossible, 0 when nobody is typed. */
  readonly lnLik: number;
  readonly algorithm: Algorithm;
  readonly notes: readonly Note[];
}

export interface LikelihoodInput extends Settings {
  readonly pedigree: Pedigree;
  readonly profiles: Profiles;
  readonly markers: readonly Marker[];
  /** Markers to be calculated together; a marker in no group is independent of all others. */
  readonly linkage?: readonly LinkageGroup[];
}

export interface Likelihood {
  /** Every marker by itself; those of a linkage group carry the note `linked` and are not in the total. */
  readonly perMarker: readonly MarkerLikelihood[];
  readonly linked: readonly LinkedLikelihood[];
  /** Sum of the independent markers and the linkage groups. */
  readonly total: number;
}

/**
 * ln P(profiles | pedigree), marker by marker and in sum; exact for any pedigree, loops included, on autosomes and the X chromosome.
 * Markers are independent but for the groups of `linkage`. Source: docs/methods/pedigree-likelihood.md.
 * @throws KinshipError kinship.*
 */
export function lnLikelihood(input: LikelihoodInput): Likelihood {
  const family = readFamily(input.pedigree);
  const theta = readTheta(input.theta);
  const policies = input.policies ?? defaultPolicies;
  refuseDuplicateMarkers(input.markers);
  const groups = input.linkage ?? [];
  checkLinkage(groups, input.markers);
  const groupOf = new Map(groups.flatMap((g) => g.markers.map((name) => [name, g.markers.join(', ')] as const)));
  let total = 0;
  const perMarker = input.markers.map((marker): MarkerLikelihood => {
    const seen = observationsOf(family, input.profiles, marker.name);
    const prepared = prepareMarker(marker, allKnownAlleles(seen), policies);
    const { evidence, notes } = readFamilyEvidence(family, prepared, { seen, settings: input });
    const taken: { algorithm: Algorithm } = { algorithm: 'nothingSeen' };
    const tell = (way: Algorithm): void => void (taken.algorithm = way);
    const lnLik = evaluateLn({ frame: frameOf(family, marker.chrom), locus: prepared.locus, evidence, theta, moments: prepared.moments, tell });
    if (Number.isNaN(lnLik)) throw new KinshipError('kinship.not_a_number');
    const group = groupOf.get(marker.name);
    if (group === undefined) total += lnLik;
    const remarks: Note[] = [];
    if (taken.algorithm === 'nothingSeen') remarks.push({ code: 'notTyped', details: {} });
    if (group !== undefined) remarks.push({ code: 'linked', details: { markers: group } });
    return { marker: marker.name, lnLik, algorithm: taken.algorithm, notes: joinNotes(prepared.notes, notes, remarks) };
  });
  const linked = groups.map((group) => lnLinked(family, group, input));
  for (const { lnLik } of linked) total += lnLik;
  return { perMarker, linked, total };
}

const noNotes: readonly Note[] = [];

function joinNotes(...all: readonly (readonly Note[])[]): readonly Note[] {
  return all.every((notes) => notes.length === 0) ? noNotes : all.flat();
}

export function refuseDuplicateMarkers(markers: readonly Marker[]): void {
  const seen = new Set<string>();
  for (const { name } of markers) {
    if (seen.has(name)) throw new KinshipError('kinship.marker.duplicate', { marker: name });
    seen.add(name);
  }
}

/**
 * Prepares a marker once for several hypotheses, so that an allele added by policy is in all of them.
 * Without it a hypothesis that lacks the person who shows the allele would use other frequencies.
 */
export function prepareForAll(marker: Marker, profiles: Profiles, settings: Settings): PreparedMarker {
  const seen = Object.keys(profiles).sort().flatMap((key) => knownAlleles(observationAt(profiles[key], marker.name)));
  return prepareMarker(marker, seen, settings.policies ?? defaultPolicies);
}

export interface MarkerRatio {
  readonly marker: string;
  readonly lnLr: number;
  readonly lnLikNumerator: number;
  readonly lnLikDenominator: number;
  readonly notes: readonly Note[];
}

/**
 * ln LR of two hypotheses about the same profiles: numerator minus denominator, marker by marker and in sum.
 * @throws KinshipError kinship.both_impossible where both hypotheses are impossible at a marker
 */
export function likelihoodRatio(input: Omit<LikelihoodInput, 'pedigree'> & { readonly numerator: Pedigree; readonly denominator: Pedigree }): {
  readonly perMarker: readonly MarkerRatio[];
  readonly linked: readonly { readonly markers: readonly string[]; readonly lnLr: number }[];
  readonly lnLr: number;
} {
  const prepared = input.markers.map((m) => prepareForAll(m, input.profiles, input));
  const markers = prepared.map((p) => p.marker);
  const settings = { profiles: input.profiles, markers, theta: input.theta ?? 0, ...(input.typing && { typing: input.typing }), ...(input.linkage && { linkage: input.linkage }) };
  const above = lnLikelihood({ ...settings, pedigree: input.numerator });
  const below = lnLikelihood({ ...settings, pedigree: input.denominator });
  let lnLr = 0;
  const perMarker = markers.map((marker, i): MarkerRatio => {
    const lnLikNumerator = above.perMarker[i]?.lnLik ?? NaN;
    const lnLikDenominator = below.perMarker[i]?.lnLik ?? NaN;
    const ratio = lnLikNumerator - lnLikDenominator;
    if (Number.isNaN(ratio)) throw new KinshipError('kinship.both_impossible', { marker: marker.name });
    if (above.perMarker[i]?.notes.some((n) => n.code === 'linked') !== true) lnLr += ratio;
    return { marker: marker.name, lnLr: ratio, lnLikNumerator, lnLikDenominator, notes: prepared[i]?.notes ?? [] };
  });
  const linked = above.linked.map((group, g) => {
    const ratio = group.lnLik - (below.linked[g]?.lnLik ?? NaN);
    lnLr += ratio;
    return { markers: group.markers, lnLr: ratio };
  });
  if (Number.isNaN(lnLr)) throw new KinshipError('kinship.both_impossible', { marker: '*' });
  return { perMarker, linked, lnLr };
}
