import type { Json } from '@imena/problem';

/** One thing on the map; `at` is null where its position is not known: it stays in the list without geometry. */
export interface GeoFeature {
  readonly id: string;
  /** Longitude and latitude in degrees, WGS 84. */
  readonly at: readonly [longitude: number, latitude: number] | null;
  readonly properties: Readonly<Record<string, Json>>;
}

/** Writes points as a GeoJSON FeatureCollection (RFC 7946), one feature a line. */
export function writeGeoJson(features: readonly GeoFeature[]): string {
  const lines = features.map(({ id, at, properties }) =>
    JSON.stringify({ type: 'Feature', id, geometry: at === null ? null : { type: 'Point', coordinates: at }, properties }),
  );
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}
