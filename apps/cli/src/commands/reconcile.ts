import { readFile } from 'node:fs/promises';
import { readTable, writeCsv, type TableResult } from '@imena/exchange';
import { describeMismatch, readJournalName, reconcileBurials, type FoundIndividual, type Grave, type JournalRow, type Marker, type Mismatch, type ReconciledLine, type ReconciliationDecision } from '@imena/matching';
import { parseEdtf, ProblemError, refuse, type Edtf, type Language } from '@imena/problem';
import { usageOf, type Command } from '../command.ts';

type Sex = JournalRow['sex'];

/** Burial journal, markers, graves and individuals found as one table with every mismatch. */
export const reconcile: Command = {
  name: 'reconcile',
  usage: '--journal FILE --graves FILE --remains FILE [--decisions FILE]',
  summary: { en: 'lays burial journal, markers, graves and remains over each other and lists every mismatch', uk: 'зіставляє журнал поховань, знаки, могили й останки та називає кожну розбіжність' },
  help: {
    en: [
      'Tables (CSV, TSV, XLSX) with a header. Prints CSV; with --json one JSON line a grave, then one a mismatch. It proposes; a person decides.',
      'journal: id, number, name, sex, birth, death, people',
      'graves:  id, number, emptied (yes|no; yes where empty), marker_number, marker_name, marker_birth, marker_death; a further row with the same id is a further marker',
      'remains: id, grave, sex, papers_name, birth, death',
      'decisions (what people decided; it stands, and the rest is proposed again): decision (same|different for journal and grave, explained for mismatch), journal, grave, mismatch (its key in --json), by, reason',
      'Only id is needed. Sex: M, F or empty. Dates: EDTF (1961, 2022-03, 2022-03-09). "Unidentified woman" is no name.',
    ].join('\n'),
    uk: [
      'Таблиці (CSV, TSV, XLSX) із заголовком. Виводить CSV; з --json один рядок JSON на могилу, далі по рядку на розбіжність. Програма пропонує; вирішує людина.',
      'journal: id, number, name, sex, birth, death, people',
      'graves:  id, number, emptied (yes|no; порожнє означає yes), marker_number, marker_name, marker_birth, marker_death; ще один рядок із тим самим id — ще один знак',
      'remains: id, grave, sex, papers_name, birth, death',
      'decisions (рішення людей; вони чинні, решту запропоновано заново): decision (same|different для journal і grave, explained для mismatch), journal, grave, mismatch (його ключ у --json), by, reason',
      'Обов’язковий лише id. Стать: M, F або порожньо. Дати: EDTF (1961, 2022-03, 2022-03-09). «Невідома жінка» не є ім’ям.',
    ].join('\n'),
  },
  options: { journal: { type: 'string' }, graves: { type: 'string' }, remains: { type: 'string' }, decisions: { type: 'string' } },
  run: async (call) => {
    const files = { journal: call.text('journal'), graves: call.text('graves'), remains: call.text('remains') };
    if (files.journal === undefined || files.graves === undefined || files.remains === undefined || call.positionals.length > 0) throw usageOf(reconcile);
    const journal = eachOnce(await readRows(files.journal, journalColumns)).map(journalRow);
    const graveRows = await readRows(files.graves, graveColumns);
    const individuals = eachOnce(await readRows(files.remains, remainsColumns)).map(individual);
    const decisionsFile = call.text('decisions');
    const decisions = decisionsFile === undefined ? [] : (await readRows(decisionsFile, decisionColumns, 'decision')).map(decisionOf);
    const { lines, mismatches, stale } = reconcileBurials({ journal, markers: markersOf(graveRows), graves: gravesOf(graveRows), individuals }, decisions);
    for (const decision of stale) call.err(staleWords(decision, call.language));
    if (call.isJson) {
      for (const line of lines) call.out(JSON.stringify(line));
      for (const mismatch of mismatches) call.out(JSON.stringify({ ...mismatch, words: describeMismatch(mismatch, call.language) }));
      return 0;
    }
    const words = (list: readonly Mismatch[]): string => list.map((mismatch) => describeMismatch(mismatch, call.language)).join(' | ');
    const rows = lines.map((line) => tableRow(line, words(mismatches.filter(({ key }) => line.mismatches.includes(key)))));
    const named = new Set(lines.flatMap((line) => line.mismatches));
    // Gaps in a series are of no line.
    const alone = mismatches.filter(({ key }) => !named.has(key)).map((mismatch) => ['', '', '', '', '', '', '', words([mismatch])]);
    const csv = writeCsv(['grave', 'journal', 'markers', 'remains', 'listed', 'found', 'log10_lr', 'mismatches'], [...rows, ...alone]);
    call.out(csv.replace(/\r\n$/u, ''));
    return 0;
  },
};

