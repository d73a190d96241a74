import { placeKey } from '@imena/names';
import { termKeys } from '../evidence/described-thing.ts';
import { traitKinds, type DaySpan, type FoundRemains, type TraitKind } from '../records/types.ts';

/** What is counted of what was found. A report says the same but when somebody died. */
export type CountedAsFound = Pick<FoundRemains, 'place' | 'isMilitary' | 'absences' | TraitKind> & Partial<Pick<FoundRemains, 'death'>>;

/** Rows counted by what they say: whole numbers, so that parts of a list counted apart and joined in any order say what the whole says. Plain data. */
export interface CountedFound {
  /** Rows that say whether somebody was military. */
  readonly military: { readonly said: number; readonly yes: number };
  /** By the key of the place. */
  readonly places: RowsBy<CountedRows>;
  /** By both bounds as words. */
  readonly deaths: RowsBy<CountedSpan>;
  /** By the words of the list. Lists that somebody said why they are not there do not count; those with nothing by statement count as asked. */
  readonly told: Readonly<Record<TraitKind, RowsBy<ToldList>>>;
}

type RowsBy<Counted extends CountedRows> = ReadonlyMap<string, Counted>;

interface CountedRows {
  readonly rows: number;
}

interface CountedSpan extends CountedRows {
  readonly span: DaySpan;
}

/** A list of described things, each once, that so many rows give in the same words: most are told by many. */
export interface ToldList extends CountedRows {
  readonly keys: readonly string[];
}

/** Counts rows. Cost: one pass. */
export function countFound(rows: Iterable<CountedAsFound>): CountedFound {
  const [military, places, deaths] = [{ said: 0, yes: 0 }, new Counts<CountedRows>(), new Counts<CountedSpan>()];
  const told = { marks: new Counts<ToldList>(), clothing: new Counts<ToldList>(), belongings: new Counts<ToldList>() };
  for (const row of rows) {
    const { place, isMilitary, death = null, absences } = row;
    if (isMilitary !== null) military.said++;
    if (isMilitary === true) military.yes++;
    if (place !== null) places.add(placeKey(place), () => ({}));
    if (death !== null) deaths.add(`${death.from ?? ''}/${death.to ?? ''}`, () => ({ span: death }));
    for (const kind of traitKinds) {
      if (absences[kind] !== undefined) continue;
      const things = row[kind];
      // Most tell of one thing or none.
      told[kind].add(things.length > 1 ? things.join('\u0000') : (things[0] ?? ''), () => ({ keys: [...new Set(things.flatMap(termKeys))] }));
    }
  }
  return { military, places: places.of, deaths: deaths.of, told: { marks: told.marks.of, clothing: told.clothing.of, belongings: told.belongings.of } };
}

/** Parts of one list, counted apart, as one. */
export function joinFound(parts: readonly CountedFound[]): CountedFound {
  const told = (kind: TraitKind): RowsBy<ToldList> => joined(parts.map((part) => part.told[kind]));
  return {
    military: { said: parts.reduce((sum, { military }) => sum + military.said, 0), yes: parts.reduce((sum, { military }) => sum + military.yes, 0) },
    places: joined(parts.map(({ places }) => places)), deaths: joined(parts.map(({ deaths }) => deaths)),
    told: { marks: told('marks'), clothing: told('clothing'), belongings: told('belongings') },
  };
}

function joined<Counted extends CountedRows>(parts: readonly RowsBy<Counted>[]): RowsBy<Counted> {
  const [first, ...others] = parts;
  const counts = new Map(first);
  for (const part of others) {
    for (const [key, own] of part) counts.set(key, { ...own, rows: own.rows + (counts.get(key)?.rows ?? 0) });
  }
  return counts;
}

/** Rows by a key, with what else is known of it made once. */
class Counts<Counted extends CountedRows> {
  readonly of = new Map<string, Omit<Counted, 'rows'> & { rows: number }>();

  add(key: string, make: () => Omit<Counted, 'rows'>): void {
    const known = this.of.get(key);
    if (known === undefined) this.of.set(key, { ...make(), rows: 1 });
    else known.rows++;
  }
}
