import { ProblemError, refuse } from '@imena/problem';
import type { Call } from '../command.ts';
import { joinNotes, tellNotes, type HeardNotes } from './heard-notes.ts';
import { openRows, type ParseRow, type ReadPart } from './list-rows.ts';

/**
 * Reads a list line by line; empty lines are left out. Fields that are not used and words that are not understood are
 * told on standard error.
 * @throws Problem `cli.file_unreadable`, `cli.not_utf8`, `cli.line_too_long`, `matching.id_twice` and those of `parse`, of the first row of the file that has one
 */
export async function readList<Row extends { readonly id: string }>(file: string, parse: ParseRow<Row>, call: Pick<Call, 'err' | 'language'>): Promise<Row[]> {
  const rows = await openRows(file, parse);
  const lines = joinParts(file, [rows.readPart({ from: 0, to: rows.length })], call);
  return [...lines.values()].flatMap((line) => rows.at(line) ?? []);
}

/** The parts of a list in the order of the file as one: the line of each id, from 1. Tells and @throws as `readList` */
export function joinParts(file: string, parts: readonly ReadPart[], call: Pick<Call, 'err' | 'language'>): Map<string, number> {
  const lineOf = new Map<string, number>();
  const heard: HeardNotes = new Map();
  for (const part of parts) {
    part.ids.forEach((id, at) => {
      const [line, earlier] = [part.lines[at] ?? 0, lineOf.get(id)];
      if (earlier !== undefined) refuse('matching.id_twice', { id, earlier }, { file, row: line, field: 'id' });
      lineOf.set(id, line);
    });
    if (part.problem !== null) throw new ProblemError(part.problem);
    joinNotes(heard, part.heard);
  }
  tellNotes(file, heard, call);
  return lineOf;
}
