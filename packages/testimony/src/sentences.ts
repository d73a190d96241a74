import type { Language } from './languages/language.ts';
import type { Quotation } from './quotations.ts';
import type { Token } from './tokens.ts';

/** Tokens `from` (inclusive) to `to` (exclusive) of one sentence; a quotation inside it is never cut. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  /** The whole paragraph is a heading. */
  readonly isHeading: boolean;
}

/** Text without stops is cut here, so that no rule can be made slow by one endless sentence. */
const longestSentence = 400;

const segmenters = new Map<string, Intl.Segmenter>();

/** Offsets, relative to the paragraph, where Unicode's rules (UAX 29) see a new sentence. */
function breaksOf(code: string, paragraph: string): Set<number> {
  const segmenter = segmenters.get(code) ?? new Intl.Segmenter(code, { granularity: 'sentence' });
  segmenters.set(code, segmenter);
  const found = new Set<number>();
  for (let from = 0; from < paragraph.length; ) {
    const to = pieceEnd(paragraph, from);
    for (const { index } of segmenter.segment(paragraph.slice(from, to))) found.add(from + index);
    from = to;
  }
  return found;
}

/** The segmenter takes the square of a paragraph's length where nothing ends a sentence, so a very long one is read in pieces. */
const longestPiece = 8000;

function pieceEnd(paragraph: string, from: number): number {
  if (paragraph.length - from <= longestPiece) return paragraph.length;
  const space = paragraph.lastIndexOf(' ', from + longestPiece);
  return space > from ? space + 1 : from + longestPiece;
}

export interface ParagraphTokens {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly index: number;
}

/** Sentences of a paragraph: the breaks of UAX 29 without those after abbreviations, initials and inside quotations. */
export function splitSentences(source: { text: string; tokens: readonly Token[]; quotations: readonly Quotation[]; language: Language }, paragraph: ParagraphTokens): Omit<Sentence, 'isHeading'>[] {
  const { text, tokens, language } = source;
  const breaks = breaksOf(language.code, text.slice(paragraph.start, paragraph.end));
  const found: Omit<Sentence, 'isHeading'>[] = [];
  let from = paragraph.from;
  let quote = 0;
  const quotations = source.quotations.filter(({ open }) => open >= paragraph.from && open < paragraph.to);
  for (let index = paragraph.from + 1; index < paragraph.to; index++) {
    while ((quotations[quote]?.close ?? Infinity) < index) quote++;
    const current = quotations[quote];
    if (current !== undefined && index > current.open && index <= current.close) continue;
    const token = tokens[index];
    const before = tokens[index - 1];
    if (token === undefined || before === undefined) continue;
    const afterQuote = quotations[quote - 1]?.close === index - 1;
    const inner = afterQuote ? tokens[index - 2] : before;
    const isStop = inner !== undefined && /^[.!?…]$/.test(inner.text);
    if (index - from >= longestSentence) {
      found.push({ from, to: index, paragraph: paragraph.index });
      from = index;
      continue;
    }
    if (!(breaks.has(token.start - paragraph.start) || isStop) || !isStop) continue;
    if (!afterQuote && isAbbreviation(tokens, index - 1, language)) continue;
    if (token.kind === 'word' && !token.isCapital) continue;
    if (/^[,;:)\]–—-]$/.test(token.text)) continue;
    if (token.start === before.end && !afterQuote) continue;
    if (afterQuote && inner.text !== '.' && leadsToCue(tokens, index, language)) continue;
    found.push({ from, to: index, paragraph: paragraph.index });
    from = index;
  }
  if (from < paragraph.to) found.push({ from, to: paragraph.to, paragraph: paragraph.index });
  return found;
}

/** "Dr.", "A. A. Khan", "No. 5". */
function isAbbreviation(tokens: readonly Token[], stop: number, language: Language): boolean {
  const word = tokens[stop - 1];
  const mark = tokens[stop];
  const next = tokens[stop + 1];
  if (mark?.text !== '.' || word?.kind !== 'word' || word.end !== mark.start) return false;
  if (language.abbreviations.has(word.norm)) return word.norm !== 'no' || next?.kind === 'number';
  return word.text.length === 1 && word.isCapital && word.text !== 'I' && next?.kind === 'word';
}

/** After "…?" or "…!" a name and a reporting word go on with the same sentence. */
function leadsToCue(tokens: readonly Token[], from: number, language: Language): boolean {
  for (let index = from; index < from + 7; index++) {
    const token = tokens[index];
    if (token === undefined || (token.kind === 'mark' && token.text !== ',')) return false;
    if (language.cues.has(token.norm)) return true;
  }
  return false;
}
