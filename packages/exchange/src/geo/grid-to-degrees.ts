/** Where a site's own grid begins (WGS 84) and how far its north is turned clockwise from true north. */
export interface GridDatum {
  readonly latE7: number;
  readonly lonE7: number;
  readonly rotationTenthDeg: number;
}

// WGS 84: semi-major axis in metres and first eccentricity squared (NIMA TR8350.2, 2000).
const semiMajorM = 6_378_137;
const eccentricity2 = 0.00669437999014;

/**
 * The position in degrees of a point on a site's grid, by the radii of curvature at the datum.
 *
 * LIMIT: the grid is taken as a plane that touches the ellipsoid at its datum. The error grows with the square of the
 * distance; within a kilometre and up to latitude 60 it stays below half a metre.
 * @param point millimetres along the grid's east (x) and north (y)
 * @returns longitude and latitude in degrees, to 1e-7 (about a centimetre)
 */
export function gridToDegrees({ xMm, yMm }: { readonly xMm: number; readonly yMm: number }, datum: GridDatum): readonly [longitude: number, latitude: number] {
  const turn = (datum.rotationTenthDeg / 10) * (Math.PI / 180);
  const eastM = (xMm * Math.cos(turn) + yMm * Math.sin(turn)) / 1000;
  const northM = (yMm * Math.cos(turn) - xMm * Math.sin(turn)) / 1000;
  const latitude = datum.latE7 / 1e7;
  const sin = Math.sin((latitude * Math.PI) / 180);
  const base = 1 - eccentricity2 * sin * sin;
  const meridianM = (semiMajorM * (1 - eccentricity2)) / base ** 1.5;
  const primeVerticalM = semiMajorM / Math.sqrt(base);
  const perDegree = Math.PI / 180;
  const lonSpanM = primeVerticalM * Math.cos((latitude * Math.PI) / 180) * perDegree;
  return [round(datum.lonE7 / 1e7 + eastM / lonSpanM), round(latitude + northM / (meridianM * perDegree))];
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
