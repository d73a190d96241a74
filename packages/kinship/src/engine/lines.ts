import { countTransmissions, isFounder, trimFamily, type Frame, type Lineage, type Marks } from '../pedigree/frame.ts';

/** More people who pass on one allele only than this are not followed side by side: 2^6 lines. */
const maxLines = 6;

/**
 * Somebody untyped who passes on one allele only got it from their father or their mother, each with probability 1/2:
 * following one side at a time leaves out that person's other allele, and the founders of the other side.
 * @param single 1 or 2 where only the paternal or only the maternal allele of a person is followed already
 * @returns the lineage so far, and the next such person, -1 without one
 */
export function nextLine(frame: Frame, marks: Marks, single: Uint8Array): { readonly lineage: Lineage; readonly next: number } {
  const lineage = trimFamily(frame, { ...marks, single });
  const followed = single.reduce((n, s) => n + (s > 0 ? 1 : 0), 0);
  const next = countTransmissions(lineage).findIndex((n, i) => n === 1 && marks.typed[i] !== true && i !== marks.target && single[i] === 0 && frame.haploid[i] === 0 && !isFounder(lineage, i));
  return { lineage, next: followed >= maxLines ? -1 : next };
}

/** Every way in which such alleles run, with its probability. */
export function linesOf(frame: Frame, marks: Marks): { readonly lineage: Lineage; readonly weight: number }[] {
  const follow = (single: Uint8Array, weight: number): { lineage: Lineage; weight: number }[] => {
    const { lineage, next } = nextLine(frame, marks, single);
    return next < 0 ? [{ lineage, weight }] : [1, 2].flatMap((side) => follow(single.with(next, side), weight / 2));
  };
  return follow(new Uint8Array(frame.ids.length), 1);
}
