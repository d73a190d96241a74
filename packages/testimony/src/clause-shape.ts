import type { Quotation } from './quotations.ts';
import { normAt, type Reading } from './reading.ts';

/** Is there a verb with a subject's form between two tokens, outside quotations? */
export function hasFinite({ tokens, quoteOf, language }: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if ((quoteOf[at] ?? -1) >= 0) continue;
    const token = tokens[at];
    if (token !== undefined && !token.isCapital && language.isFinite(token.norm)) return true;
    if (token?.isCapital && language.finite.has(token.norm) && at > from) return true;
  }
  return false;
}

/** Is there anything but marks between two tokens? */
export function hasWords({ tokens }: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at] !== undefined && tokens[at]?.kind !== 'mark') return true;
  return false;
}

/** The tokens without marks and connectives at either end; quotation marks stay. */
export function trimContent({ tokens, quoteOf, language }: Reading, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  const isLoose = (at: number): boolean => (quoteOf[at] ?? -1) < 0 && /^[,;:.–—-]$/.test(tokens[at]?.text ?? '');
  while (from < to && (isLoose(from) || language.that.has(normAt(tokens, from)))) from++;
  while (to > from && isLoose(to - 1)) to--;
  return [from, to];
}

/** A quotation that is a statement of its own, not a few words taken up by the reporter. */
export function isFullQuotation({ tokens }: Reading, { open, close, isContinued, isPiece }: Quotation): boolean {
  if (isPiece === true) return true;
  const first = tokens[open + 1];
  const last = tokens[close - 1];
  if (first === undefined || last === undefined || close - open < 3) return false;
  if (isContinued) return true;
  const words = close - open - 1;
  const begins = first.isCapital || first.kind === 'number' || first.text === '…' || first.text === '.';
  const ends = /^[.,!?…;—–-]$/.test(last.text);
  // Marks may stand outside: «Ліс тут ні до чого».
  const endsOutside = words > 2 && /^[.!?]$/.test(tokens[close + 1]?.text ?? '') && /^[:.!?]$/.test(tokens[open - 1]?.text ?? '.');
  return (begins && (ends || endsOutside || words > 5)) || (ends && last.text !== ',' && words > 6) || words > 12;
}

/** The first quotation that opens between two tokens. */
export function quotationIn({ quotations, quoteOf }: Reading, from: number, to: number): Quotation | null {
  for (let at = from; at < to; at++) {
    const index = quoteOf[at] ?? -1;
    if (index >= 0) return quotations[index] ?? null;
  }
  return null;
}

/** Does a quotation end right before this token, a comma or dash aside? */
export function quotationBefore({ quotations, quoteOf, tokens }: Reading, at: number): Quotation | null {
  let index = at - 1;
  while (index >= 0 && (quoteOf[index] ?? -1) < 0 && /^[,–—-]$/.test(tokens[index]?.text ?? '')) index--;
  const quote = quoteOf[index] ?? -1;
  return quote < 0 ? null : (quotations[quote] ?? null);
}

/** The end of the sentence `[from, to)` without its closing stop. */
export function contentEnd({ tokens, quoteOf }: Reading, from: number, to: number): number {
  let end = to;
  // Not before the sentence: in a text of stops alone that walk would be as long as the text, for each of its sentences.
  while (end > from && (quoteOf[end - 1] ?? -1) < 0 && /^[.!?…]$/.test(tokens[end - 1]?.text ?? '')) end--;
  return end;
}
