import type { Evidence } from './evidence.ts';

/** A term of P(observation | first allele, second allele): a product of a vector over each. */
export interface Option {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * P(observation | ordered genotype) as a sum of products without negative terms: first alleles that leave the same to the second are one term.
 * One known allele takes two terms, alleles lost at random one for each allele seen and one for all others, and a homozygote who shows nothing at a rate of its own one for each allele.
 * @param evidence of a person with two alleles
 */
export function splitEvidence(evidence: Evidence, k: number): Option[] {
  const rows = Array.from({ length: k }, () => new Float64Array(k));
  evidence.first.forEach((a, i) => {
    const b = evidence.second[i] ?? -1;
    const w = evidence.weight[i] ?? NaN;
    const [one, other] = [rows[a], rows[b]];
    if (one !== undefined) one[b] = w;
    if (other !== undefined) other[a] = w;
  });
  const terms = new Map<string, Option>();
  rows.forEach((second, a) => {
    if (second.every((w) => w === 0)) return;
    const key = second.join();
    const term = terms.get(key) ?? { first: new Float64Array(k), second };
    term.first[a] = 1;
    terms.set(key, term);
  });
  return [...terms.values()];
}
