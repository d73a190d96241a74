import { readFamily, type Family } from '../pedigree/family.ts';
import { KinshipError } from '../kinship-error.ts';
import type { Line } from './types.ts';
import type { Pedigree } from '../types.ts';

/** Two people of one line: the transmissions between them (up to the nearest common ancestor and down again). */
export interface SharedLine {
  readonly transmissions: number;
  /** Nearest ancestor of both on the line; one of the two themselves where one descends from the other. */
  readonly ancestor: string;
}

/**
 * Whether two people carry one Y chromosome (`paternal`) or one mitochondrial genome (`maternal`) by descent, read from the pedigree itself.
 * Monozygotic twins are one person. A woman is on no paternal line.
 * @returns null where they share no such line within the pedigree
 * @throws KinshipError kinship.pedigree.*, kinship.lineage.person_unknown {id}
 */
export function sharedLine(pedigree: Pedigree, [a, b]: readonly [string, string], line: Line): SharedLine | null {
  const family = readFamily(pedigree);
  const first = ancestorsOf(family, personOf(family, a), line);
  const second = ancestorsOf(family, personOf(family, b), line);
  for (const [person, up] of first) {
    const down = second.get(person);
    if (down !== undefined) return { transmissions: up + down, ancestor: family.ids[person] ?? '' };
  }
  return null;
}

function personOf(family: Family, id: string): number {
  const at = family.index.get(id);
  if (at === undefined) throw new KinshipError('kinship.lineage.person_unknown', { id });
  return family.twinOf[at] ?? at;
}

/** The person and all ancestors of the line with the transmissions up to each, nearest first; none for a woman's paternal line. */
function ancestorsOf(family: Family, person: number, line: Line): Map<number, number> {
  const parents = line === 'paternal' ? family.father : family.mother;
  const out = new Map<number, number>();
  if (line === 'paternal' && family.sex[person] === 'female') return out;
  for (let at = person, up = 0; at >= 0; up++) {
    const one = family.twinOf[at] ?? at;
    out.set(one, up);
    at = parents[one] ?? -1;
  }
  return out;
}
