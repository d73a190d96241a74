import { evaluateLn } from '../engine/evaluate.ts';
import type { Evidence } from '../engine/evidence.ts';
import { checkLinkage } from '../linkage/linked-likelihood.ts';
import { lnOfLinked } from '../linkage/linked-table.ts';
import type { Frame } from '../pedigree/frame.ts';
import type { LinkageGroup, Marker } from '../types.ts';
import type { JointMarker } from './joint-markers.ts';

/** What is independent of everything else: one marker, or the markers of a linkage group calculated together. */
export interface JointUnit {
  /** Names of the markers, joined with " + ". */
  readonly name: string;
  readonly chrom: Marker['chrom'];
  readonly markers: readonly JointMarker[];
  /** Between each marker and the next; empty for one marker. */
  readonly recombination: LinkageGroup['recombination'];
  /** The different observations among the candidates as numbers of the observation at each marker; number 0 is "not typed". */
  readonly observations: readonly (readonly number[])[];
  /** Number of the observation of each candidate. */
  readonly seen: Int32Array;
  /** ln P(observation) of a stranger, by candidate: two alleles of a stranger at two markers are independent, linked or not. */
  readonly lnStranger: Float64Array;
}

/**
 * The units of some markers, linked ones together, in the order of the markers.
 * @throws KinshipError kinship.linkage.*
 */
export function makeUnits(markers: readonly JointMarker[], linkage: readonly LinkageGroup[]): JointUnit[] {
  checkLinkage(linkage, markers.map((m) => m.prepared.marker));
  const byName = new Map(markers.map((m) => [m.prepared.marker.name, m]));
  const groupOf = new Map(linkage.flatMap((group) => group.markers.map((name) => [name, group] as const)));
  return markers.flatMap((marker) => {
    const group = groupOf.get(marker.prepared.marker.name);
    if (group === undefined) return [makeUnit([marker], [])];
    if (group.markers[0] !== marker.prepared.marker.name) return [];
    return [makeUnit(group.markers.flatMap((name) => byName.get(name) ?? []), group.recombination)];
  });
}

function makeUnit(markers: readonly JointMarker[], recombination: LinkageGroup['recombination']): JointUnit {
  const [first] = markers;
  const observations = [markers.map(() => 0)];
  const numbers = new Map([[observations.join(), 0]]);
  const seen = Int32Array.from(first?.seen ?? [], (_, c) => {
    const own = markers.map((m) => m.seen[c] ?? 0);
    const known = numbers.get(own.join()) ?? observations.push(own) - 1;
    numbers.set(own.join(), known);
    return known;
  });
  return {
    name: markers.map((m) => m.prepared.marker.name).join(' + '),
    chrom: first?.prepared.marker.chrom ?? 'autosomal',
    markers,
    recombination,
    observations,
    seen,
    lnStranger: Float64Array.from(seen, (_, c) => markers.reduce((x, m) => x + (m.lnStranger[c] ?? NaN), 0)),
  };
}

/** ln P(evidence of a unit): by person for each of its markers. One allele where there are two, or two where there is one, is the other sex: impossible. */
export function lnOfUnit(unit: JointUnit, frame: Frame, how: { readonly evidence: readonly (readonly (Evidence | null)[])[]; readonly theta: number }): number {
  const { evidence, theta } = how;
  const loci = unit.markers.map((m, i) => ({ locus: m.prepared.locus, evidence: evidence[i] ?? [] }));
  if (unit.chrom === 'X' && evidence.some((row) => row.some((seen, i) => seen !== null && (seen.second[0] ?? -1) < 0 !== (frame.haploid[i] === 1)))) return -Infinity;
  const [only] = loci;
  if (loci.length > 1) return lnOfLinked({ frame, loci, recombination: unit.recombination, theta });
  const moments = unit.markers[0]?.prepared.moments;
  return only === undefined ? 0 : evaluateLn({ frame, ...only, theta, ...(moments && { moments }) });
}

/** The evidence of a unit with observations in some people's places. */
export function fillEvidence(unit: JointUnit, base: readonly (readonly (Evidence | null)[])[], filled: readonly { readonly person: number; readonly observation: number }[]): (Evidence | null)[][] {
  return unit.markers.map((marker, i) => {
    const out = [...(base[i] ?? [])];
    for (const { person, observation } of filled) if (observation > 0) out[person] = marker.observations[unit.observations[observation]?.[i] ?? 0] ?? null;
    return out;
  });
}
