import { describedBy } from './described-thing.ts';
import { boundedList, neitherOfAll, nothingThere, pairThings, traitTerms, traitWeight, type TraitModel } from './traits.ts';
import { passing } from './room.ts';

/** Weights of one list of things found against every reported list. */
export type TraitTables = (found: readonly string[]) => Float32Array;

/**
 * Prepares the reported lists of one model, so that a list found is weighed against all of them at once: what single
 * things say is added up once for each reported list, and corrected only where a thing is on both. The same numbers as
 * `traitWeight`, to single precision. Cost of a list found: one copy, and one step for each reported list that shares a thing.
 */
export function traitTables(lists: readonly (readonly string[])[], model: TraitModel): TraitTables {
  const holders = new Map<string, Map<string, Holders>>();
  const alone = new Float32Array(lists.length);
  const empties: number[] = [];
  lists.forEach((list, at) => {
    if (list.length === 0 || list[0] === nothingThere) {
      empties.push(at);
      return;
    }
    for (const key of list) alone[at] = (alone[at] ?? 0) + traitTerms(key, model).reportedOnly;
    for (const [thing, things] of byThing(list)) {
      const [all, key] = [holders.get(thing) ?? new Map<string, Holders>(), things.join('|')];
      holders.set(thing, all);
      const known = all.get(key);
      if (known === undefined) all.set(key, { things, at: [at] });
      else known.at.push(at);
    }
  });
  const gains = new Map<string, Float64Array>();
  /** What the things found of one name weigh more with each of the lists that name it than on each side alone. */
  const gainsOf = (things: readonly string[], of: ReadonlyMap<string, Holders>): Float64Array => {
    const key = things.join('|');
    const known = gains.get(key);
    if (known !== undefined) return known;
    const made = Float64Array.from(of.values(), ({ things: reported }) => pairThings(reported, things, model).reduce((sum, { gain }) => sum + gain, 0));
    if (gains.size < mostKept) gains.set(key, made);
    return made;
  };
  let nothingFound: Float32Array | null = null;
  return (found) => {
    if (found.length === 0) return (nothingFound ??= Float32Array.from(lists, (reported) => traitWeight(reported, found, model)));
    if (found[0] === nothingThere) return Float32Array.from(lists, (reported) => traitWeight(reported, found, model));
    const table = passing.floats(alone.length);
    table.set(alone);
    const foundAlone = neitherOfAll(model) + found.reduce((sum, key) => sum + traitTerms(key, model).foundOnly, 0);
    for (let at = 0; at < table.length; at++) table[at] = (table[at] ?? 0) + foundAlone;
    for (const [thing, things] of byThing(found)) {
      const sharing = holders.get(thing);
      if (sharing === undefined) continue;
      const ofThings = gainsOf(things, sharing);
      let number = 0;
      for (const { at: rows } of sharing.values()) {
        const gain = ofThings[number++] ?? 0;
        for (const at of rows) table[at] = (table[at] ?? 0) + gain;
      }
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

/** Descriptions whose gains are kept: most lists found describe a thing as others do. */
const mostKept = 20_000;

/** The reported lists that describe one thing in the same words. */
interface Holders {
  readonly things: readonly string[];
  readonly at: number[];
}

/** The descriptions of a list by the thing they name. */
export function byThing(list: readonly string[]): Map<string, string[]> {
  const things = new Map<string, string[]>();
  for (const key of list) {
    const { thing } = describedBy(key);
    const known = things.get(thing);
    if (known === undefined) things.set(thing, [key]);
    else known.push(key);
  }
  return things;
}
