/** A list in the order of its ids, whatever order it came in: what is computed from it does not depend on the rows of a file. */
export function inOrderOfIds<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
