import { boundedList, nothingThere, traitTerms, traitWeight, type TraitModel } from './traits.ts';

/** Weights of one list of things found against every reported list. */
export type TraitTables = (found: readonly string[]) => Float32Array;

/**
 * Prepares the reported lists of one model, so that a list found is weighed against all of them at once: what single
 * things say is added up once for each reported list, and corrected only where a thing is on both. The same numbers as
 * `traitWeight`, to single precision. Cost of a list found: one copy, and one step for each reported list that shares a thing.
 */
export function traitTables(lists: readonly (readonly string[])[], model: TraitModel): TraitTables {
  const holders = new Map<string, number[]>();
  const alone = new Float32Array(lists.length);
  const empties: number[] = [];
  lists.forEach((list, at) => {
    if (list.length === 0 || list[0] === nothingThere) {
      empties.push(at);
      return;
    }
    for (const key of list) {
      alone[at] = (alone[at] ?? 0) + traitTerms(key, model).reportedOnly;
      const known = holders.get(key);
      if (known === undefined) holders.set(key, [at]);
      else known.push(at);
    }
  });
  let nothingFound: Float32Array | null = null;
  return (found) => {
    if (found.length === 0) return (nothingFound ??= Float32Array.from(lists, (reported) => traitWeight(reported, found, model)));
    if (found[0] === nothingThere) return Float32Array.from(lists, (reported) => traitWeight(reported, found, model));
    const table = Float32Array.from(alone);
    const foundAlone = found.reduce((sum, key) => sum + traitTerms(key, model).foundOnly, 0);
    for (let at = 0; at < table.length; at++) table[at] = (table[at] ?? 0) + foundAlone;
    for (const key of found) {
      const { both, reportedOnly, foundOnly } = traitTerms(key, model);
      for (const at of holders.get(key) ?? []) table[at] = (table[at] ?? 0) + both - reportedOnly - foundOnly;
    }
    for (let at = 0; at < table.length; at++) table[at] = boundedList(table[at] ?? 0, model);
    const silent = new Map<string, number>();
    for (const at of empties) {
      const key = lists[at]?.[0] ?? '';
      const weight = silent.get(key) ?? traitWeight(lists[at] ?? [], found, model);
      silent.set(key, weight);
      table[at] = weight;
    }
    return table;
  };
}
