/** One key for two of a kind, whichever is named first. */
export function pairKey<Id extends string | number>(a: Id, b: Id): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
