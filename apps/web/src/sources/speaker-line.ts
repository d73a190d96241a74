import type { Json, Language } from '@imena/problem';
import { bilingualText } from '../format/values.ts';
import { recordOf, textOf } from '../format/read-json.ts';

/** Who spoke, in one line: name where the source gives it, role, organisation. */
export function speakerLine(value: Json | undefined, language: Language): string {
  const speaker = recordOf(value);
  return [textOf(speaker['name']) ?? '', bilingualText(speaker['role'], language), bilingualText(speaker['organisation'], language)].filter((part) => part !== '').join(', ');
}
