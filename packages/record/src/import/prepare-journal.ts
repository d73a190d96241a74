import {
  filled, noteOf, numberAt, textAt,
  type ExistingSubject, type ImportRow, type ImportSetting, type ImportTable, type PreparedBody, type PreparedImport, type PreparedRow,
} from './import-rows.ts';

export interface JournalContext {
  readonly target: 'journal';
  readonly site: string;
  /** Lines of the site's journals that the register has, in any order. */
  readonly lines: readonly ExistingSubject[];
}

/** The statements of a burial journal, one a line. Two lines with one number stay two: that is for the reconciliation to show. */
export function prepareJournal(table: ImportTable, { site, lines }: JournalContext, setting: ImportSetting): PreparedImport {
  const known = new Map(lines.map((line) => [lineKey(line.code, line.title), line]));
  const rows = table.rows.map((row): PreparedRow => {
    const [number, name] = [textAt(row, 'number') ?? '', textAt(row, 'name') ?? ''];
    const existing = known.get(lineKey(number, name));
    return {
      row: row.row, label: [number, name].filter((text) => text !== '').join(' · '), subject: setting.newId(), subjectKind: 'burial_record',
      ...(existing === undefined ? {} : { existing }), bodies: [listedBody(row, site, setting)],
    };
  });
  return { rows, issues: [], heldBack: [] };
}

/** Number and name together tell a line; without a number its code is made up and says nothing. */
function lineKey(number: string, name: string): string {
  return JSON.stringify([number.trim(), name.trim()]);
}

function listedBody(row: ImportRow, site: string, setting: ImportSetting): PreparedBody {
  return filled({
    type: 'burial.listed', basis: 'document', site, number: textAt(row, 'number'), name: textAt(row, 'name'), sex: textAt(row, 'sex'),
    birthDate: textAt(row, 'birthDate'), deathDate: textAt(row, 'deathDate'), buriedOn: textAt(row, 'buriedOn'), people: numberAt(row, 'people'), plot: textAt(row, 'plot'),
    journal: setting.fileName.slice(0, 200), note: noteOf(row, setting.fileName), synthetic: setting.demonstration ? true : undefined,
  });
}
