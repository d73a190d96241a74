import type { CastMissing, TourKey } from './cast/invent-families.ts';
import type { MarkerPlan } from './cast/plan-markers.ts';
import type { RemainsKey } from './cast/plan-remains.ts';
import type { FamilyRecord } from './statements/add-family.ts';
import type { GraveRecord } from './statements/add-graves.ts';
import type { PersonRecord } from './statements/add-person.ts';
import type { RemainsRecord } from './statements/add-remains.ts';
import type { Tour, TourCase } from './types.ts';

interface TourParts {
  readonly persons: ReadonlyMap<number, PersonRecord>;
  readonly second: PersonRecord;
  readonly families: readonly FamilyRecord[];
  readonly remains: readonly RemainsRecord[];
  readonly graves: readonly GraveRecord[];
  readonly markers: readonly MarkerPlan[];
  readonly photographed: readonly GraveRecord[];
  readonly missing: readonly CastMissing[];
}

/** Gathers the stations of the tour by their ids and codes. */
export function makeTour(parts: TourParts): Tour {
  const personsOf = (key: TourKey): PersonRecord[] =>
    parts.missing.filter((item) => item.family.key === key).flatMap((item) => parts.persons.get(item.number) ?? []);
  const familyOf = (key: TourKey): TourCase['family'] => {
    const record = parts.families.find((item) => item.family.key === key);
    return record === undefined ? null : { id: record.id, code: record.code };
  };
  const station = (key: RemainsKey, persons: readonly PersonRecord[], family: TourCase['family']): TourCase => {
    const remains = parts.remains.filter((item) => item.plan.key === key);
    const grave = remains[0] === undefined ? undefined : parts.graves[remains[0].plan.grave];
    return { remains: remains.map(({ id, code }) => ({ id, code })), persons, family, grave: grave ?? null };
  };
  const simple = (key: TourKey): TourCase => station(key, personsOf(key), familyOf(key));
  const relativeOf = (key: TourKey): { id: string; code: string } => {
    const relative = parts.families.find((item) => item.family.key === key)?.relatives[0];
    if (relative === undefined) throw new Error(`no relative for ${key}`);
    return { id: relative.id, code: relative.code };
  };
  const twice = simple('reportedTwice');
  const disputed = parts.graves.find((_, at) => parts.markers[at]?.disputed);
  return {
    clear: simple('clear'),
    contradiction: simple('contradiction'),
    brothers: simple('brothers'),
    wrongMarker: station('markerTrue', [...personsOf('markerNamed'), ...personsOf('markerTrue')], familyOf('markerTrue')),
    twoBags: simple('twoBags'),
    nobodyReported: station('nobodyReported', [], null),
    reportedTwice: { ...twice, persons: [...twice.persons, parts.second] },
    cousinOnly: simple('cousinOnly'),
    disputedMarker: { remains: [], persons: [], family: null, grave: disputed ?? null },
    photographedGraves: parts.photographed,
    refusedRelative: relativeOf('refused'),
    withdrawnRelative: relativeOf('withdrawn'),
  };
}
