import type { Language } from './languages/language.ts';
import { beginsWithQuote, findQuotations, splitAtDashes, type Quotation } from './quotations.ts';
import { openingEnd } from './opening.ts';
import { splitParagraphs } from './paragraphs.ts';
import { splitSentences, type Sentence } from './sentences.ts';
import { tokenise, type Token } from './tokens.ts';
import type { TextSpan } from './types.ts';

/** A text taken apart: the input of every rule. */
export interface Reading {
  readonly text: string;
  readonly language: Language;
  readonly publishedOn: string | null;
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  /** For each token the quotation it stands in, marks included, or -1. */
  readonly quoteOf: Int32Array;
  readonly sentences: readonly Sentence[];
  /** For each token the sentence it stands in, or -1. */
  readonly sentenceOf: Int32Array;
}

/** Takes a text apart into tokens, quotations and sentences; `bodyStart` leaves a header line out. */
export function readText(text: string, around: { language: Language; publishedOn: string | null; bodyStart: number }): Reading {
  const { language } = around;
  const tokens = tokenise(text);
  const paragraphs = splitParagraphs(text, around.bodyStart);
  const quotations: Quotation[] = [];
  const sentences: Sentence[] = [];
  let at = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    while ((tokens[at]?.start ?? Infinity) < paragraph.start) at++;
    const from = at;
    while ((tokens[at]?.start ?? Infinity) < paragraph.end) at++;
    const next = paragraphs[index + 1];
    const marked = findQuotations(text, tokens, { from, to: at, goesOn: next !== undefined && beginsWithQuote(text, next) });
    const here = language.speechDashes ? splitAtDashes(tokens, marked, { from, to: at, isReport: ({ norm }) => language.cues.has(norm) }) : marked;
    for (const quotation of here) quotations.push(quotation);
    // Not spread: a hostile text has more sentences than a call takes arguments.
    for (const sentence of splitSentences({ text, tokens, quotations: here, language }, { from, to: at, start: paragraph.start, end: paragraph.end, index })) sentences.push({ ...sentence, from: openingEnd({ text, tokens }, sentence.from, sentence.to), isHeading: isHeading(tokens, { from, to: at, isBeforeText: next !== undefined }) });
  }
  const quoteOf = new Int32Array(tokens.length + 1).fill(-1);
  quotations.forEach(({ open, close }, index) => quoteOf.fill(index, open, close + 1));
  const sentenceOf = new Int32Array(tokens.length + 1).fill(-1);
  sentences.forEach(({ from, to }, index) => sentenceOf.fill(index, from, to));
  return { text, language, publishedOn: around.publishedOn, tokens, quotations, quoteOf, sentences, sentenceOf };
}

const longestHeading = 18;

/** A line of its own without a stop, before further text: a heading, a byline, a time. */
function isHeading(tokens: readonly Token[], { from, to, isBeforeText }: { from: number; to: number; isBeforeText: boolean }): boolean {
  const first = tokens[from];
  const last = tokens[to - 1];
  return isBeforeText && first !== undefined && last !== undefined && to - from <= longestHeading && !/^[.!?…:;,"”»’'“—–•*·▪-]$/.test(last.text) && !/^[•*·▪—–-]$/.test(first.text);
}

/** The characters from token `from` to before token `to`. */
export function spanOf({ text, tokens }: Reading, from: number, to: number): TextSpan {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return { start, end, text: text.slice(start, end) };
}

/** Does the phrase stand at this token? */
export function phraseAt(tokens: readonly Token[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, offset) => tokens[at + offset]?.norm === word);
}

/** The lower-case word at a token, empty beyond the text. */
export function normAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.norm ?? '';
}
