import type { Json } from '@imena/problem';
import type { Subject } from '@imena/record';
import { explainFiled, explainLevels, tellingOf } from '../live/explain-filed.ts';
import { OpenedFile, type KindWeights } from '../live/opened-file.ts';
import { ratioOfLevels, type ReportFile } from '../live/report-files.ts';
import type { EvidenceBasis } from '../match/evidence-basis.ts';
import type { FoundRemains } from '../records/types.ts';
import type { TableKind } from '../weigh/remains-tables.ts';
import type { Words } from '../words/value-words.ts';
import { reportOfPerson, type FoundSubjects } from './from-subjects.ts';
import { foundWithNames } from './register-lists.ts';
import { isOfTwoSides, weighEvidence, type WeighedRow } from './weigh-evidence.ts';

/** What one report of a file says of a kind, and what that weighs by itself. */
export interface ToldByReport {
  readonly person: string;
  readonly state: WeighedRow['state'];
  readonly reported: Json;
  /** What it says, in words; null where it is silent or the reader's side has to say it. */
  readonly words: Words | null;
  readonly log10Lr: number;
}

/** One kind of evidence of a person with remains. */
export interface PersonRow extends WeighedRow {
  /** What each report says, in the order of the file; empty where the person has only one. */
  readonly told: readonly ToldByReport[];
  /** log10 LR of the kind at each level of the file, the whole file first, the report alone last; empty where it is alone. */
  readonly byLevel: readonly number[];
}

/** A file, or a part of it, that is of one person with a probability. */
export interface WeighedLevel {
  readonly reports: readonly string[];
  /** 1 where people settled it. */
  readonly together: number;
}

/** All evidence besides DNA of a person with remains; the rows add up to `log10Sum`. */
export interface WeighedPerson {
  readonly rows: readonly PersonRow[];
  readonly levels: readonly WeighedLevel[];
  readonly log10Sum: number;
}

/** The persons of a file, in the order of its ids. */
export interface PersonsOfFile {
  readonly file: ReportFile;
  readonly persons: readonly Subject[];
}

/**
 * Weighs a person with remains kind by kind: one report by `weighEvidence`, several that are of one person as one file
 * (docs/methods/evidence.md, several reports on one person). What each report said, and how they agree, is part of it.
 * @param filed - null where the person has no other report
 */
export function weighPerson(basis: EvidenceBasis, pair: FoundSubjects & { readonly person: Subject }, filed: PersonsOfFile | null): WeighedPerson {
  const own = weighEvidence(basis, pair);
  const at = filed?.file.ids.indexOf(pair.person.id) ?? -1;
  if (filed === null || at < 0) return { rows: own.map((row) => ({ ...row, told: [], byLevel: [] })), levels: [], log10Sum: own.reduce((sum, { log10Lr }) => sum + log10Lr, 0) };
  const found = foundWithNames(pair);
  const opened = new OpenedFile(filed.file, filed.persons.map(reportOfPerson), basis);
  const { levels, kinds } = opened.weigh(found)[at] ?? { levels: [], kinds: [] };
  const each = filed.persons.map((person) => (person.id === pair.person.id ? own : weighEvidence(basis, { ...pair, person })));
  const rows = own.map((row): PersonRow => (isOfTwoSides(row.kind) ? fileRow(row, row.kind, { each, persons: filed.persons, at, kinds, opened, found }) : { ...row, told: [], byLevel: [] }));
  const shown = levels.map(({ file, together }) => ({ reports: file.reports.map((place) => filed.file.ids[place] ?? ''), together }));
  const log10Sum = sumOfPerson({ rows, levels: shown });
  const doubt: PersonRow = {
    kind: 'reports', state: 'weighed', log10Lr: log10Sum - rows.reduce((sum, { log10Lr }) => sum + log10Lr, 0), reported: null, found: null, details: {},
    explained: { sides: null, why: explainLevels(levels) }, nameReasons: [], told: [], byLevel: [],
  };
  const contradictions = rows.filter(({ kind }) => kind === 'marker');
  return { rows: [...contradictions, doubt, ...rows.filter(({ kind }) => kind !== 'marker')], levels: shown, log10Sum };
}

/**
 * log10 LR of the person without some kinds.
 * @param places - of each level, in how many persons its reports stand beside each other in one joint solution: its ratio is parted among them, so that no report counts twice
 */
export function sumOfPerson({ rows, levels }: Pick<WeighedPerson, 'rows' | 'levels'>, without: ReadonlySet<string> = new Set(), places: readonly number[] = []): number {
  const counted = rows.filter(({ kind }) => isOfTwoSides(kind) && !without.has(kind));
  if (levels.length === 0) return counted.reduce((sum, { log10Lr }) => sum + log10Lr, 0);
  return ratioOfLevels(levels, [...levels, null].map((_, level) => counted.reduce((sum, { byLevel }) => sum + (byLevel[level] ?? 0), 0)), places);
}

interface FileRow {
  readonly each: readonly (readonly WeighedRow[])[];
  readonly persons: readonly Subject[];
  /** Place of the person asked about. */
  readonly at: number;
  readonly kinds: readonly KindWeights[];
  readonly opened: OpenedFile;
  readonly found: FoundRemains;
}

/** The row of one kind for the whole file, with what each report says of it. */
function fileRow(row: WeighedRow, kind: 'name' | TableKind, { each, persons, at, kinds, opened, found }: FileRow): PersonRow {
  const own = each.map((rows) => rows.find((one) => one.kind === kind) ?? row);
  const told = own.map(({ state, reported, log10Lr, explained: { sides } }, place): ToldByReport => ({ person: persons[place]?.id ?? '', state, reported, words: sides?.reported ?? null, log10Lr }));
  const weighed = own.filter(({ state }) => state === 'weighed');
  const byLevel = kinds.map((of) => of.get(kind) ?? 0);
  const [first] = weighed;
  if (first === undefined) return { ...row, reported: row.reported ?? own.find(({ reported }) => reported !== null)?.reported ?? null, state: own.some(({ state }) => state === 'people_disagree') ? 'people_disagree' : 'not_recorded', told, byLevel };
  const log10Lr = byLevel[0] ?? 0;
  const speaking = own[at]?.state === 'weighed' ? row : first;
  const explained = kind === 'name' ? { ...row.explained, why: tellingOf(opened, kind) } : explainFiled(opened, kind, { log10Lr, found, report: at });
  const { nameReasons } = weighed.reduce((high, one) => (one.log10Lr > high.log10Lr ? one : high));
  return { ...speaking, log10Lr, explained, nameReasons, told, byLevel };
}
