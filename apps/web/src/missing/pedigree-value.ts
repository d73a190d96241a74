import type { PedigreeMember, Subject } from '@imena/record';
import { pedigreeMembers } from '../components/pedigree/index.ts';
import { listOf } from '../format/read-json.ts';

/** Reads a pedigree out of a folded family: the one drawn last that stands. */
export function pedigreeOf(family: Subject): { readonly members: readonly PedigreeMember[]; readonly entry: string | null } {
  const standing = (family.fields['pedigree'] ?? []).toSorted((a, b) => a.index - b.index).at(-1);
  return standing === undefined ? { members: [], entry: null } : { members: pedigreeMembers(listOf(standing.value)), entry: standing.entry };
}
