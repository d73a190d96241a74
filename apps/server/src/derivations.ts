import type { FileStore } from './files/file-store.ts';
import { decisionsDerivation } from './decision/derive-decisions.ts';
import { candidatesDerivation } from './matching/derive-candidates.ts';
import type { Derivation } from './register/derivation.ts';

/** Every table of the register beside `subjects`, for the fold and for `imena rebuild`. */
export function derivationsOf(files: FileStore): readonly Derivation[] {
  return [candidatesDerivation(files), decisionsDerivation()];
}
