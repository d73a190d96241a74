import type { FileStore } from './files/file-store.ts';
import type { Derivation } from './register/derivation.ts';

/** Every table of the register beside `subjects`, for the fold and for `imena rebuild`. */
export function derivationsOf(_files: FileStore): readonly Derivation[] {
  return [];
}
