import type { Paragraph } from './paragraphs.ts';
import type { Token } from './tokens.ts';

/** A pair of quotation marks, by token: `open` and `close` are the marks themselves. */
export interface Quotation {
  readonly open: number;
  readonly close: number;
  /** No closing mark: the quotation goes on in the next paragraph, which opens again. */
  readonly isContinued: boolean;
  /** A piece of a quotation that the reporter's words interrupt within its marks: «…, – сказав він. – …». */
  readonly isPiece?: boolean;
}

interface Mark {
  readonly style: string;
  readonly index: number;
}

/** Quotations of one paragraph, outermost only; marks that have no partner are ignored. */
export function findQuotations(text: string, tokens: readonly Token[], { from, to, goesOn }: { from: number; to: number; goesOn: boolean }): Quotation[] {
  const found: Quotation[] = [];
  let open: Mark | null = null;
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (token === undefined || token.kind !== 'mark') continue;
    if (open === null) {
      if (opens(text, token)) open = { style: token.text, index };
    } else if (closes(text, token, open.style)) {
      found.push({ open: open.index, close: index, isContinued: false });
      open = null;
    } else if (isSingle(open.style) && opensDouble(text, token)) {
      // A lone apostrophe had been taken for a quotation.
      open = { style: token.text, index };
    }
  }
  if (open !== null && !isSingle(open.style) && (goesOn || to - open.index > 6)) {
    found.push({ open: open.index, close: to, isContinued: goesOn });
  }
  return found;
}

/**
 * Quotations as Ukrainian prints them: the reporter's words stand within the marks between two dashes, and a paragraph
 * that opens with a dash is speech up to the dash before them. `isReport` tells a reporting word.
 */
export function splitAtDashes(tokens: readonly Token[], quotations: readonly Quotation[], { from, to, isReport }: { from: number; to: number; isReport: (token: Token) => boolean }): Quotation[] {
  const found: Quotation[] = [];
  const first = tokens[from];
  if (first !== undefined && isDash(first) && from + 1 < to && !quotations.some(({ open }) => open === from + 1)) {
    const pieces = piecesOf(tokens, { open: from + 1, close: to - 1, isReport });
    if (pieces.length > 0) return pieces;
  }
  for (const quotation of quotations) {
    const pieces = piecesOf(tokens, { open: quotation.open, close: quotation.close, isReport });
    for (const piece of pieces.length === 0 ? [quotation] : pieces) found.push(piece);
  }
  return found;
}

/** Speech before and after the reporter's words; none where nothing interrupts. */
function piecesOf(tokens: readonly Token[], { open, close, isReport }: { open: number; close: number; isReport: (token: Token) => boolean }): Quotation[] {
  const pieces: Quotation[] = [];
  let from = open;
  for (;;) {
    const interruption = interruptionIn(tokens, { open: from, close, isReport });
    if (interruption === null) break;
    pieces.push({ open: from, close: interruption.from - 1, isContinued: false, isPiece: true });
    if (interruption.to === null || interruption.to >= close) return pieces;
    from = interruption.to;
  }
  return pieces.length === 0 ? [] : [...pieces, { open: from, close, isContinued: false, isPiece: true }];
}

const longestInterruption = 30;

function interruptionIn(tokens: readonly Token[], { open, close, isReport }: { open: number; close: number; isReport: (token: Token) => boolean }): { from: number; to: number | null } | null {
  for (let at = open + 2; at < close; at++) {
    const token = tokens[at];
    if (token === undefined || !isDash(token) || !/^[,!?…]$/.test(tokens[at - 1]?.text ?? '')) continue;
    let reports = false;
    for (let index = at + 1; index < Math.min(close, at + 5); index++) reports ||= tokens[index] !== undefined && isReport(tokens[index] ?? token);
    if (!reports) continue;
    for (let index = at + 2; index < Math.min(close, at + longestInterruption); index++) {
      const end = tokens[index];
      if (end !== undefined && isDash(end) && /^[.,]$/.test(tokens[index - 1]?.text ?? '')) return { from: at, to: index + 1 };
    }
    return { from: at, to: null };
  }
  return null;
}

const isDash = ({ text }: Token): boolean => text === '—' || text === '–' || text === '-';

/** Does the paragraph begin with an opening mark? */
export function beginsWithQuote(text: string, { start }: Paragraph): boolean {
  return /["“„«]/.test(text.charAt(start));
}

const isSingle = (style: string): boolean => style === '‘' || style === "'";
const before = (text: string, token: Token): string => (token.start === 0 ? ' ' : text.charAt(token.start - 1));
const after = (text: string, token: Token): string => (token.end >= text.length ? ' ' : text.charAt(token.end));

function opensDouble(text: string, token: Token): boolean {
  if (token.text === '“' || token.text === '„' || token.text === '«') return true;
  return token.text === '"' && /[\s([{–—-]/.test(before(text, token)) && /\S/.test(after(text, token));
}

function opens(text: string, token: Token): boolean {
  if (opensDouble(text, token)) return true;
  return (token.text === '‘' || token.text === "'") && /[\s(–—]/.test(before(text, token)) && /[\p{L}\p{N}]/u.test(after(text, token)) && hasClosingSingle(text, token);
}

/** An apostrophe opens a quotation only if one closes it soon, after a mark of punctuation or two words later. */
function hasClosingSingle(text: string, token: Token): boolean {
  const close = token.text === '‘' ? '’' : "'";
  const limit = Math.min(text.length, token.end + 600);
  for (let at = token.end + 2; at < limit; at++) {
    if (text.charAt(at) === '\n') return false;
    if (text.charAt(at) === close && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1)) && /[\p{L}\p{N},.!?]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function closes(text: string, token: Token, style: string): boolean {
  switch (style) {
    case '«':
      return token.text === '»';
    case '“':
      return token.text === '”' || (token.text === '"' && !/\s/.test(before(text, token)));
    case '„':
      return token.text === '“' || token.text === '”' || token.text === '"';
    case '"':
      return token.text === '"' || token.text === '”';
    case '‘':
      return token.text === '’' && !/[\p{L}\p{N}]/u.test(after(text, token));
    default:
      return token.text === "'" && !/[\p{L}\p{N}]/u.test(after(text, token)) && !/\s/.test(before(text, token));
  }
}
