import type { Evidence } from '../engine/evidence.ts';

/** Ordered genotypes that explain an observation equally well: any allele of `first` (paternal) with any of `second` (maternal). */
export interface Block {
  readonly first: Float64Array | null;
  /** 1 at each allele of the block; null for a person with one allele, whose allele is in `second`. */
  readonly second: Float64Array;
  /** P(observation | any genotype of the block). */
  readonly weight: number;
}

/**
 * An observation as few blocks instead of many genotypes: alleles that explain it alike with every partner are one class.
 * Two known alleles give at most two blocks; a profile with drop-out about nine, however many alleles the marker has.
 */
export function observedBlocks(evidence: Evidence, k: number): Block[] {
  if ((evidence.second[0] ?? 0) < 0) return haploidBlocks(evidence, k);
  const table = new Float64Array(k * k);
  evidence.first.forEach((a, i) => {
    const b = evidence.second[i] ?? -1;
    const weight = evidence.weight[i] ?? NaN;
    table[a * k + b] = weight;
    table[b * k + a] = weight;
  });
  const classes = new Map<string, number[]>();
  for (let a = 0; a < k; a++) {
    const row = table.subarray(a * k, a * k + k);
    if (row.every((w) => w === 0)) continue;
    const key = row.join(' ');
    const members = classes.get(key);
    if (members === undefined) classes.set(key, [a]);
    else members.push(a);
  }
  const groups = [...classes.values()];
  return groups.flatMap((one) => groups.flatMap((other): Block[] => {
    const weight = table[(one[0] ?? 0) * k + (other[0] ?? 0)] ?? NaN;
    return weight === 0 ? [] : [{ first: indicator(one, k), second: indicator(other, k), weight }];
  }));
}

function haploidBlocks(evidence: Evidence, k: number): Block[] {
  const second = new Float64Array(k);
  evidence.first.forEach((a, i) => (second[a] = evidence.weight[i] ?? NaN));
  return evidence.first.length === 0 ? [] : [{ first: null, second, weight: 1 }];
}

function indicator(members: readonly number[], k: number): Float64Array {
  const out = new Float64Array(k);
  for (const a of members) out[a] = 1;
  return out;
}
