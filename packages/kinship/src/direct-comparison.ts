import { evaluateLn } from './engine/evaluate.ts';
import { both } from './engine/evidence.ts';
import { prepareMarker, readTheta } from './markers/prepare-marker.ts';
import { knownAlleles, readEvidence, typingAt } from './markers/read-evidence.ts';
import { readFamily } from './pedigree/family.ts';
import { frameOf } from './pedigree/frame.ts';
import { defaultPolicies, type Marker, type Note, type Profile, type ProfileTyping, type Settings, type Sex } from './types.ts';

export interface DirectMarker {
  readonly marker: string;
  readonly lnLr: number;
  readonly lnLikSame: number;
  readonly lnLikDifferent: number;
  readonly notes: readonly Note[];
}

export interface DirectComparison {
  readonly lnLr: number;
  readonly markersUsed: number;
  /** Markers at which no single genotype explains both observations. */
  readonly mismatches: readonly string[];
  readonly perMarker: readonly DirectMarker[];
  /** Markers of the list that one of the two lacks. */
  readonly notCompared: readonly string[];
}

export interface DirectInput extends Omit<Settings, 'typing'> {
  readonly a: Profile;
  readonly b: Profile;
  readonly markers: readonly Marker[];
  /** Sex of both; needed for X markers only. */
  readonly sex?: Sex;
  /** Typing models of the two samples; without one a sample is taken as typed without error. */
  readonly typing?: { readonly a?: ProfileTyping; readonly b?: ProfileTyping };
}

/**
 * ln LR of "both profiles are of one person" against "of two unrelated people".
 * LIMIT: without a typing model one differing marker gives -Infinity; `mismatches` says how many differ.
 * Identical twins are one person to this number. Source: Balding and Nichols 1994 (doi:10.1016/0379-0738(94)90222-4).
 * @throws KinshipError kinship.pedigree.sex_unknown for X markers without a sex
 */
export function directComparison(input: DirectInput): DirectComparison {
  const theta = readTheta(input.theta);
  const policies = input.policies ?? defaultPolicies;
  const sex = input.sex ?? 'unknown';
  const one = readFamily({ name: 'same', individuals: [{ id: 'a', father: null, mother: null, sex }] });
  const two = readFamily({ name: 'different', individuals: ['a', 'b'].map((id) => ({ id, father: null, mother: null, sex })) });
  const mismatches: string[] = [];
  const notCompared: string[] = [];
  const perMarker: DirectMarker[] = [];
  let lnLr = 0;
  for (const marker of input.markers) {
    const seenA = input.a[marker.name];
    const seenB = input.b[marker.name];
    const prepared = prepareMarker(marker, [...knownAlleles(seenA), ...knownAlleles(seenB)], policies);
    const haploid = marker.chrom === 'X' && sex === 'male';
    const a = readEvidence(prepared, { observation: seenA, haploid, typing: typingAt(input.typing?.a, marker.name) });
    const b = readEvidence(prepared, { observation: seenB, haploid, typing: typingAt(input.typing?.b, marker.name) });
    if (a === null || b === null) {
      notCompared.push(marker.name);
      continue;
    }
    const { locus } = prepared;
    const lnLikSame = evaluateLn({ frame: frameOf(one, marker.chrom), locus, evidence: [both(a, b)], theta });
    const lnLikDifferent = evaluateLn({ frame: frameOf(two, marker.chrom), locus, evidence: [a, b], theta });
    if (lnLikSame === -Infinity) mismatches.push(marker.name);
    const ratio = lnLikSame === -Infinity ? -Infinity : lnLikSame - lnLikDifferent;
    lnLr += ratio;
    perMarker.push({ marker: marker.name, lnLr: ratio, lnLikSame, lnLikDifferent, notes: prepared.notes });
  }
  return { lnLr, markersUsed: perMarker.length, mismatches, perMarker, notCompared };
}
