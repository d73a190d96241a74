import { byThing } from '../evidence/trait-tables.ts';
import { boundedList, neitherOfAll, nothingThere, pairThings, traitTerms, traitWeight, type TraitModel } from '../evidence/traits.ts';

/** Descriptions of one thing as some of the lists have them. */
interface Told {
  readonly at: number;
  readonly things: readonly string[];
}

/**
 * Different lists of things found, so that one reported list is weighed against all of them at once: what `traitTables`
 * says from the other side, to the last digit. What a list found says alone is added up once for a model.
 * Cost of a reported list: a step for each list found, and one for each way in which its things are described there.
 */
export class FoundLists {
  readonly #lists: readonly (readonly string[])[];
  readonly #told = new Map<string, Told[]>();
  /** The descriptions of list l: `#parts[#starts[l] .. #starts[l + 1])`. */
  readonly #starts: Int32Array;
  readonly #parts: Int32Array;
  readonly #gains: Float64Array;
  /** Lists on which nothing stands. */
  readonly #empties: readonly number[];

  constructor(lists: readonly (readonly string[])[]) {
    this.#lists = lists;
    this.#empties = lists.flatMap((list, at) => (isEmpty(list) ? [at] : []));
    const numbers = new Map<string, number>();
    const parts = lists.map((list) => (isEmpty(list) ? [] : [...byThing(list)].map(([thing, things]) => this.#number(numbers, thing, things))));
    this.#starts = new Int32Array(lists.length + 1);
    parts.forEach(({ length }, at) => { this.#starts[at + 1] = (this.#starts[at] ?? 0) + length; });
    this.#parts = Int32Array.from(parts.flat());
    this.#gains = new Float64Array(numbers.size);
  }

  #number(numbers: Map<string, number>, thing: string, things: readonly string[]): number {
    const key = things.join('|');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const at = numbers.size;
    numbers.set(key, at);
    const all = this.#told.get(thing);
    if (all === undefined) this.#told.set(thing, [{ at, things }]);
    else all.push({ at, things });
    return at;
  }

  /** Makes ready to weigh under a model: log10 LRs of each list with one that is reported, into `weights` from place 1 on. */
  open(model: TraitModel): (reported: readonly string[], weights: Float64Array) => void {
    const alone = Float64Array.from(this.#lists, (list) => (isEmpty(list) ? 0 : neitherOfAll(model) + list.reduce((sum, key) => sum + traitTerms(key, model).foundOnly, 0)));
    const silent = new Map<string, Float64Array>();
    return (reported, weights) => {
      if (isEmpty(reported)) {
        const key = reported[0] ?? '';
        let known = silent.get(key);
        if (known === undefined) silent.set(key, (known = Float64Array.from(this.#lists, (found) => Math.fround(traitWeight(reported, found, model)))));
        weights.set(known, 1);
        return;
      }
      this.#weighAll(reported, { model, alone, weights });
      for (const at of this.#empties) weights[at + 1] = Math.fround(traitWeight(reported, this.#lists[at] ?? [], model));
    };
  }

  /** Tables are of single precision: each step is rounded as there. */
  #weighAll(reported: readonly string[], { model, alone, weights }: { readonly model: TraitModel; readonly alone: Float64Array; readonly weights: Float64Array }): void {
    const [gains, starts, parts] = [this.#gains.fill(0), this.#starts, this.#parts];
    for (const [thing, things] of byThing(reported)) {
      for (const { at, things: found } of this.#told.get(thing) ?? []) gains[at] = pairThings(things, found, model).reduce((sum, { gain }) => sum + gain, 0);
    }
    const said = reported.reduce((sum, key) => Math.fround(sum + traitTerms(key, model).reportedOnly), 0);
    for (let list = 0; list < alone.length; list++) {
      let sum = Math.fround(said + (alone[list] as number));
      for (let part = starts[list] as number; part < (starts[list + 1] as number); part++) sum = Math.fround(sum + (gains[parts[part] as number] as number));
      weights[list + 1] = Math.fround(boundedList(sum, model));
    }
  }
}

function isEmpty(list: readonly string[]): boolean {
  return list.length === 0 || list[0] === nothingThere;
}
