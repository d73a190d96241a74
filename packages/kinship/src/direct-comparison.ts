import { evaluateLn } from './engine/evaluate.ts';
import type { Evidence } from './engine/network.ts';
import { knownAlleles, prepareMarker, readEvidence, readTheta } from './markers/prepare-marker.ts';
import { readFamily } from './pedigree/family.ts';
import { defaultPolicies, type Marker, type Note, type Profile, type Settings } from './types.ts';

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

/**
 * ln LR of "both profiles are of one person" against "of two unrelated people".
 * LIMIT: errors of typing are not modelled: one differing marker gives -Infinity; `mismatches` says how many differ.
 * Identical twins are one person to this number. Source: Balding and Nichols 1994 (doi:10.1016/0379-0738(94)90222-4).
 */
export function directComparison(input: Settings & { readonly a: Profile; readonly b: Profile; readonly markers: readonly Marker[] }): DirectComparison {
  const theta = readTheta(input.theta);
  const policies = input.policies ?? defaultPolicies;
  const one = readFamily({ name: 'same', individuals: [{ id: 'a', father: null, mother: null, sex: 'unknown' }] });
  const two = readFamily({ name: 'different', individuals: ['a', 'b'].map((id) => ({ id, father: null, mother: null, sex: 'unknown' as const })) });
  const mismatches: string[] = [];
  const notCompared: string[] = [];
  const perMarker: DirectMarker[] = [];
  let lnLr = 0;
  for (const marker of input.markers) {
    const seenA = input.a[marker.name];
    const seenB = input.b[marker.name];
    const prepared = prepareMarker(marker, [...knownAlleles(seenA), ...knownAlleles(seenB)], policies);
    const a = readEvidence(prepared, seenA);
    const b = readEvidence(prepared, seenB);
    if (a === null || b === null) {
      notCompared.push(marker.name);
      continue;
    }
    const both = meet(a, b);
    const { locus } = prepared;
    const lnLikSame = both === null ? -Infinity : evaluateLn({ family: one, locus, evidence: [both], theta });
    const lnLikDifferent = evaluateLn({ family: two, locus, evidence: [a, b], theta });
    if (both === null) mismatches.push(marker.name);
    const ratio = lnLikSame === -Infinity ? -Infinity : lnLikSame - lnLikDifferent;
    lnLr += ratio;
    perMarker.push({ marker: marker.name, lnLr: ratio, lnLikSame, lnLikDifferent, notes: prepared.notes });
  }
  return { lnLr, markersUsed: perMarker.length, mismatches, perMarker, notCompared };
}

/** The evidence that says what both observations say of one genotype, or null when none fits both. */
function meet(a: Evidence, b: Evidence): Evidence | null {
  if (a.b >= 0 && b.b >= 0) return (a.a === b.a && a.b === b.b) || (a.a === b.b && a.b === b.a) ? a : null;
  if (a.b < 0 && b.b < 0) return a.a === b.a ? a : { a: a.a, b: b.a };
  const [full, part] = a.b >= 0 ? [a, b] : [b, a];
  return full.a === part.a || full.b === part.a ? full : null;
}
