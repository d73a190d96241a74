import { scriptOf } from '@imena/record';
import { listOf, recordOf, textOf } from '../format/read-json.ts';
import type { Json } from '@imena/problem';

export type NameForm = Readonly<Record<string, Json>>;

export const nameFields = ['surname', 'given', 'patronymic', 'full'] as const;

/** A form of a name with one part changed; the script follows the letters until a person chose it. */
export function changeName(name: NameForm, part: string, next: Json | undefined): NameForm {
  const { [part]: _, ...rest } = name;
  const changed: NameForm = next === undefined || next === '' ? rest : { ...rest, [part]: next };
  if (part === 'script' || part === 'kind') return changed;
  const script = scriptOf(nameFields.map((field) => changed[field] ?? ''));
  return { ...changed, script: script === 'unknown' ? (changed['script'] ?? 'unknown') : script };
}

/** Forms that hold a name; empty lines of the form are left out of the statement. */
export function filledNames(value: Json | undefined): readonly NameForm[] {
  return listOf(value).map(recordOf).filter((name) => nameFields.some((field) => textOf(name[field]) !== undefined));
}

/** The words by which likely same persons are searched: surname and given name of the first form. */
export function searchWords(value: Json | undefined): string {
  const first = filledNames(value)[0];
  if (first === undefined) return '';
  return [first['surname'], first['given']].map(textOf).filter(Boolean).join(' ') || (textOf(first['full']) ?? '');
}
