import type { RowScanner } from './row-scanner.ts';
import { textOf } from './row-scanner.ts';

/** Alleles of one marker by label; repeat numbers ("9.3") without making strings. */
export interface Ladder {
  readonly k: number;
  /** Allele number + 1 by ten times the repeat number; 0 where there is none. */
  readonly byRepeats: Uint16Array;
  readonly byLabel: ReadonlyMap<string, number>;
}

const repeatsLimit = 1000;

export function makeLadder(alleles: readonly string[]): Ladder {
  const byRepeats = new Uint16Array(repeatsLimit);
  alleles.forEach((label, a) => {
    const match = /^(\d{1,2})(?:\.(\d))?$/.exec(label);
    if (match !== null) byRepeats[10 * Number(match[1]) + Number(match[2] ?? 0)] = a + 1;
  });
  return { k: alleles.length, byRepeats, byLabel: new Map(alleles.map((label, a) => [label, a])) };
}

/** What a cell holds besides an allele number. */
export const cellKinds = { empty: -1, unknown: -2, outside: -3 } as const;

/** The allele number in a cell, or one of `cellKinds`. */
export function readAllele(scanner: RowScanner, column: number, ladder: Ladder): number {
  if (column < 0 || column >= scanner.count) return cellKinds.empty;
  const { bytes, cells } = scanner;
  const from = cells[2 * column] ?? 0;
  const to = cells[2 * column + 1] ?? 0;
  if (from === to) return cellKinds.empty;
  let value = 0;
  let at = from;
  for (; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    value = 10 * value + digit;
  }
  value *= 10;
  if (at > from && at + 2 === to && bytes[at] === 46) {
    const digit = (bytes[at + 1] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) {
      value += digit;
      at = to;
    }
  }
  if (at === to && value < repeatsLimit) {
    const found = ladder.byRepeats[value] ?? 0;
    if (found > 0) return found - 1;
  }
  const label = textOf(bytes, from, to);
  if (label === '') return cellKinds.empty;
  if (label === '?') return cellKinds.unknown;
  return ladder.byLabel.get(label) ?? ladder.byLabel.get(label.replace(/^0+(?=\d)/, '').replace(/\.0$/, '')) ?? cellKinds.outside;
}

/** Whether a cell that is no known allele could be one: a repeat number. */
export function isRepeatNumber(text: string): boolean {
  return /^\d{1,2}(?:\.\d)?$/.test(text);
}
