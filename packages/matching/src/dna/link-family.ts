import { KinshipError, scoreRemains, withLinkage, type PreparedPerson, type Profile } from '@imena/kinship';
import { canBear, linkedOutOf, type LinkedOut } from './linked-markers.ts';
import type { RunFamily, RunInput } from './types.ts';

export interface LinkedFamily {
  readonly prepared: PreparedPerson;
  /** Markers left out because a marker near them on the chromosome is counted. */
  readonly linkedOut: readonly LinkedOut[];
}

/** The refusal of a family in which linked markers ask for too many inheritance vectors. */
const tooComplex = 'kinship.too_complex';

/**
 * A missing person's tables with close markers calculated together where linkage can bear on the ratio; elsewhere they are
 * independent anyway. A family too large for that leaves out one marker of each close pair, and so do runs recorded before
 * linked markers were calculated.
 * @throws KinshipError where the family cannot be computed at all
 */
export function linkFamily(input: RunInput, { family, member }: { readonly family: RunFamily; readonly member: string }, whole: PreparedPerson): LinkedFamily {
  const without = (): LinkedFamily => {
    const linkedOut = linkedOutOf(input, family, member);
    const names = new Set(linkedOut.map((one) => one.marker));
    return { prepared: { ...whole, tables: whole.tables.filter((table) => !names.has(table.given.name)) }, linkedOut };
  };
  if (input.linkage === undefined) return without();
  if (input.linkage.length === 0 || !canBear(family, member)) return { prepared: whole, linkedOut: [] };
  const prepared = withLinkage(whole, input.linkage);
  try {
    // Whether the family is small enough shows only where it is asked; the tables made here are kept with `prepared`.
    scoreRemains(prepared, probe(prepared));
    return { prepared, linkedOut: [] };
  } catch (error) {
    if (error instanceof KinshipError && error.code === tooComplex) return without();
    throw error;
  }
}

/** One possible genotype at each linked marker. */
function probe({ tables, linkage }: PreparedPerson): Profile {
  const names = new Set(linkage.flatMap((group) => group.markers));
  return Object.fromEntries(tables.filter((table) => names.has(table.given.name)).map(({ given, hemizygous }) => {
    const allele = given.alleles[0] ?? null;
    return [given.name, hemizygous ? [allele] : [allele, null]];
  }));
}

export function isTooComplex(outcome: { readonly kind: string; readonly code?: string }): boolean {
  return outcome.kind === 'refused' && outcome.code === tooComplex;
}
