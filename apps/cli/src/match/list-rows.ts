import type { Range, RowNote, RowPlace } from '@imena/matching';
import { ProblemError, type Problem } from '@imena/problem';
import { readLineBytes, textOfLine } from '../read-text.ts';
import { hearNote, type HeardNotes } from './heard-notes.ts';

export type ParseRow<Row> = (text: string, place: RowPlace, hear?: (note: RowNote) => void) => Row;

/** What reading a part of a list found, up to the first row that cannot be taken. Plain data. */
export interface ReadPart {
  readonly ids: readonly string[];
  /** The line of each, from 1. */
  readonly lines: readonly number[];
  readonly heard: HeardNotes;
  /** Why that row, or what follows the last line, cannot be read. */
  readonly problem: Problem | null;
}

/** The lines of a list, of which each row is read when it is first asked for. */
export class ListRows<Row extends { readonly id: string }> {
  readonly file: string;
  /** Let go as they are read. */
  readonly #lines: (Uint8Array | null)[];
  readonly #rows: (Row | undefined)[];
  readonly #parse: ParseRow<Row>;
  readonly #end: Problem | null;
  readonly #today = today();

  /** @param end - why there are no further lines; null at the end of the file */
  constructor(file: string, { lines, end, parse }: { readonly lines: Uint8Array[]; readonly end: Problem | null; readonly parse: ParseRow<Row> }) {
    [this.file, this.#lines, this.#end, this.#parse] = [file, lines, end, parse];
    this.#rows = new Array<Row | undefined>(lines.length + 1);
  }

  /** How many lines, those with nothing but space among them. */
  get length(): number {
    return this.#lines.length;
  }

  /** The row of a line, from 1, that is known to hold one. */
  at(line: number): Row | undefined {
    return this.#rows[line] ?? this.#read(line);
  }

  /** Reads a part of the lines, places from 0. */
  readPart({ from, to }: Range): ReadPart {
    const ids: string[] = [];
    const lines: number[] = [];
    const heard: HeardNotes = new Map();
    let problem = to === this.length ? this.#end : null;
    try {
      for (let line = from + 1; line <= to; line++) {
        const row = this.#read(line, (note) => { hearNote(heard, note, line); });
        if (row === undefined) continue;
        ids.push(row.id);
        lines.push(line);
      }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      ({ problem } = error);
    }
    return { ids, lines, heard, problem };
  }

  #read(line: number, hear?: (note: RowNote) => void): Row | undefined {
    const bytes = this.#lines[line - 1] ?? null;
    if (bytes === null) return undefined;
    const text = textOfLine(bytes, { file: this.file, row: line });
    if (text.trim() === '') return undefined;
    const row = this.#parse(text, { file: this.file, line, today: this.#today }, hear);
    this.#rows[line] = row;
    this.#lines[line - 1] = null;
    return row;
  }
}

/** The lines of a file, not read yet. Empty where there is no file; what ends it early is told of its last part. */
export async function openRows<Row extends { readonly id: string }>(file: string | null, parse: ParseRow<Row>): Promise<ListRows<Row>> {
  const lines: Uint8Array[] = [];
  let end: Problem | null = null;
  try {
    if (file !== null) for await (const some of readLineBytes(file)) for (const line of some) lines.push(line);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    end = error.problem;
  }
  return new ListRows(file ?? '', { lines, end, parse });
}

/** Days since 1970-01-01. */
function today(): number {
  return Math.floor(Date.now() / 86_400_000);
}
