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
  const day = today();
  for await (const { line, text } of readTextLines(file)) {
    if (text.trim() === '') continue;
    const row = parse(text, { file, line, today: day }, (note) => {
      const key = note.kind === 'unknown_field' ? note.field : `${note.kind} ${note.field} ${note.value}`;
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

/** Days since 1970-01-01. */
export function today(): number {
  return Math.floor(Date.now() / 86_400_000);
}

/** What a note says, between the file and the lines. */
const notes: Readonly<Record<RowNote['kind'], Readonly<Record<Call['language'], (field: string, value: string) => string>>>> = {
  unknown_field: { en: (field) => `the field ${field} is not used`, uk: (field) => `поле ${field} не використано` },
  not_understood: { en: (field, value) => `${value} in ${field} is not understood and weighs nothing`, uk: (field, value) => `значення ${value} поля ${field} не зрозуміле й не важить` },
  in_future: { en: (field, value) => `${value} in ${field} lies in the future; it is used as written`, uk: (field, value) => `значення ${value} поля ${field} у майбутньому; використано як записано` },
  born_later: { en: (field, value) => `${value} in ${field} lies after a day on which the person lived or died and weighs nothing`, uk: (field, value) => `значення ${value} поля ${field} пізніше за день, коли особа жила чи померла, і не важить` },
  without_place: { en: (field, value) => `${value} in ${field} stands without a settlement and weighs nothing`, uk: (field, value) => `значення ${value} поля ${field} без населеного пункту не важить` },
};

function noteWords(file: string, { note: { kind, field, value }, line, count }: HeardNote, language: Call['language']): string {
  const said = notes[kind][language](field, value);
  return language === 'uk' ? `${file}: ${said} (рядків: ${count}, перший ${line}).` : `${file}: ${said} (lines: ${count}, the first ${line}).`;
}
