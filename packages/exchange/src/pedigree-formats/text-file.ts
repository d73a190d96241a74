import { makeProblem, ProblemError, refuse } from '@imena/problem';
import { decodeText, type TextEncoding } from '../table/decode-text.ts';

/** What one file of families may hold. A file beyond it is refused whole. */
export const pedigreeLimits = {
  bytes: 64 * 1024 * 1024,
  lines: 3_000_000,
  lineCharacters: 32_767,
  /** Persons, samples, pedigrees, markers, alleles: bounds every list before it is made. */
  entries: 200_000,
} as const;

export interface PedigreeFileOptions {
  readonly fileName: string;
  /** Declared by a person; without it UTF-8, or UTF-16 with its mark. */
  readonly encoding?: TextEncoding;
}

/**
 * The lines of a text file, without their ends.
 *
 * Refuses with `exchange.file_too_large`, `exchange.pedigree_not_text`, `exchange.line_too_long`, `exchange.too_many_lines`
 * and the codes of `decodeText`.
 */
export function readLines(bytes: Uint8Array, { fileName, encoding }: PedigreeFileOptions): readonly string[] {
  return inFile(fileName, () => {
    const text = readText(bytes, encoding);
    checkLines(text);
    const lines = text.split(/\r\n|\n|\r/);
    lines.forEach((line, index) => {
      if (line.length > pedigreeLimits.lineCharacters) {
        refuse('exchange.line_too_long', { limit: pedigreeLimits.lineCharacters }, { row: index + 1 });
      }
    });
    return lines;
  });
}

/** Counted before they are made: 64 MiB of line ends would be 64 million lines. */
function checkLines(text: string): void {
  const ends = /\r\n|\n|\r/g;
  for (let lines = 1; ends.test(text); lines++) {
    if (lines >= pedigreeLimits.lines) refuse('exchange.too_many_lines', { limit: pedigreeLimits.lines });
  }
}

/** The text of a file within the limits; a file with NUL or nothing in it is no text. */
export function readText(bytes: Uint8Array, encoding: TextEncoding | undefined): string {
  if (bytes.length > pedigreeLimits.bytes) refuse('exchange.file_too_large', { limit: '64 MiB' });
  const { text } = decodeText(bytes, encoding ?? null);
  if (text.trim() === '' || text.includes('\0')) refuse('exchange.pedigree_not_text');
  return text;
}

/** Names the file in every refusal that comes out of the action. */
export function inFile<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, details, place } = error.problem;
    throw new ProblemError(makeProblem(code, details, { file, ...place }));
  }
}

/** Refuses a list that is longer than anything real before it is made (`exchange.too_many_entries`). */
export function checkEntries(count: number): void {
  if (count > pedigreeLimits.entries) refuse('exchange.too_many_entries', { limit: pedigreeLimits.entries });
}

/** Refuses text that a line format would tear apart or not show (`exchange.write_text`). */
export function checkWritable(text: string, field: string, forbidden: RegExp): string {
  if (text.trim() !== text || text === '' || /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text) || forbidden.test(text)) {
    refuse('exchange.write_text', { text: text.slice(0, 80), field });
  }
  return text;
}
