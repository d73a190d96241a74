import { placeKeys, type PlaceKeys } from '@imena/names';
import { traitKinds, type FoundRemains, type TraitKind } from '../records/types.ts';
import { traitKey } from './report-columns.ts';

/** What the tables of one individual are kept under (`TableCache`), whatever the settings; null where nothing was found. */
export interface FoundKeys {
  /** The list as `traitKey` has it, and the name of its table. */
  readonly traits: Readonly<Record<TraitKind, { readonly terms: string; readonly table: string } | null>>;
  readonly place: { readonly keys: PlaceKeys; readonly table: string } | null;
  readonly seen: string | null;
  /** By sex: all, M, F. */
  readonly height: readonly [string, string, string] | null;
}

const known = new WeakMap<FoundRemains, FoundKeys>();

/** The keys of an individual, made once for its record: they are asked for under all settings, for every pair. */
export function foundKeys(remains: FoundRemains): FoundKeys {
  const before = known.get(remains);
  if (before !== undefined) return before;
  const made = makeKeys(remains);
  known.set(remains, made);
  return made;
}

function makeKeys(remains: FoundRemains): FoundKeys {
  const { place, street, death, stature } = remains;
  const [marks, clothing, belongings] = traitKinds.map((kind) => {
    const terms = traitKey(kind, remains);
    return terms === null ? null : { terms, table: `${kind} ${terms}` };
  });
  const keys = place === null ? null : placeKeys(place, street);
  const height = (sex: string): string => `height ${stature?.cm ?? ''} ${stature?.sdCm ?? ''} ${sex}`;
  return {
    traits: { marks: marks ?? null, clothing: clothing ?? null, belongings: belongings ?? null },
    place: keys === null ? null : { keys, table: `place ${keys.settlement}|${keys.street ?? ''}` },
    seen: death === null ? null : `seen ${death.from ?? ''} ${death.to ?? ''}`,
    height: stature === null ? null : [height('all'), height('M'), height('F')],
  };
}
