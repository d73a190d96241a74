import type { JointMarkers, MarkerRow } from './candidate-api.ts';
import { countedMarkers } from './marker-bars.ts';

export interface JointMarkerLine {
  readonly marker: string;
  /** log10 LR of the pair alone; null where the marker does not count there, or with others than here. */
  readonly alone: number | null;
  /** What the subpopulation correction over everybody together changes, then what the other remains in their places do; null where nothing that is shown. */
  readonly byTheta: number | null;
  readonly byOthers: number | null;
  /** log10 LR among the others; null where the marker does not count. */
  readonly together: number | null;
  readonly note: 'linked' | 'notCounted' | null;
}

/** Differences of log10 LR below this are not shown by three digits. */
const visible = 0.0005;

/** Every marker of the joint solution beside the same marker of the pair alone, and what makes them differ by how much. */
export function jointMarkerLines({ rows }: Pick<JointMarkers, 'rows'>, markers: readonly MarkerRow[]): JointMarkerLine[] {
  const byName = new Map(countedMarkers(markers).map((one) => [one.marker, one.log10Lr]));
  return rows.map(({ marker, log10Alone, log10Among: together, dropped }) => {
    const alone = aloneAt(marker, byName);
    return {
      marker, alone, together, byTheta: difference(log10Alone, alone), byOthers: difference(together, log10Alone),
      note: dropped !== null ? 'notCounted' : alone === null ? 'linked' : null,
    };
  });
}

/** One less the other; null where they look the same, or one of them is missing. */
function difference(one: number | null, other: number | null): number | null {
  if (one === null || other === null || one === other) return null;
  return Math.abs(one - other) < visible ? null : one - other;
}

/** Markers that are linked here and not in the pair alone count by their sum there. */
function aloneAt(unit: string, byName: ReadonlyMap<string, number>): number | null {
  const whole = byName.get(unit);
  if (whole !== undefined) return whole;
  const parts = unit.split(' + ').map((name) => byName.get(name));
  return parts.some((part) => part === undefined) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}
