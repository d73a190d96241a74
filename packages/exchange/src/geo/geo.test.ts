import { describe, expect, it } from 'vitest';
import { gridToDegrees, writeGeoJson } from '../index.ts';

const datum = { latE7: 492_000_000, lonE7: 372_700_000, rotationTenthDeg: 0 };

describe('a point on a site’s grid', () => {
  it('is the datum itself where it is zero', () => {
    expect(gridToDegrees({ xMm: 0, yMm: 0 }, datum)).toEqual([37.27, 49.2]);
  });

  it('lies as far north as a degree of the ellipsoid is long at that latitude', () => {
    // A degree of latitude centred on 49.2 N is 111 213.6 m long on WGS 84, a degree of longitude 72 878.4 m.
    const [lon, lat] = gridToDegrees({ xMm: 72_878, yMm: 111_214 }, datum);
    expect(lat - 49.2).toBeCloseTo(0.001, 7);
    expect(lon - 37.27).toBeCloseTo(0.001, 7);
  });

  it('is turned with the grid: north of a grid turned by ninety degrees is east', () => {
    const [lon, lat] = gridToDegrees({ xMm: 0, yMm: 100_000 }, { ...datum, rotationTenthDeg: 900 });
    expect(lat).toBeCloseTo(49.2, 6);
    expect(lon).toBeGreaterThan(37.271);
  });
});

describe('GeoJSON', () => {
  it('keeps what has no position, without geometry', () => {
    const text = writeGeoJson([{ id: 'a', at: [37.27, 49.2], properties: { code: '1' } }, { id: 'b', at: null, properties: { code: '2' } }]);
    expect(JSON.parse(text)).toEqual({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', id: 'a', geometry: { type: 'Point', coordinates: [37.27, 49.2] }, properties: { code: '1' } },
        { type: 'Feature', id: 'b', geometry: null, properties: { code: '2' } },
      ],
    });
    expect(JSON.parse(writeGeoJson([]))).toEqual({ type: 'FeatureCollection', features: [] });
  });
});
