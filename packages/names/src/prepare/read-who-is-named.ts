import type { NameSex } from '../prepared-name.ts';
import { holdsName } from './split-text.ts';
import { sexBeside } from './words-beside.ts';

/** Who a text of a marker, journal or list names, as written; without a name, the sex it tells in other words. */
export interface WhoIsNamed {
  readonly name: string | null;
  readonly sex: NameSex | null;
}

/**
 * Whether a text in the place of a name holds one, or says in words of any language that there is none ("Невстановлена
 * жінка", "N.N.", "тіло № 5", "—"). A name beside such words is a name.
 */
export function readWhoIsNamed(text: string | null): WhoIsNamed {
  const words = text?.trim() ?? '';
  if (holdsName(words)) return { name: words, sex: null };
  return { name: null, sex: sexBeside(words) };
}
