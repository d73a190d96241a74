import { readMtHaplotype, sharedRanges, type MtDifference } from './mt-sequence.ts';
import type { MtComparison, MtHaplotype, MtInterpretation } from './types.ts';

/** Insertions after these positions, and deletions of the first two, are lengths of repeated stretches, which vary within one person. */
const lengthAfter = new Set([309, 315, 524, 573, 16193]);
const lengthDeleted = new Set([309, 523, 524]);

/**
 * Two mitochondrial sequences on the positions both cover. A mixture (`16093Y`) that holds the other's base is no difference but is named.
 * A base that one sequence does not list is the reference's; a mixture without its reference letter is taken to hold it, as the notation is used.
 * None differing: not excluded; one: inconclusive; two or more: excluded (common practice; SWGDAM 2019 and Parson et al. 2014, doi:10.1016/j.fsigen.2014.07.010, unverified for this point).
 * @throws KinshipError kinship.lineage.mt_*
 */
export function compareMtHaplotypes(first: MtHaplotype, second: MtHaplotype): MtComparison {
  const [a, b] = [readMtHaplotype(first), readMtHaplotype(second)];
  const shared = sharedRanges(a, b);
  const positions = shared.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const differing: string[] = [];
  const mixed: string[] = [];
  const ignored: string[] = [];
  const places = [...new Set([...a.differences.keys(), ...b.differences.keys()])].sort((x, y) => Number(x) - Number(y));
  for (const place of places) {
    const [x, y] = [a.differences.get(place), b.differences.get(place)];
    const one = x ?? y;
    if (one === undefined || !shared.some(([from, to]) => one.position >= from && one.position <= to)) continue;
    if (x?.bases === y?.bases) continue;
    if (isLength(one)) ignored.push(place);
    else (meet(x, y) ? mixed : differing).push(place);
  }
  return { shared, positions, differing, mixed, ignored, interpretation: interpretationOf(positions, differing.length) };
}

function isLength({ position, inserted, bases }: MtDifference): boolean {
  return inserted ? lengthAfter.has(position) : bases === '-' && lengthDeleted.has(position);
}

/** Whether one base can stand in both. */
function meet(x: MtDifference | undefined, y: MtDifference | undefined): boolean {
  if (x !== undefined && y !== undefined) return Array.from(x.bases).some((base) => y.bases.includes(base));
  const only = x ?? y;
  if (only === undefined || only.inserted) return false;
  return only.reference === null ? only.bases.length > 1 : only.bases.includes(only.reference);
}

function interpretationOf(positions: number, differing: number): MtInterpretation {
  if (positions === 0) return 'notCompared';
  return differing === 0 ? 'notExcluded' : differing === 1 ? 'inconclusive' : 'excluded';
}