function tableRow({ grave, journal, markers, individuals, listed, found, links }: ReconciledLine, mismatches: string): string[] {
  return [grave ?? '', journal.join(' '), markers.join(' '), individuals.join(' '), String(listed ?? ''), String(found ?? ''), links.map(({ log10Lr }) => log10Lr.toFixed(2)).join(' '), mismatches];
}

const journalColumns = ['id', 'number', 'name', 'sex', 'birth', 'death', 'people'];
const graveColumns = ['id', 'number', 'emptied', 'marker_number', 'marker_name', 'marker_birth', 'marker_death'];
const decisionColumns = ['decision', 'journal', 'grave', 'mismatch', 'by', 'reason'];
const remainsColumns = ['id', 'grave', 'sex', 'papers_name', 'birth', 'death'];

/** One row with what reads its cells; refusals name file, row and column. */
interface Row {
  /** Where a cell of the row stands, for a refusal. */
  place(column: string): { readonly file: string; readonly row: number; readonly field: string };
  text(column: string): string | null;
  date(column: string): Edtf | null;
  sex(): Sex;
  /** Refuses the cell; `allowed` in signs or words of the file, not of a language. */
  bad(column: string, allowed: string): never;
  id(): string;
}

/** @throws Problem `cli.file_unreadable`, `exchange.*`, `matching.row_unreadable`, `matching.column_unknown` */
async function readRows(file: string, known: readonly string[], needed = 'id'): Promise<Row[]> {
  const bytes = await readFile(file).catch((error: unknown) => refuse('cli.file_unreadable', { file, reason: error instanceof Error ? error.message : '' }));
  const table = readTable(bytes, { fileName: file });
  const first = table.issues.find(({ severity }) => severity === 'error');
  if (first !== undefined) throw new ProblemError(first);
  for (const column of table.columns) if (!known.includes(column)) refuse('matching.column_unknown', { column, known: known.join(', ') }, { file, column });
  if (!table.columns.includes(needed)) refuse('matching.row_unreadable', { field: needed, value: '—', allowed: needed }, { file, field: needed });
  return table.rows.map(({ row, cells }) => rowOf(table, row, cells));
}

function rowOf({ columns, fileName }: TableResult, number: number, cells: readonly string[]): Row {
  const place = (column: string): ReturnType<Row['place']> => ({ file: fileName, row: number, field: column });
  const bad = (column: string, allowed: string): never => refuse('matching.row_unreadable', { field: column, value: text(column) ?? '—', allowed }, place(column));
  const text = (column: string): string | null => {
    const cell = (cells[columns.indexOf(column)] ?? '').trim();
    return cell === '' ? null : cell;
  };
  return {
    place, text, bad,
    id: () => text('id') ?? bad('id', 'A-1'),
    date: (column) => {
      const cell = text(column);
      try {
        return cell === null ? null : parseEdtf(cell);
      } catch (error) {
        if (error instanceof ProblemError) return bad(column, 'YYYY-MM-DD, YYYY-MM, YYYY, EDTF');
        throw error;
      }
    },
    sex: () => {
      const cell = text('sex');
      if (cell === null || cell === '?') return null;
      return /^(m|male|ч)$/iu.test(cell) ? 'M' : /^(f|female|ж)$/iu.test(cell) ? 'F' : bad('sex', 'M, male, ч; F, female, ж; ?');
    },
  };
}

