import type { PedigreeMember, Subject } from '@imena/record';
import { listOf, recordOf, textOf } from '../format/read-json.ts';

const sexes = ['male', 'female', 'unknown'] as const;
const states = ['alive', 'dead', 'missing', 'unknown'] as const;

/** Reads a pedigree out of a folded family: the one drawn last that stands. */
export function pedigreeOf(family: Subject): { readonly members: readonly PedigreeMember[]; readonly entry: string | null } {
  const standing = (family.fields['pedigree'] ?? []).toSorted((a, b) => a.index - b.index).at(-1);
  if (standing === undefined) return { members: [], entry: null };
  const members = listOf(standing.value).map((value): PedigreeMember => {
    const member = recordOf(value);
    const text = (name: 'label' | 'stateSource' | 'person' | 'relative'): Partial<Record<typeof name, string>> => {
      const found = textOf(member[name]);
      return found === undefined ? {} : { [name]: found };
    };
    return {
      id: textOf(member['id']) ?? '', father: textOf(member['father']) ?? null, mother: textOf(member['mother']) ?? null,
      sex: sexes.find((sex) => sex === member['sex']) ?? 'unknown', state: states.find((state) => state === member['state']) ?? 'unknown',
      ...text('label'), ...text('stateSource'), ...text('person'), ...text('relative'),
    };
  });
  return { members, entry: standing.entry };
}
