import { readWhoIsNamed } from '@imena/names';
import type { Sex } from '../records/types.ts';

/** What the column for the name says: a name, or that there is none ("unidentified woman"), with the sex in those words. */
export function readJournalName(text: string | null): { readonly name: string | null; readonly sex: Sex | null } {
  const { name, sex } = readWhoIsNamed(text);
  return { name, sex: sex === null ? null : sex === 'male' ? 'M' : 'F' };
}
