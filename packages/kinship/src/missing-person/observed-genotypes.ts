import { entryOf } from '../engine/evidence.ts';
import { asCalculated, prepareMarker } from '../markers/prepare-marker.ts';
import { readEvidence, type EvidenceInput } from '../markers/read-evidence.ts';
import type { Marker } from '../types.ts';

/** An observation as places in a table of genotypes with P(observation | genotype): `rest` of every genotype, and `weights` more of those at `entries`. */
export interface ObservedGenotypes {
  readonly entries: Int32Array;
  readonly weights: Float64Array;
  readonly rest: number;
}

/**
 * The genotypes that an observation may be of; null when nothing was typed. Through drop-out with drop-in every genotype may
 * be, most of them with one probability: that is taken apart, so that a sum over the table needs those with more alone.
 * @param marker as calculated with
 * @throws KinshipError as `readEvidence`
 */
export function observedGenotypes(marker: Marker, seen: EvidenceInput): ObservedGenotypes | null {
  const evidence = readEvidence(prepareMarker(marker, [], asCalculated), seen);
  if (evidence === null) return null;
  const { first, second, weight } = evidence;
  const k = marker.alleles.length;
  const isWhole = weight.length > 1 && weight.length === (seen.haploid === true ? k : (k * (k + 1)) / 2);
  const rest = isWhole ? weight.reduce((least, w) => Math.min(least, w)) : 0;
  const kept = Array.from(weight.keys()).filter((i) => (weight[i] ?? NaN) !== rest);
  return { entries: Int32Array.from(kept, (i) => entryOf(first[i] ?? -1, second[i] ?? -1)), weights: Float64Array.from(kept, (i) => (weight[i] ?? NaN) - rest), rest };
}

/** A table without its logarithms, its largest entry 1. */
interface Plain {
  readonly lnTop: number;
  readonly values: Float64Array;
  readonly sum: number;
}

// A memo, not state: tables are never changed in place, and one serves all observations of all remains.
const plain = new WeakMap<Float64Array, Plain>();

/** Sums below this may have lost terms that are too small for a number beside the largest entry: they are made from the logarithms. */
const leastSum = 1e-200;

/** ln of the sum of a table of ln P(genotype, ...) over the genotypes that an observation may be of. */
export function lnSumObserved(lnTable: Float64Array, { entries, weights, rest }: ObservedGenotypes): number {
  if (entries.length === 1 && rest === 0) return (lnTable[entries[0] ?? -1] ?? NaN) + Math.log(weights[0] ?? NaN);
  const { lnTop, values, sum } = plainOf(lnTable);
  let total = rest * sum;
  for (let i = 0; i < entries.length; i++) total += (weights[i] ?? NaN) * (values[entries[i] ?? -1] ?? NaN);
  if (total > leastSum) return lnTop + Math.log(total);
  const lnRest = Math.log(rest);
  return lnSum([...Array.from(entries, (e, i) => (lnTable[e] ?? NaN) + Math.log(weights[i] ?? NaN)), ...(rest > 0 ? lnTable.map((x) => x + lnRest) : [])]);
}

function plainOf(lnTable: Float64Array): Plain {
  const known = plain.get(lnTable);
  if (known !== undefined) return known;
  const lnTop = lnTable.reduce((most, x) => Math.max(most, x), -Infinity);
  const values = lnTable.map((x) => (x === -Infinity ? 0 : Math.exp(x - lnTop)));
  const made = { lnTop, values, sum: values.reduce((x, y) => x + y, 0) };
  plain.set(lnTable, made);
  return made;
}

function lnSum(values: readonly number[]): number {
  const max = values.reduce((most, x) => Math.max(most, x), -Infinity);
  return max === -Infinity ? -Infinity : max + Math.log(values.reduce((sum, x) => sum + Math.exp(x - max), 0));
}
