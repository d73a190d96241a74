import { languageOf } from '../languages/index.ts';
import type { Comparable } from './features.ts';

/** Share of the shorter statement's telling words that the longer has too, and how many. */
export function sharedWords(a: Comparable, b: Comparable): { count: number; share: number } {
  const [short, long] = a.stems.size <= b.stems.size ? [a, b] : [b, a];
  let count = 0;
  for (const stem of short.stems) if (long.stems.has(stem)) count++;
  return { count, share: short.stems.size === 0 ? 0 : count / short.stems.size };
}

/** The same words in quotation marks. */
export function sharesQuotation(a: Comparable, b: Comparable): boolean {
  return a.quoted.some((one) => b.quoted.some((other) => one === other || (one.length > 12 && other.includes(one)) || (other.length > 12 && one.includes(other))));
}

/** "unmarked graves" against crosses with names. */
export function areOpposed(a: Comparable, b: Comparable): boolean {
  const { opposed, markedThings } = languageOf(a.doc.language).reconciliation;
  if (a.doc.language !== b.doc.language) return false;
  const says = (one: Comparable, table: { has(norm: string): boolean }): boolean => one.words.some((word) => table.has(word)) && one.words.some((word) => markedThings.has(word));
  return opposed.some(([first, second]) => (says(a, first) && says(b, second) && !says(b, first)) || (says(b, first) && says(a, second) && !says(a, first)));
}

/** Both tell how far the same work has come: "will continue for two weeks", "is drawing to a close". */
export function tellPhase(a: Comparable, b: Comparable): boolean {
  return phaseOf(a).some((event) => phaseOf(b).includes(event));
}

function phaseOf({ words, doc }: Comparable): string[] {
  const { events, phases } = languageOf(doc.language).reconciliation;
  return words.some((word) => phases.has(word)) ? words.filter((word) => events.has(word)).map((word) => word.slice(0, 5)) : [];
}
