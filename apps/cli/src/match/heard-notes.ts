import type { RowNote } from '@imena/matching';
import type { Call } from '../command.ts';

/** Rows of a list that are not used in part: how many, the first of them, and what is written there. Plain data. */
interface HeardNote {
  readonly note: RowNote;
  readonly line: number;
  readonly values: Set<string>;
  count: number;
}

/** By kind and field. */
export type HeardNotes = Map<string, HeardNote>;

/** Takes what a line says that is not used. */
export function hearNote(heard: HeardNotes, note: RowNote, line: number): void {
  const known = knownAs(heard, note, line);
  known.count++;
  known.values.add(note.value);
}

/** Takes what a later part of the same list says. */
export function joinNotes(heard: HeardNotes, later: HeardNotes): void {
  for (const { note, line, values, count } of later.values()) {
    const known = knownAs(heard, note, line);
    known.count += count;
    for (const value of values) known.values.add(value);
  }
}

function knownAs(heard: HeardNotes, note: RowNote, line: number): HeardNote {
  const key = `${note.kind} ${note.field}`;
  let known = heard.get(key);
  if (known === undefined) heard.set(key, (known = { note, line, values: new Set(), count: 0 }));
  return known;
}

/** Tells what was heard on standard error, once for each field with how often. */
export function tellNotes(file: string, heard: HeardNotes, { err, language }: Pick<Call, 'err' | 'language'>): void {
  for (const note of heard.values()) err(noteWords(file, note, language));
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
