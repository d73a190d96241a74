import { evaluateLn } from './engine/evaluate.ts';
import { KinshipError } from './kinship-error.ts';
import type { Evidence } from './engine/evidence.ts';
import { prepareMarker, readTheta, type PreparedMarker } from './markers/prepare-marker.ts';
import { knownAlleles, readEvidence, typingAt } from './markers/read-evidence.ts';
import { readFamily, type Family } from './pedigree/family.ts';
import { frameOf } from './pedigree/frame.ts';
import { defaultPolicies, type Marker, type Note, type Observation, type Pedigree, type Profiles, type Settings } from './types.ts';

export interface MarkerLikelihood {
  readonly marker: string;
  /** Natural logarithm; -Infinity when impossible, 0 when nobody is typed. */
  readonly lnLik: number;
  readonly notes: readonly Note[];
}

export interface LikelihoodInput extends Settings {
  readonly pedigree: Pedigree;
  readonly profiles: Profiles;
  readonly markers: readonly Marker[];
}

/**
 * ln P(profiles | pedigree), marker by marker and in sum; exact for any pedigree, loops included, on autosomes and the X chromosome.
 * Markers are taken as independent. Source: docs/methods/pedigree-likelihood.md.
 * @throws KinshipError kinship.*
 */
export function lnLikelihood(input: LikelihoodInput): { readonly perMarker: readonly MarkerLikelihood[]; readonly total: number } {
  const family = readFamily(input.pedigree);
  const theta = readTheta(input.theta);
  const policies = input.policies ?? defaultPolicies;
  refuseDuplicateMarkers(input.markers);
  let total = 0;
  const perMarker = input.markers.map((marker): MarkerLikelihood => {
    const seen = observationsOf(family, input.profiles, marker.name);
    const prepared = prepareMarker(marker, seen.flatMap(knownAlleles), policies);
    const { evidence, notes } = readFamilyEvidence(family, prepared, { seen, settings: input });
    const lnLik = evaluateLn({ frame: frameOf(family, marker.chrom), locus: prepared.locus, evidence, theta, moments: prepared.moments });
    if (Number.isNaN(lnLik)) throw new KinshipError('kinship.not_a_number');
    total += lnLik;
    const untyped: Note[] = evidence.every((e) => e === null) ? [{ code: 'notTyped', details: {} }] : [];
    return { marker: marker.name, lnLik, notes: [...prepared.notes, ...notes, ...untyped] };
  });
  return { perMarker, total };
}

/** What is seen of each person of a family at a marker, and remarks on how it was read. */
export function readFamilyEvidence(
  family: Family,
  prepared: PreparedMarker,
  given: { readonly seen: readonly (Observation | undefined)[]; readonly settings: Settings },
): { readonly evidence: readonly (Evidence | null)[]; readonly notes: readonly Note[] } {
  const { name, chrom } = prepared.marker;
  const frame = frameOf(family, chrom);
  const notes: Note[] = [];
  const evidence = given.seen.map((observation, i) => {
    if (observation === undefined) return null;
    const haploid = frame.haploid[i] === 1;
    const key = family.profile[i] ?? '';
    const all = given.settings.typing;
    const typing = typingAt(all !== undefined && Object.hasOwn(all, key) ? all[key] : undefined, name);
    if (frame.sexUnknown[i] === 1) throw new KinshipError('kinship.pedigree.sex_unknown', { id: family.ids[i] ?? '' });
    if (typing !== undefined) notes.push({ code: 'typingModel', details: { profile: key, dropOut: typing.dropOut, homozygoteDropOut: typing.homozygoteDropOut ?? typing.dropOut ** 2, dropIn: typing.dropIn ?? 0 } });
    else if (haploid && knownAlleles(observation).length > 1) notes.push({ code: 'hemizygousTwice', details: { profile: key } });
    return readEvidence(prepared, { observation, haploid, typing });
  });
  return { evidence, notes };
}

/** One observation a person of the family, undefined for who has no profile or is not typed at this marker. */
export function observationsOf(family: Family, profiles: Profiles, marker: string): (Observation | undefined)[] {
  return family.profile.map((key) => {
    if (key === null) return undefined;
    // Own properties only: a profile named "constructor" must not find what every object inherits.
    const profile = Object.hasOwn(profiles, key) ? profiles[key] : undefined;
    if (profile === undefined) throw new KinshipError('kinship.profile.unknown', { profile: key });
    return Object.hasOwn(profile, marker) ? profile[marker] : undefined;
  });
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
  const seen = Object.keys(profiles).sort().flatMap((key) => knownAlleles(profiles[key]?.[marker.name]));
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
  readonly lnLr: number;
} {
  const prepared = input.markers.map((m) => prepareForAll(m, input.profiles, input));
  const markers = prepared.map((p) => p.marker);
  const settings = { profiles: input.profiles, markers, theta: input.theta ?? 0, ...(input.typing && { typing: input.typing }) };
  const above = lnLikelihood({ ...settings, pedigree: input.numerator });
  const below = lnLikelihood({ ...settings, pedigree: input.denominator });
  let lnLr = 0;
  const perMarker = markers.map((marker, i): MarkerRatio => {
    const lnLikNumerator = above.perMarker[i]?.lnLik ?? NaN;
    const lnLikDenominator = below.perMarker[i]?.lnLik ?? NaN;
    const ratio = lnLikNumerator - lnLikDenominator;
    if (Number.isNaN(ratio)) throw new KinshipError('kinship.both_impossible', { marker: marker.name });
    lnLr += ratio;
    return { marker: marker.name, lnLr: ratio, lnLikNumerator, lnLikDenominator, notes: prepared[i]?.notes ?? [] };
  });
  if (Number.isNaN(lnLr)) throw new KinshipError('kinship.both_impossible', { marker: '*' });
  return { perMarker, lnLr };
}
