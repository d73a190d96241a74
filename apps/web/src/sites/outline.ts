import type { Json } from '@imena/problem';
import { listOf, numberOf, recordOf } from '../format/read-json.ts';

export interface PlanPoint {
  readonly xMm: number;
  readonly yMm: number;
}

export type OutlineRead = { readonly kind: 'outline'; readonly points: readonly PlanPoint[] } | { readonly kind: 'bad_line'; readonly line: number } | { readonly kind: 'too_few' };

const fewestCorners = 3;

/** Reads corners typed as metres east and north, one corner a line; comma or point as decimal sign. */
export function readOutline(text: string): OutlineRead {
  const points: PlanPoint[] = [];
  for (const [place, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const match = /^\s*(-?\d+(?:[.,]\d+)?)[\s;]+(-?\d+(?:[.,]\d+)?)\s*$/.exec(line);
    if (match === null) return { kind: 'bad_line', line: place + 1 };
    const [xMm = 0, yMm = 0] = match.slice(1, 3).map((part) => Math.round(Number(part.replace(',', '.')) * 1000));
    points.push({ xMm, yMm });
  }
  return points.length < fewestCorners ? { kind: 'too_few' } : { kind: 'outline', points };
}

/** The corners as they are typed. */
export function writeOutline(value: Json | undefined): string {
  return pointsOf(value).map(({ xMm, yMm }) => `${xMm / 1000} ${yMm / 1000}`).join('\n');
}

/** Reads the outline of an area out of a statement; points that are none are passed over. */
export function pointsOf(value: Json | undefined): PlanPoint[] {
  return listOf(value).flatMap((point) => {
    const xMm = numberOf(recordOf(point)['xMm']);
    const yMm = numberOf(recordOf(point)['yMm']);
    return xMm === undefined || yMm === undefined ? [] : [{ xMm, yMm }];
  });
}