function journalRow(row: Row): JournalRow {
  const { name, sex } = readJournalName(row.text('name'));
  const people = Number(row.text('people') ?? 1);
  if (!Number.isInteger(people) || people < 1) row.bad('people', '1, 2, 3 …');
  return { id: row.id(), number: row.text('number'), name, sex: row.sex() ?? sex, birth: row.date('birth'), death: row.date('death'), people };
}

/** The rows, when no two have one id. */
function eachOnce(rows: readonly Row[]): readonly Row[] {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const [id, place] = [row.id(), row.place('id')];
    const earlier = seen.get(id);
    if (earlier !== undefined) refuse('matching.id_twice', { id, earlier }, place);
    seen.set(id, place.row);
  }
  return rows;
}

/** Markers are told by their grave and their place at it, so that a row put in elsewhere makes no decision stale. */
function markersOf(rows: readonly Row[]): Marker[] {
  const atGrave = new Map<string, number>();
  return rows.flatMap((row): Marker[] => {
    const [number, text, birth, death] = [row.text('marker_number'), row.text('marker_name'), row.date('marker_birth'), row.date('marker_death')];
    if (number === null && text === null && birth === null && death === null) return [];
    const grave = row.id();
    const place = (atGrave.get(grave) ?? 0) + 1;
    atGrave.set(grave, place);
    return [{ id: `${grave}/${place}`, number, name: readJournalName(text).name, birth, death, grave }];
  });
}

/** What a person decided of a line and a grave, or of a mismatch; who and why are asked for by `reconcileBurials`. */
function decisionOf(row: Row): ReconciliationDecision {
  const text = (column: string): string => row.text(column) ?? row.bad(column, '…');
  const [by, reason] = [row.text('by') ?? '', row.text('reason') ?? ''];
  switch (row.text('decision')) {
    case 'same': return { kind: 'link', journal: text('journal'), grave: text('grave'), by, reason };
    case 'different': return { kind: 'apart', journal: text('journal'), grave: text('grave'), by, reason };
    case 'explained': return { kind: 'explained', mismatch: text('mismatch'), by, reason };
    default: return row.bad('decision', 'same, different, explained');
  }
}

function staleWords(decision: ReconciliationDecision, language: Language): string {
  const about = decision.kind === 'explained' ? decision.mismatch : `${decision.journal} – ${decision.grave}`;
  return language === 'uk' ? `Рішення про ${about} стосується того, чого вже немає в переліках; його не застосовано.` : `The decision about ${about} names what is not in the lists any more; it was not applied.`;
}

/** One grave for all rows with its id; rows that say another number or state of it are refused. */
function gravesOf(rows: readonly Row[]): Grave[] {
  const graves = new Map<string, Grave>();
  for (const row of rows) {
    const said = row.text('emptied') ?? 'yes';
    if (said !== 'yes' && said !== 'no') row.bad('emptied', 'yes, no');
    const grave: Grave = { id: row.id(), number: row.text('number'), emptied: said === 'yes' };
    const earlier = graves.get(grave.id);
    if (earlier === undefined) graves.set(grave.id, grave);
    else if (earlier.number !== grave.number) row.bad('number', earlier.number ?? '—');
    else if (earlier.emptied !== grave.emptied) row.bad('emptied', earlier.emptied ? 'yes' : 'no');
  }
  return [...graves.values()];
}

function individual(row: Row): FoundIndividual {
  return { id: row.id(), grave: row.text('grave'), sex: row.sex(), papersName: row.text('papers_name'), birth: row.date('birth'), death: row.date('death') };
}
