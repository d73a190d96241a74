import { KinshipError } from '../kinship-error.ts';
import type { MtHaplotype } from './types.ts';

export const mtLength = 16569;

/** Bases that each letter of a sequence may stand for; `-` is a deletion. */
const bases: Readonly<Record<string, string>> = { A: 'A', C: 'C', G: 'G', T: 'T', R: 'AG', Y: 'CT', S: 'CG', W: 'AT', K: 'GT', M: 'AC', B: 'CGT', D: 'AGT', H: 'ACT', V: 'ACG', N: 'ACGT', '-': '-' };

/** What stands at one place: the bases it may be, and the base of the reference where the notation gives it. */
export interface MtDifference {
  /** `263`, or `315.1` for the first base inserted after 315. */
  readonly place: string;
  readonly position: number;
  readonly inserted: boolean;
  readonly bases: string;
  readonly reference: string | null;
}

export interface MtSequence {
  /** Ascending ranges within 1..16569 that do not touch. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly differences: ReadonlyMap<string, MtDifference>;
}

/**
 * Reads a haplotype in the notation of differences from the reference.
 * @throws KinshipError kinship.lineage.mt_range {value}, kinship.lineage.mt_difference {value}, kinship.lineage.mt_outside {value}, kinship.lineage.mt_twice {value}
 */
export function readMtHaplotype({ ranges, differences }: MtHaplotype): MtSequence {
  const covered = joinRanges(ranges.flatMap(readRange));
  const read = new Map<string, MtDifference>();
  for (const value of differences) {
    const difference = readDifference(value);
    if (!covered.some(([from, to]) => difference.position >= from && difference.position <= to)) throw new KinshipError('kinship.lineage.mt_outside', { value });
    if (read.has(difference.place)) throw new KinshipError('kinship.lineage.mt_twice', { value });
    read.set(difference.place, difference);
  }
  return { ranges: covered, differences: read };
}

function readRange([from, to]: readonly [number, number]): [number, number][] {
  const inside = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= mtLength;
  if (!inside(from) || !inside(to)) throw new KinshipError('kinship.lineage.mt_range', { value: `${from}-${to}` });
  return from <= to ? [[from, to]] : [[from, mtLength], [1, to]];
}

function joinRanges(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const out: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

function readDifference(value: string): MtDifference {
  const parts = /^([ACGT])?(\d{1,5})(?:\.(\d{1,2}))?([A-Z]|-|DEL)$/.exec(value.trim().toUpperCase());
  const [, reference, digits = '', after, base = ''] = parts ?? [];
  const position = Number(digits);
  // A lone D stands for a deletion in older notation and for "not C" in IUPAC's: no guess is made.
  const held = base === 'DEL' ? '-' : base === 'D' ? undefined : bases[base];
  if (parts === null || held === undefined || position < 1 || position > mtLength || (after !== undefined && held === '-')) throw new KinshipError('kinship.lineage.mt_difference', { value });
  return { place: after === undefined ? String(position) : `${position}.${Number(after)}`, position, inserted: after !== undefined, bases: held, reference: reference ?? null };
}

type Ranges = MtHaplotype['ranges'];

/** Positions that both sequences cover. */
export function sharedRanges(a: MtSequence, b: MtSequence): [number, number][] {
  return meetRanges(a.ranges, b.ranges);
}

/** How many positions ranges as a haplotype gives them cover, or how many of those that `within` holds too. @throws KinshipError kinship.lineage.mt_range */
export function countPositions(ranges: Ranges, within: Ranges = [[1, mtLength]]): number {
  return meetRanges(joinRanges(ranges.flatMap(readRange)), within).reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

function meetRanges(a: Ranges, b: Ranges): [number, number][] {
  return a.flatMap(([from, to]) =>
    b.flatMap(([f, t]): [number, number][] => {
      const [low, high] = [Math.max(from, f), Math.min(to, t)];
      return low <= high ? [[low, high]] : [];
    }),
  );
}
