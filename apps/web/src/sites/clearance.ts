import { parseEdtf, ProblemError, type Edtf } from '@imena/problem';
import type { Subject } from '@imena/record';
import { textOf } from '../format/read-json.ts';

export type ClearanceState = 'valid' | 'not_yet' | 'over';

/**
 * Whether a clearance of mines and ordnance holds on a day. A day or month that is only partly covered is not covered:
 * nothing is refused for it, a reason is asked for.
 * @param on EDTF: the day of the work, or today
 */
export function clearanceState(clearance: Readonly<Record<string, unknown>>, on: string): ClearanceState {
  const day = readDate(on);
  const from = readDate(textOf(clearance['validFrom']));
  const to = readDate(textOf(clearance['validTo']));
  if (from?.earliest != null && (day?.earliest == null || day.earliest < from.earliest)) return 'not_yet';
  if (to?.latest != null && (day?.latest == null || day.latest > to.latest)) return 'over';
  return 'valid';
}

/** Whether any of these places, a site or its area, is cleared on that day. Its limits are read by people. */
export function hasClearance(places: readonly Subject[], on: string): boolean {
  return places.some((place) => (place.lists['clearances'] ?? []).some(({ value }) => clearanceState(value, on) === 'valid'));
}

function readDate(text: string | undefined): Edtf | null {
  if (text === undefined || text === '') return null;
  try {
    return parseEdtf(text);
  } catch (error) {
    // Somebody is still typing the date; until it is one, it says nothing.
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
