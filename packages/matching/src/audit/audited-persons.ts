import { birthdayOf } from '../evidence/birthday.ts';
import { explainLevels } from '../live/explain-filed.ts';
import { sumOfFiled } from '../live/kinds-of-file.ts';
import { OpenedFile } from '../live/opened-file.ts';
import type { ReportFile, ReportFiles } from '../live/report-files.ts';
import { toldTogether } from '../live/told-together.ts';
import { namesOfPair } from '../match/names-of-pair.ts';
import type { Matching } from '../match/open-matching.ts';
import type { MissingReport } from '../records/types.ts';
import { pairKinds } from '../weigh/pair-kinds.ts';
import type { Words } from '../words/value-words.ts';
import type { AuditKind } from './types.ts';

export interface WeighedKind {
  readonly kind: AuditKind;
  readonly log10Lr: number;
}

/** Remains and a person as the audit weighs them. */
export interface WeighedPair {
  /** Every kind that was found and reported both; a kind of which one side is not known is left out. */
  readonly kinds: readonly WeighedKind[];
  /** How surely the reports of the person are of one person, in words; none where there is one report. */
  readonly reports: readonly Words[];
  /** log10 LR of all kinds but some. */
  readonly sumWithout: (silent: ReadonlySet<string>) => number;
}

/** The persons whom identities name: each with all its reports as one file where it has several (docs/methods/evidence.md). */
export class AuditedPersons {
  readonly #matching: Matching;
  readonly #files: ReportFiles | null;
  readonly #places: ReadonlyMap<string, number>;
  /** The file that was weighed last: a person is asked about with one remains after another. */
  #opened: { readonly file: ReportFile; readonly as: OpenedFile } | null = null;

  /** @param places - of the reports in the list, by id */
  constructor(matching: Matching, places: ReadonlyMap<string, number>, files: ReportFiles | null) {
    this.#matching = matching;
    this.#files = files;
    this.#places = places;
  }

  /** The file of a report; null where it is its person's only one, or another of its file is not in the list. */
  fileOf(id: string): ReportFile | null {
    const file = this.#files?.of(id) ?? null;
    return file !== null && file.ids.every((one) => this.#places.has(one)) ? file : null;
  }

  /** The reports of the person of one report, that one first. */
  reportsOf(report: number): MissingReport[] {
    const { missing } = this.#matching;
    const own = missing[report];
    if (own === undefined) return [];
    const others = (this.fileOf(own.id)?.ids ?? []).flatMap((id) => (id === own.id ? [] : (missing[this.#places.get(id) ?? -1] ?? [])));
    return [own, ...others];
  }

  /** All that the person of a report tells, to be searched with. */
  toldBy(report: number): MissingReport {
    return toldTogether(this.reportsOf(report));
  }

  weigh(individual: number, report: number): WeighedPair {
    const [own, found] = [this.#matching.missing[report], this.#matching.remains.at(individual)];
    const file = own === undefined ? null : this.fileOf(own.id);
    if (own === undefined || found === undefined || file === null) return this.#weighAlone(individual, report);
    const filed = this.#open(file).weigh(found)[file.ids.indexOf(own.id)];
    if (filed === undefined) return this.#weighAlone(individual, report);
    return {
      kinds: [...(filed.kinds[0] ?? [])].flatMap(([kind, log10Lr]) => (log10Lr === 0 ? [] : [{ kind, log10Lr }])),
      reports: explainLevels(filed.levels), sumWithout: (silent) => sumOfFiled(filed, silent),
    };
  }

  #open(file: ReportFile): OpenedFile {
    if (this.#opened?.file === file) return this.#opened.as;
    const { missing, population, settings, nameModel, context: { placesTaught, lasting } } = this.#matching;
    const reports = file.ids.flatMap((id) => missing[this.#places.get(id) ?? -1] ?? []);
    const as = new OpenedFile(file, reports, { population, settings, nameModel, placesTaught, lasting });
    this.#opened = { file, as };
    return as;
  }

  #weighAlone(individual: number, report: number): WeighedPair {
    const { columns, remains, missing, settings, tablesAt } = this.#matching;
    const tables = tablesAt(individual);
    if (tables === null) return { kinds: [], reports: [], sumWithout: () => 0 };
    const birthday = birthdayOf(remains.at(individual)?.birth ?? null, missing[report]?.birth ?? null, settings.birthDayError);
    const kinds = pairKinds(tables, columns, { report, name: namesOfPair(this.#matching, individual, report), birthday }).filter(({ log10Lr }) => log10Lr !== 0);
    return { kinds, reports: [], sumWithout: (silent) => kinds.reduce((sum, { kind, log10Lr }) => sum + (silent.has(kind) ? 0 : log10Lr), 0) };
  }
}
