/** Tables that many individuals share are looked through once. */
const highestKnown = new WeakMap<Float32Array, number>();

/** The highest weight of a table, and of reports that do not state its kind: 0 at least. */
export function highest(table: Float32Array | null): number {
  if (table === null) return 0;
  const known = highestKnown.get(table);
  if (known !== undefined) return known;
  let high = 0;
  for (let code = 0; code < table.length; code++) if ((table[code] ?? 0) > high) high = table[code] ?? 0;
  highestKnown.set(table, high);
  return high;
}
