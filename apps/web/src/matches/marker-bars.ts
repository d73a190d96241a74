import type { MarkerRow } from './candidate-api.ts';

export interface MarkerBar {
  readonly marker: string;
  readonly log10Lr: number;
  /** Length as a share of the longest bar, 0..1. */
  readonly share: number;
  readonly side: 'for' | 'against' | 'neither';
  /** The model excludes one side: the bar runs to the edge and says so. */
  readonly endless: boolean;
  readonly dropped: string | null;
}

/** Markers that add to the ratio: not dropped, and linked ones by their group alone. */
export function countedMarkers<Row extends Pick<MarkerRow, 'dropped' | 'notes'>>(markers: readonly Row[]): Row[] {
  return markers.filter((one) => one.dropped === null && !isLinked(one));
}

/** Counted together with the markers near it, in a row of their own. */
export function isLinked({ notes }: Pick<MarkerRow, 'notes'>): boolean {
  return notes.some((note) => note.code === 'linked');
}

/** Bars of all markers on one scale: to the right what speaks for the person, to the left what speaks against. */
export function markerBars(markers: readonly Pick<MarkerRow, 'marker' | 'log10Lr' | 'dropped'>[]): MarkerBar[] {
  const finite = markers.map((one) => Math.abs(one.log10Lr)).filter((size) => Number.isFinite(size));
  const longest = Math.max(0, ...finite);
  return markers.map(({ marker, log10Lr, dropped }): MarkerBar => {
    const endless = !Number.isFinite(log10Lr);
    const share = endless ? 1 : longest === 0 ? 0 : Math.abs(log10Lr) / longest;
    return { marker, log10Lr, share, endless, dropped, side: dropped !== null || log10Lr === 0 ? 'neither' : log10Lr > 0 ? 'for' : 'against' };
  });
}
