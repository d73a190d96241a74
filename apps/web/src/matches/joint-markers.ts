import type { JointMarkers, MarkerRow } from './candidate-api.ts';
import { countedMarkers } from './marker-bars.ts';

/** Why a marker says something else together than the pair alone. */
export type JointWhy = 'others' | 'theta' | 'linked' | 'notCounted';

export interface JointMarkerLine {
  readonly marker: string;
  /** log10 LR; null where it does not count, or is counted with other markers. */
  readonly alone: number | null;
  readonly together: number | null;
  /** Together less alone; null where one of them is missing or endless. */
  readonly difference: number | null;
  readonly why: readonly JointWhy[];
}

/** Differences of log10 LR below this are not shown by three digits. */
const visible = 0.0005;

/** Every marker of the joint solution beside the same marker of the pair alone, and what makes them differ. */
export function jointMarkerLines(joint: Pick<JointMarkers, 'rows' | 'theta'>, markers: readonly MarkerRow[]): JointMarkerLine[] {
  const byName = new Map(countedMarkers(markers).map((one) => [one.marker, one.log10Lr]));
  return joint.rows.map(({ marker, log10Alone, log10Among: together, dropped }) => {
    const alone = aloneAt(marker, byName);
    const differs = (x: number | null, y: number | null): boolean => x !== null && y !== null && x !== y && !(Math.abs(x - y) < visible);
    const why: JointWhy[] = [
      ...(differs(together, log10Alone) ? ['others' as const] : []), ...(joint.theta > 0 && differs(log10Alone, alone) ? ['theta' as const] : []),
      ...(dropped === null && alone === null ? ['linked' as const] : []), ...(dropped === null ? [] : ['notCounted' as const]),
    ];
    const difference = together === null || alone === null ? null : together - alone;
    return { marker, alone, together, difference: difference === null || !Number.isFinite(difference) ? null : difference, why };
  });
}

/** Markers that are linked here and not in the pair alone count by their sum there. */
function aloneAt(unit: string, byName: ReadonlyMap<string, number>): number | null {
  const whole = byName.get(unit);
  if (whole !== undefined) return whole;
  const parts = unit.split(' + ').map((name) => byName.get(name));
  return parts.some((part) => part === undefined) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}
