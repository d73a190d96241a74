import { agreedValue, type Subject } from '@imena/record';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { foundOfRemains, namesFound, reportOfPerson, type FoundSubjects } from './from-subjects.ts';

/** Subjects of a register that are compared with each other. */
export interface RegisterLists {
  readonly persons: readonly Subject[];
  readonly remains: readonly Subject[];
  readonly graves: readonly Subject[];
}

/** Remains of a register as the models take them, with every name that was read. */
export function foundWithNames(found: FoundSubjects): FoundRemains {
  const [name = null, ...otherNames] = namesFound(found);
  return { ...foundOfRemains(found), name, otherNames };
}

/** The lists of a register as the models take them. Fields on which people disagree say nothing; amelogenin is not looked at. */
export function listsOfRegister({ persons, remains, graves }: RegisterLists): { readonly missing: readonly MissingReport[]; readonly remains: readonly FoundRemains[] } {
  const places = new Map(graves.map((grave) => [grave.id, grave]));
  const graveOf = (one: Subject): Subject | null => {
    const at = agreedValue(one, 'grave');
    return typeof at === 'string' ? (places.get(at) ?? null) : null;
  };
  return { missing: persons.map(reportOfPerson), remains: remains.map((one) => foundWithNames({ remains: one, grave: graveOf(one), amelogenin: null })) };
}
