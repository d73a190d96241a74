/** One way in which slots hold the same draw from the population: groups of slot numbers, and its probability. */
export interface Division {
  readonly weight: number;
  readonly groups: readonly (readonly number[])[];
}

/**
 * All ways to divide a founder's transmissions between its two alleles, each with probability 2^-(n-1); with probability
 * `inbreeding` the two alleles are one draw by themselves; a person with one allele passes that one always.
 */
export function divisionsOf(transmissions: number, founder: { readonly haploid: boolean; readonly inbreeding: number }): Division[] {
  const slots = Array.from({ length: transmissions }, (_, s) => s);
  if (founder.haploid || transmissions <= 1) return [{ weight: 1, groups: transmissions === 0 ? [] : [slots] }];
  const f = founder.inbreeding;
  const out: Division[] = [];
  const all = 2 ** transmissions - 1;
  for (let mask = 1; mask <= all; mask += 2) {
    const one = slots.filter((s) => (mask >> s) & 1);
    const other = slots.filter((s) => !((mask >> s) & 1));
    const weight = (1 - f) * 2 ** -(transmissions - 1);
    if (other.length === 0) out.push({ weight: weight + f, groups: [one] });
    else if (weight > 0) out.push({ weight, groups: [one, other] });
  }
  return out;
}
