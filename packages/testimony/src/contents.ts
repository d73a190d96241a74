import { isFullQuotation, trimContent } from './clause-shape.ts';
import { normAt, type Reading } from './reading.ts';
import type { Quotation } from './quotations.ts';
import type { QuoteType } from './types.ts';

/** One statement's tokens. */
export interface Content {
  readonly from: number;
  readonly to: number;
  readonly quoteType: Exclude<QuoteType, 'none'>;
}

/** The statements in what a source answers for: one pair of quotation marks is one statement. */
export function splitContent(reading: Reading, start: number, end: number, isBefore: 'before-cue' | 'after-cue'): Content[] {
  const [from, to] = trimContent(reading, start, end);
  if (from >= to) return [];
  const inside = quotationsIn(reading, from, to);
  if (inside.length === 0) return [{ from, to, quoteType: 'indirect' }];
  if (isAllQuoted(reading, from, to)) return inside.map(({ open, close }) => ({ from: open, to: Math.min(close + 1, to), quoteType: 'direct' }));
  // "The mayor was blunt: “…”" – what stands before the colon is the reporter's.
  const last = inside.at(-1);
  if (isBefore === 'before-cue' && last !== undefined && last.close + 1 >= to && isFullQuotation(reading, last) && /^[:.!?]$/.test(normAt(reading.tokens, last.open - 1))) {
    return [{ from: last.open, to: Math.min(last.close + 1, to), quoteType: 'direct' }];
  }
  return [{ from, to, quoteType: 'mixed' }];
}

function quotationsIn({ quotations, quoteOf }: Reading, from: number, to: number): Quotation[] {
  const found = new Set<Quotation>();
  for (let at = from; at < to; at++) {
    const quote = quotations[quoteOf[at] ?? -1];
    if (quote !== undefined) found.add(quote);
  }
  return [...found];
}

/** Nothing outside the marks but marks of punctuation. */
function isAllQuoted({ tokens, quoteOf }: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((quoteOf[at] ?? -1) < 0 && tokens[at]?.kind !== 'mark') return false;
  return true;
}
