import type { RowNote, RowPlace } from '@imena/matching';
import { refuse } from '@imena/problem';
import type { Call } from '../command.ts';
import { readTextLines } from '../read-text.ts';

/** Rows of a list that are not used in part: how many, the first of them, and what is written there. */
interface HeardNote {
  readonly note: RowNote;
  readonly line: number;
  readonly values: Set<string>;
  count: number;
}

/**
 * Reads a list line by line; empty lines are left out. Fields that are not used and words that are not understood are
 * told on standard error, once for each field with how often.
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
      const key = `${note.kind} ${note.field}`;
      let known = heard.get(key);
      if (known === undefined) heard.set(key, (known = { note, line, values: new Set(), count: 0 }));
      known.count++;
      known.values.add(note.value);
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
const notes: Readonly<Record<RowNote['kind'], Readonly<Record<Call['language'], (field: string, values: string) => string>>>> = {
  unknown_field: { en: (field) => `the field ${field} is not used`, uk: (field) => `поле ${field} не використано` },
  not_understood: { en: (field, values) => `in ${field}, not understood and without weight: ${values}`, uk: (field, values) => `у полі ${field} не зрозуміло й не важить: ${values}` },
  in_future: { en: (field, values) => `in ${field}, a day in the future, used as written: ${values}`, uk: (field, values) => `у полі ${field} день у майбутньому, використано як записано: ${values}` },
  born_later: { en: (field, values) => `in ${field}, later than a day on which the person lived or died, without weight: ${values}`, uk: (field, values) => `у полі ${field} пізніше за день, коли особа жила чи померла, не важить: ${values}` },
  without_place: { en: (field, values) => `in ${field}, without a settlement and without weight: ${values}`, uk: (field, values) => `у полі ${field} без населеного пункту, не важить: ${values}` },
};

/** So many different values are named. */
const mostNamed = 12;

function noteWords(file: string, { note: { kind, field }, values, line, count }: HeardNote, language: Call['language']): string {
  const [named, more] = [[...values].slice(0, mostNamed).join(', '), values.size - mostNamed];
  const said = notes[kind][language](field, more <= 0 ? named : language === 'uk' ? `${named} і ще ${more}` : `${named} and ${more} more`);
  return language === 'uk' ? `${file}: ${said} (рядків: ${count}, перший ${line}).` : `${file}: ${said} (lines: ${count}, the first ${line}).`;
}
