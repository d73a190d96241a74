import { refuse } from '@imena/problem';
import { tableLimits } from './limits.ts';

/** One record: the line of the file on which it begins (the first is 1), its cells, and trouble with its quotes. */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
  readonly badQuote: boolean;
}

export type Separator = ',' | ';' | '\t';

/**
 * Splits delimited text by RFC 4180: cells in double quotes may hold separators, line ends and doubled quotes. Lines end
 * with CR LF, LF or CR, also mixed. A quote inside a cell that does not begin with one is an ordinary sign. Blank lines
 * are passed over but counted. Spaces are kept.
 *
 * `maximumRecords` stops early. Refuses with `exchange.quote_open` (row of the cell whose quote never ends) and
 * `exchange.too_many_columns`.
 */
export function* parseCsv(text: string, separator: Separator, maximumRecords = Infinity): Generator<CsvRecord, void> {
  const end = text.length;
  let at = 0;
  let line = 1;
  let given = 0;
  while (at < end && given < maximumRecords) {
    const row = line;
    const cells: string[] = [];
    let badQuote = false;
    let blank = true;
    for (;;) {
      if (text[at] === '"') {
        blank = false;
        const close = closingQuote(text, at + 1, row);
        const inside = text.slice(at + 1, close);
        line += countLineEnds(inside);
        at = close + 1;
        const stop = nextStop(text, at, separator);
        if (stop !== at) badQuote = true;
        cells.push(inside.replaceAll('""', '"') + text.slice(at, stop));
        at = stop;
      } else {
        const stop = nextStop(text, at, separator);
        if (stop !== at) blank = false;
        cells.push(text.slice(at, stop));
        at = stop;
      }
      if (cells.length > tableLimits.columns) refuse('exchange.too_many_columns', { limit: tableLimits.columns });
      if (at < end && text[at] === separator) {
        blank = false;
        at++;
        continue;
      }
      break;
    }
    if (at < end) at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line++;
    if (blank) continue;
    given++;
    yield { row, cells, badQuote };
  }
}

function closingQuote(text: string, from: number, row: number): number {
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return refuse('exchange.quote_open', {}, { row });
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

function nextStop(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length) {
    const sign = text[at];
    if (sign === separator || sign === '\n' || sign === '\r') return at;
    at++;
  }
  return at;
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
