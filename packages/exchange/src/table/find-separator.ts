import { ProblemError, refuse } from '@imena/problem';
import { parseCsv, type CsvRecord, type Separator } from './parse-csv.ts';

const candidates: readonly Separator[] = [',', ';', '\t'];
/** Enough lines to tell a separator from a comma in a sentence. */
const sampleRecords = 50;
const sampleCharacters = 256 * 1024;

/**
 * Finds the separator: the one that splits the header and gives the most lines of the header's width. A header that no
 * candidate splits is one column.
 *
 * Refuses with `exchange.separator_unclear` when two candidates fit equally well: it asks and does not choose.
 */
export function findSeparator(text: string): Separator {
  const sample = wholeLines(text);
  const scored = candidates
    .map((separator) => ({ separator, ...score(sample, separator) }))
    .filter(({ width }) => width > 1)
    .sort((a, b) => b.fitting - a.fitting || b.width - a.width);
  const [best, second] = scored;
  if (best === undefined) return ',';
  if (second !== undefined && second.fitting === best.fitting && second.width === best.width) {
    refuse('exchange.separator_unclear');
  }
  return best.separator;
}

/**
 * Refuses a declared separator that leaves the header in one cell though another would split it: a silent import of one
 * column is what follows otherwise (`exchange.separator_misfit`).
 */
export function checkSeparator(text: string, separator: Separator): void {
  const sample = wholeLines(text);
  if (score(sample, separator).width > 1) return;
  const better = candidates.find((other) => other !== separator && score(sample, other).width > 1);
  if (better !== undefined) refuse('exchange.separator_misfit', { declared: name(separator), found: name(better) });
}

function name(separator: Separator): string {
  return separator === '\t' ? 'tab' : separator;
}

function score(text: string, separator: Separator): { width: number; fitting: number } {
  const records: CsvRecord[] = [];
  try {
    for (const record of parseCsv(text, separator, sampleRecords)) records.push(record);
  } catch (error) {
    // A quote that stays open or too many columns: what was read before it still tells the separator.
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.code === 'exchange.too_many_columns' && records.length === 0)
      return { width: Infinity, fitting: 1 };
  }
  const width = records[0]?.cells.length ?? 0;
  const fitting = records.filter(({ cells }) => cells.length === width).length;
  return { width, fitting: records.length === 0 ? 0 : fitting / records.length };
}

function wholeLines(text: string): string {
  if (text.length <= sampleCharacters) return text;
  const cut = text.slice(0, sampleCharacters);
  const lastLine = Math.max(cut.lastIndexOf('\n'), cut.lastIndexOf('\r'));
  return lastLine > 0 ? cut.slice(0, lastLine) : cut;
}
