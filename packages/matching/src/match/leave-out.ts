import { refuse } from '@imena/problem';
import type { FoundRemains } from '../records/types.ts';
import { tableKinds } from '../weigh/remains-tables.ts';

/** Kinds of evidence that can be left out, to see what the rest says. */
export const leftOutKinds = ['dna', 'name', ...tableKinds] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];

/** A kind by its word. @throws Problem `matching.kind_unknown` */
export function leftOutKind(word: string): LeftOutKind {
  return leftOutKinds.find((kind) => kind === word) ?? refuse('matching.kind_unknown', { kind: word, known: leftOutKinds.join(', ') });
}

/** Remains as if nothing of some kinds had been found: what is not found weighs nothing. */
export function leaveOutFound(found: FoundRemains, kinds: ReadonlySet<LeftOutKind>): FoundRemains {
  let left = found;
  for (const kind of kinds) left = { ...left, ...withoutFound(kind, left) };
  return left;
}

function withoutFound(kind: LeftOutKind, { absences }: FoundRemains): Partial<FoundRemains> {
  switch (kind) {
    case 'dna': return {};
    case 'name': return { name: null, otherNames: [] };
    case 'sex': return { sex: null };
    case 'birth': return { birth: null, birthYears: null, statedAge: null };
    case 'age': return { age: null };
    case 'height': return { stature: null };
    case 'seen': return { death: null };
    case 'place': return { place: null, street: null };
    case 'military': return { isMilitary: null };
    case 'hair': return { hair: null };
    case 'eyes': return { eyes: null };
    case 'teeth': return { teeth: null };
    case 'numbers': return { numbers: [] };
    case 'marks': case 'clothing': case 'belongings': return { [kind]: [], absences: { ...absences, [kind]: 'not_observed' } };
  }
}
