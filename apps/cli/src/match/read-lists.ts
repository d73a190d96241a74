import type { RowNote, RowPlace } from '@imena/matching';
import { refuse } from '@imena/problem';
import type { Call } from '../command.ts';
import { readTextLines } from '../read-text.ts';

/** Rows of a list that are not used in part: how many, and the first of them. */
interface HeardNote {
  readonly note: RowNote;
  readonly line: number;
  count: number;
}

/**
 * Reads a list line by line; empty lines are left out. Fields that are not used and words that are not understood are
 * told on standard error, each once with how often.
 * @throws Problem `cli.file_unreadable`, `cli.not_utf8`, `matching.id_twice` and those of `parse`
 */
export async function readList<T extends { readonly id: string }>(file: string, parse: (line: string, place: RowPlace, hear: (note: RowNote) => void) => T, call: Pick<Call, 'err' | 'language'>): Promise<T[]> {
  const rows: T[] = [];
  const seen = new Map<string, number>();
  const heard = new Map<string, HeardNote>();
  for await (const { line, text } of readTextLines(file)) {
    if (text.trim() === '') continue;
    const row = parse(text, { file, line }, (note) => {
      const key = note.kind === 'unknown_field' ? note.field : `${note.field} ${note.value}`;
      const known = heard.get(key);
      if (known === undefined) heard.set(key, { note, line, count: 1 });
      else known.count++;
    });
    const earlier = seen.get(row.id);
    if (earlier !== undefined) refuse('matching.id_twice', { id: row.id, earlier }, { file, row: line, field: 'id' });
    seen.set(row.id, line);
    rows.push(row);
  }
  for (const note of heard.values()) call.err(noteWords(file, note, call.language));
  return rows;
}

function noteWords(file: string, { note: { kind, field, value }, line, count }: HeardNote, language: Call['language']): string {
  if (language === 'uk') return kind === 'unknown_field' ? `${file}: поле ${field} не використано (рядків: ${count}, перший ${line}).` : `${file}: значення ${value} поля ${field} не зрозуміле й не важить (рядків: ${count}, перший ${line}).`;
  return kind === 'unknown_field' ? `${file}: the field ${field} is not used (lines: ${count}, the first ${line}).` : `${file}: ${value} in ${field} is not understood and weighs nothing (lines: ${count}, the first ${line}).`;
}
