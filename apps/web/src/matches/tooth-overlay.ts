import type { Json } from '@imena/problem';
import { listOf, recordOf, textOf } from '../format/read-json.ts';

/** One tooth on both charts: findings reported and found, as codes. Null = the chart says nothing of it. */
export interface ToothPair {
  readonly tooth: string;
  readonly reported: readonly string[] | null;
  readonly found: readonly string[] | null;
  readonly stands: 'same' | 'differs' | 'one_side';
}

/** FDI numbers as a chart shows them: the upper jaw from the right, then the lower below it. */
export const jaws: readonly (readonly string[])[] = [
  [18, 17, 16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26, 27, 28], [48, 47, 46, 45, 44, 43, 42, 41, 31, 32, 33, 34, 35, 36, 37, 38],
].map((jaw) => jaw.map(String));

/** Findings that say that nobody knows; they are no difference. */
const silent = ['not_examined', 'no_information'];

/**
 * Both charts tooth by tooth, teeth of which neither says anything left out. What differs is only shown: whether treatment
 * since explains it, and what it weighs, is said by the row of teeth among all evidence.
 */
export function overlayCharts(reported: Json | undefined, found: Json | undefined): ToothPair[] {
  return jaws.flat().flatMap((tooth): ToothPair[] => {
    const [a, b] = [findingsOf(reported, tooth), findingsOf(found, tooth)];
    if (a === null && b === null) return [];
    const stands = a === null || b === null ? 'one_side' : [...a].sort().join() === [...b].sort().join() ? 'same' : 'differs';
    return [{ tooth, reported: a, found: b, stands }];
  });
}

/** Which of the charts say anything at all. */
export function sidesCharted(teeth: readonly ToothPair[]): 'both' | 'reported' | 'found' {
  if (teeth.every(({ reported }) => reported === null)) return 'found';
  return teeth.every(({ found }) => found === null) ? 'reported' : 'both';
}

const lineOrder = ['differs', 'same', 'one_side'] as const;

/** Teeth worth a line of words: all at which the charts differ, and all at which either has more than a sound tooth. */
export function toothLines(teeth: readonly ToothPair[]): ToothPair[] {
  const isPlain = (findings: readonly string[] | null): boolean => findings === null || findings.every((finding) => finding === 'present_sound');
  return teeth
    .filter(({ reported, found, stands }) => stands === 'differs' || !isPlain(reported) || !isPlain(found))
    .sort((a, b) => lineOrder.indexOf(a.stands) - lineOrder.indexOf(b.stands));
}

/** `others` speaks of every tooth that the chart does not name. */
function findingsOf(chart: Json | undefined, tooth: string): string[] | null {
  const teeth = recordOf(chart);
  const findings = listOf(teeth[tooth] ?? teeth['others']).flatMap((one) => textOf(recordOf(one)['finding']) ?? []).filter((finding) => !silent.includes(finding));
  return findings.length === 0 ? null : findings;
}
