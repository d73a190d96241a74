import type { PreparedWord } from '@imena/names';
import { PlaceLists } from './place-lists.ts';

/** Words by the given names and patronymics of the lexicon that they stand for. */
export class NameWords {
  /** By the number of the name, and of the father's name: words that are written as the lexicon has them, and all others. */
  readonly #written = new PlaceLists();
  readonly #misspelt = new PlaceLists();

  add(word: PreparedWord, number: number): void {
    for (const { key, isWritten } of keysOf(word)) (isWritten ? this.#written : this.#misspelt).add(key, number);
  }

  /** Lists of words that share a name. Of two misspelt ones the letters must tell. */
  find(word: PreparedWord): Int32Array[] {
    return keysOf(word).flatMap(({ key, isWritten }) => (isWritten ? [this.#written.of(key), this.#misspelt.of(key)] : [this.#written.of(key)]));
  }
}

function keysOf({ given, patronymic }: PreparedWord): { readonly key: number; readonly isWritten: boolean }[] {
  return [
    ...(given?.ids ?? []).map((id) => ({ key: 2 * id, isWritten: given?.cost === 0 })),
    ...(patronymic?.ids ?? []).map((id) => ({ key: 2 * id + 1, isWritten: patronymic?.cost === 0 })),
  ];
}
