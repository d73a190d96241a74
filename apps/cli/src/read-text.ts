import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseStrictJson, ProblemError, refuse } from '@imena/problem';

/** A line longer than this is no row of a list; without a limit a file without line ends would be held whole. */
const longestLine = 16 * 1024 * 1024;

/**
 * A whole file as text. A byte order mark stays where it is, so that offsets are those of the file.
 * @throws Problem cli.file_unreadable, cli.not_utf8
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => unreadable(file, error));
  return decodeText(bytes, { file });
}

/** A whole file of JSON; a byte order mark before it is passed over. @throws Problem cli.file_unreadable, cli.not_utf8, json.* */
export async function readJson(file: string): Promise<unknown> {
  return parseJson(file, await readText(file));
}

/** The text of a file as JSON; of two values under one key neither is chosen in silence. @throws Problem json.* with the file and the row */
export function parseJson(file: string, text: string, row?: number): unknown {
  try {
    return parseStrictJson(text.startsWith(byteOrderMark) ? text.slice(1) : text);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, details, place } = error.problem;
    const { offset } = details;
    // In a file of one document the row of the fault is counted for the reader.
    const at = row ?? (typeof offset === 'number' ? text.slice(0, offset).split('\n').length : undefined);
    return refuse(code, details, { ...place, file, ...(at === undefined ? {} : { row: at }) });
  }
}

/**
 * The lines of a file with their numbers, from 1. Only line feeds end a line: JSON may hold other separators inside a text.
 * @throws Problem cli.file_unreadable, cli.not_utf8 with its row, cli.line_too_long
 */
export async function* readTextLines(file: string): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  let line = 0;
  for await (const lines of readLineBytes(file)) {
    for (const bytes of lines) {
      line += 1;
      yield { line, text: textOfLine(bytes, { file, row: line }) };
    }
  }
}

/** The same lines as bytes, as many at once as come together. @throws Problem cli.file_unreadable, cli.line_too_long */
export async function* readLineBytes(file: string): AsyncGenerator<readonly Uint8Array[]> {
  const held: Uint8Array[] = [];
  let [line, length] = [0, 0];
  try {
    for await (const piece of createReadStream(file)) {
      if (!(piece instanceof Uint8Array)) continue;
      const lines: Uint8Array[] = [];
      let from = 0;
      for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, from)) {
        const last = piece.subarray(from, end);
        lines.push(length === 0 ? last : Buffer.concat([...held.splice(0), last]));
        from = end + 1;
        length = 0;
      }
      line += lines.length;
      yield lines;
      if (from < piece.length) held.push(piece.subarray(from));
      length += piece.length - from;
      if (length > longestLine) refuse('cli.line_too_long', { limit: longestLine }, { file, row: line + 1 });
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return unreadable(file, error);
    throw error;
  }
  if (length > 0) yield [Buffer.concat(held)];
}

/** A line as text, of the first without a byte order mark. @throws Problem cli.not_utf8 */
export function textOfLine(bytes: Uint8Array, place: { readonly file: string; readonly row: number }): string {
  const text = decodeText(bytes, place);
  return place.row === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text;
}

const byteOrderMark = '\uFEFF';
const lineFeed = 10;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as UTF-8, which is all that is read: half-read names could make one of two people. @throws Problem cli.not_utf8 */
export function decodeText(bytes: Uint8Array, place: { readonly file: string; readonly row?: number }): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse('cli.not_utf8', { file: place.file }, place.row === undefined ? undefined : place);
  }
}

function unreadable(file: string, error: unknown): never {
  return refuse('cli.file_unreadable', { file, reason: error instanceof Error ? error.message : String(error) });
}
