import {
  applyMapping, detectProfileFormat, guessMapping, readCmf, readProfiles, readTable, targets,
  type CmfResult, type Issue, type MappedTable, type Mapping, type ProfileFormat, type ProfileOptions, type ProfilesResult, type TableOptions, type TableResult, type TargetName,
} from '@imena/exchange';
import { refuse } from '@imena/problem';
import {
  checkPrepared, prepareProfiles, rowsToStatements,
  type ImportSetting, type ImportTarget, type PreparedImport, type ProfileContext, type TableContext,
} from '@imena/record';

export type ImportContext = TableContext | ProfileContext;

/** What a person sees of a file before the columns are mapped. */
export interface OpenedTable {
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly first: readonly (readonly string[])[];
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly separator: string | null;
  readonly encoding: string | null;
  readonly emptyRowsSkipped: number;
  readonly issues: readonly Issue[];
  readonly guessed: Mapping | null;
  readonly profileFormat: ProfileFormat | 'cmf' | null;
}

export type ImportRequest =
  | { readonly kind: 'open'; readonly target: ImportTarget; readonly bytes: Uint8Array; readonly options: TableOptions }
  | { readonly kind: 'prepare'; readonly mapping: Mapping | null; readonly profileOptions: ProfileOptions; readonly context: ImportContext; readonly scope: string; readonly demonstration: boolean };

export interface PreparedAnswer {
  readonly prepared: PreparedImport;
  readonly unmappedColumns: readonly string[];
}

const shownFirst = 5;

/** The work of the import's worker as plain functions over one table; the worker only carries messages. */
export function makeImportReader(newId: () => string) {
  let table: TableResult | null = null;
  let codis: CodisFile | null = null;
  return {
    open({ target, bytes, options }: Extract<ImportRequest, { kind: 'open' }>): OpenedTable {
      table = null;
      codis = target === 'profiles' && isXml(bytes) ? { bytes, fileName: options.fileName } : null;
      if (codis !== null) return openCodis(codis);
      const read = readTable(bytes, options);
      table = read;
      return {
        columns: read.columns, rowCount: read.rows.length, first: read.rows.slice(0, shownFirst).map((row) => row.cells), sheet: read.sheet, sheets: read.sheets,
        separator: read.separator, encoding: read.encoding, emptyRowsSkipped: read.emptyRowsSkipped, issues: read.issues,
        guessed: target === 'profiles' ? null : guessMapping(read.columns, targets[target]),
        profileFormat: target === 'profiles' ? detectProfileFormat(read) : null,
      };
    },
    prepare({ mapping, profileOptions, context, scope, demonstration }: Extract<ImportRequest, { kind: 'prepare' }>): PreparedAnswer {
      if (codis !== null && context.target === 'profiles') {
        const read = byLineOrSpecimen(readCmf(codis.bytes, { fileName: codis.fileName, ...profileOptions }));
        const setting: ImportSetting = { fileName: codis.fileName, scope, demonstration, newId };
        return { prepared: checkPrepared(merge(prepareProfiles(read, context, setting), read), codis.fileName), unmappedColumns: [] };
      }
      if (table === null) return refuse('exchange.empty_file');
      const setting: ImportSetting = { fileName: table.fileName, scope, demonstration, newId };
      if (context.target === 'profiles') {
        const profiles = readProfiles(table, profileOptions);
        return { prepared: checkPrepared(merge(prepareProfiles(profiles, context, setting), profiles), table.fileName), unmappedColumns: [] };
      }
      if (mapping === null) return refuse('exchange.mapping_invalid', { reason: context.target });
      const mapped = applyMapping(table, mapping, targets[context.target]);
      return { prepared: checkPrepared(merge(rowsToStatements(mapped, context, setting), mapped), table.fileName), unmappedColumns: mapped.unmappedColumns };
    },
  };
}

interface CodisFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** Only a table would begin with something else: XML begins with its declaration or an element, after a byte order mark at most. */
function isXml(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 100)));
}

/** The specimens of a CODIS file as a table to look at. @throws Problem `exchange.cmf_*`, `exchange.xml_*` */
function openCodis({ bytes, fileName }: CodisFile): OpenedTable {
  const { file, issues } = readCmf(bytes, { fileName });
  return {
    columns: ['SPECIMENID', 'SPECIMENCATEGORY', 'CASEID', 'LOCUS'], rowCount: file.specimens.length, sheet: null, sheets: [], separator: null, encoding: null, emptyRowsSkipped: 0, issues, guessed: null, profileFormat: 'cmf',
    first: file.specimens.slice(0, shownFirst).map((one) => [one.id, one.category, one.caseId ?? '', one.loci.map((locus) => `${locus.name} ${locus.alleles.join(',')}`).join('; ')]),
  };
}

/**
 * Rows are lines of the file where each specimen has lines of its own. Programs also write all of it in one line: then the
 * specimens are numbered, so that one that is held back does not take the others with it.
 */
function byLineOrSpecimen({ profiles, issues }: Pick<CmfResult, 'profiles' | 'issues'>): Pick<CmfResult, 'profiles' | 'issues'> {
  const first = profiles.map((one) => one.rows[0] ?? 0);
  if (new Set(first).size === first.length) return { profiles, issues };
  return {
    profiles: profiles.map((one, place) => ({ ...one, rows: [place + 1] })),
    issues: issues.map((issue) => { const { row: _, ...place } = issue.place; return { ...issue, place }; }),
  };
}

/** What was found while reading stands before what was found while preparing. */
function merge(prepared: PreparedImport, read: MappedTable | Pick<ProfilesResult, 'issues'>): PreparedImport {
  return { ...prepared, issues: [...read.issues, ...prepared.issues], heldBack: [...('heldBack' in read ? read.heldBack : []), ...prepared.heldBack] };
}

export function isTargetName(target: ImportTarget): target is TargetName {
  return target !== 'profiles';
}
