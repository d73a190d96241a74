import { birthdayOf } from '../evidence/birthday.ts';
import { readWeight } from '../evidence/marker.ts';
import { numbersWeight } from '../evidence/numbers.ts';
import { codesOfFile, heightOfFile, meanRatio, readOfFile, traitsOfFile } from '../match/file-kinds.ts';
import { fileValues, type FileValues } from '../match/file-values.ts';
import { ofOneMarker, type Matching, type OpenOptions } from '../match/open-matching.ts';
import type { PersonFile } from '../match/person-files.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { foundNamesOf, prepareReportName, reportNamesOf } from '../weigh/name-weight.ts';
import { inParts, pairKinds, type ReadParts } from '../weigh/pair-kinds.ts';
import { tableContext, tableKinds, tablesOf, traitModel, type RemainsTables, type TableKind } from '../weigh/remains-tables.ts';
import { codeReports } from '../weigh/report-columns.ts';
import { weighNames } from '../weigh/weigh-names.ts';
import { levelsOfReport, type FileLevel, type ReportFile } from './report-files.ts';

/** log10 LR of each kind, in the order of `tableKinds` after the name. */
export type KindWeights = ReadonlyMap<'name' | TableKind, number>;

/** One report of a file with one individual: the kinds of every level, the whole file first, the report alone last. */
export interface FiledReport {
  readonly levels: readonly FileLevel[];
  readonly kinds: readonly KindWeights[];
}

/** Reports as they are weighed; a file is not searched through. */
type ReportsOfFile = Pick<Matching, 'missing' | 'columns' | 'reportNames' | 'nameModel' | 'population' | 'settings' | 'context'>;

/** Under what a file is weighed: shares and weights of the lists that it is a part of. */
export type SharesOfFile = Required<Pick<OpenOptions, 'population' | 'nameModel' | 'settings'>> & Pick<OpenOptions, 'placesTaught' | 'lasting'>;

/** The reports of one person, opened once and weighed with one individual after another: as one file, kind by kind. */
export class OpenedFile {
  readonly matching: ReportsOfFile;
  readonly file: PersonFile;
  readonly #values = new Map<PersonFile, FileValues>();

  /** @param reports - those that `ids` names, in the same order */
  constructor({ file }: Pick<ReportFile, 'file'>, reports: readonly MissingReport[], shares: SharesOfFile) {
    this.file = file;
    this.matching = openReports(reports, shares);
  }

  /** What the whole file, or a part of it, says, kind by kind. */
  valuesOf(file: PersonFile): FileValues {
    const known = this.#values.get(file) ?? fileValues(this.matching, file.reports);
    this.#values.set(file, known);
    return known;
  }

  /** Weighs every report of the file, by its place. */
  weigh(found: FoundRemains): FiledReport[] {
    const { matching } = this;
    const tables = tablesOf(found, matching.context);
    const own = matching.missing.map((report) => ({
      name: weighNames(foundNamesOf(found), reportNamesOf(report), matching.nameModel)?.log10Lr ?? null, birthday: birthdayOf(found.birth, report.birth, matching.settings.birthDayError),
    }));
    const weighed = new Map<PersonFile, KindWeights>();
    const asOne = (file: PersonFile): KindWeights => {
      const known = weighed.get(file) ?? this.#kindsOf(file, { found, tables, names: file.reports.flatMap((report) => own[report]?.name ?? []) });
      weighed.set(file, known);
      return known;
    };
    return matching.missing.map((_, report) => {
      const levels = levelsOfReport(this.file, report);
      const alone = new Map(pairKinds(tables, matching.columns, { report, name: own[report]?.name ?? null, birthday: own[report]?.birthday ?? null }).map(({ kind, log10Lr }) => [kind, log10Lr]));
      return { levels, kinds: [...levels.map(({ file }) => asOne(file)), alone] };
    });
  }

  /** The kinds of a file read as one; they add up to what the joint solution weighs it (`FileWeigher`). */
  #kindsOf(file: PersonFile, { found, tables, names }: { readonly found: FoundRemains; readonly tables: RemainsTables; readonly names: readonly number[] }): KindWeights {
    const { columns, settings, population } = this.matching;
    const values = this.valuesOf(file);
    const colouring = (of: 'hair' | 'eyes'): number => meanRatio(values.colouring.map((one) => (tables.hair?.[one.hair] ?? 0) + (of === 'hair' ? 0 : (tables.eyes?.[one.eyes] ?? 0))));
    const age = codesOfFile(values.birth, tables.age);
    const read = readParts(values, { tables, found, names, age, birthDayError: settings.birthDayError });
    const kindOf = (kind: TableKind): number => {
      switch (kind) {
        case 'birth': return read.birth;
        case 'age': return age;
        case 'height': return heightOfFile(values, tables);
        case 'hair': return colouring('hair');
        // What eyes add to hair: both together are averaged over the reports.
        case 'eyes': return colouring('eyes') - colouring('hair');
        case 'numbers': return tables.numbers === null ? 0 : numbersWeight(values.numbers, found.numbers, settings);
        case 'marks': case 'clothing': case 'belongings': return traitsOfFile(values.traits[kind], found, { kind, tables, model: traitModel(kind, population, settings), columns });
        case 'sex': case 'seen': case 'place': case 'military': case 'teeth': return codesOfFile(values[kind], tables[kind]);
      }
    };
    return new Map([['name', read.name] as const, ...tableKinds.map((kind) => [kind, kindOf(kind)] as const)]);
  }
}

/** Cost: a tenth of opening a list (`openMatching`), which makes room for searches. */
function openReports(missing: readonly MissingReport[], { population, nameModel, settings, placesTaught = null, lasting }: SharesOfFile): ReportsOfFile {
  const columns = codeReports(missing, population);
  const context = tableContext({ columns, population, settings, placesTaught, ...(lasting === undefined ? {} : { lasting }) });
  return { missing, columns, reportNames: missing.map(prepareReportName), nameModel: ofOneMarker(nameModel), population, settings, context };
}

interface Read {
  readonly tables: RemainsTables;
  readonly found: FoundRemains;
  /** log10 LRs of the names of those reports that have one, the marker taken as right. */
  readonly names: readonly number[];
  readonly age: number;
  readonly birthDayError: number;
}

/** What one marker reads, of all reports of a file together, in parts (as `pairKinds`). */
function readParts(values: FileValues, { tables: { marker, age: estimate }, found, names, age, birthDayError }: Read): ReadParts {
  if (marker === null) return { name: 0, birth: 0 };
  const name = meanRatio(names);
  const { together, year, days, sex } = readOfFile(marker, values, { found, name, estimate, age, birthDayError });
  const isBorn = values.birth.length > 0;
  const alone = {
    name: names.length === 0 ? 0 : readWeight(name + (values.sex.length === 0 ? 0 : sex), marker.model),
    birth: isBorn ? readWeight((marker.written === null ? 0 : year) + days, marker.model) : 0,
  };
  return inParts(together, alone, names.length === 0 && isBorn ? 'birth' : 'name');
}
