import { permanentTeeth, toothReplacements, type ToothChart, type ToothReplacement } from './tooth-chart.ts';
import { gapTable } from './tooth-table.ts';

/** What stands in the gaps of one chart: for each permanent tooth 0 where none is charted, else the place in `toothReplacements` + 1. */
export interface GapChart {
  readonly codes: Uint8Array;
  /** P(what stands in the gaps | way of treating gaps). */
  readonly alone: readonly number[];
  readonly chance: number;
}

const habits = gapTable.habits.map(({ share, stands }) => ({ share, stands: toothReplacements.map((one) => stands[one]) }));

/** Reads the gaps of a chart; null where it has none. */
export function gapsOf(chart: ToothChart): GapChart | null {
  const codes = Uint8Array.from(permanentTeeth, (tooth) => codeOf(chart.get(tooth)?.replacement ?? null));
  if (codes.every((code) => code === 0)) return null;
  const alone = habits.map(({ stands }) => codes.reduce((product, code) => (code === 0 ? product : product * (stands[code - 1] ?? 0)), 1));
  return { codes, alone, chance: habits.reduce((sum, { share }, h) => sum + share * (alone[h] ?? 0), 0) };
}

function codeOf(replacement: ToothReplacement | null): number {
  return replacement === null ? 0 : toothReplacements.indexOf(replacement) + 1;
}

/**
 * P(what stands in the gaps of both charts | one person) over the same of two people, given that the teeth are gone: what
 * stood there is still there with the share of `gapTable.kept`, else it is what that mouth's way of treating gaps gives.
 * Gaps of one mouth are treated alike, so that a full denture, or thirty gaps left open, is one finding.
 */
export function gapRatio(reported: GapChart, found: GapChart): number {
  const both = habits.reduce((sum, { share, stands }) => {
    let product = share;
    for (let at = 0; at < permanentTeeth.length; at++) {
      const [a, b] = [reported.codes[at] ?? 0, found.codes[at] ?? 0];
      if (a === 0 && b === 0) continue;
      if (a === 0 || b === 0) product *= stands[Math.max(a, b) - 1] ?? 0;
      else {
        const kept = gapTable.kept[toothReplacements[a - 1] ?? 'bare'];
        product *= (stands[a - 1] ?? 0) * ((a === b ? kept : 0) + (1 - kept) * (stands[b - 1] ?? 0));
      }
    }
    return sum + product;
  }, 0);
  return both / (reported.chance * found.chance);
}
