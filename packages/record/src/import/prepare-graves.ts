import {
  filled, issueAt, noteOf, numberAt, textAt,
  type ExistingSubject, type ImportIssue, type ImportRow, type ImportSetting, type ImportTable, type PreparedBody, type PreparedImport, type PreparedRow,
} from './import-rows.ts';

export interface GraveContext {
  readonly target: 'graves';
  readonly site: string;
  /** Graves of the site by their number. */
  readonly graves: Readonly<Record<string, ExistingSubject>>;
  /** Ids of the site's areas by code and by name, in lower case. */
  readonly areas: Readonly<Record<string, string>>;
  /** What the markers of this list are; the file does not say it, so a person does. */
  readonly markerType: string | null;
}

/** The statements of a list of graves: marked, what the marker says, what kind of grave it is. */
export function prepareGraves(table: ImportTable, context: GraveContext, setting: ImportSetting): PreparedImport {
  const issues: ImportIssue[] = [];
  const rows = table.rows.map((row): PreparedRow => {
    const number = textAt(row, 'number') ?? '';
    const existing = context.graves[number];
    return {
      row: row.row, label: number, subject: setting.newId(), subjectKind: 'grave', ...(existing === undefined ? {} : { existing }),
      bodies: [markedBody(row, { context, setting, issues }), ...markerBodies(row, { context, setting, issues }), ...typeBodies(row)],
    };
  });
  return { rows, issues, heldBack: [] };
}

interface Work { readonly context: GraveContext; readonly setting: ImportSetting; readonly issues: ImportIssue[] }

function markedBody(row: ImportRow, { context, setting, issues }: Work): PreparedBody {
  const xMm = numberAt(row, 'xMm');
  const yMm = numberAt(row, 'yMm');
  const areaText = textAt(row, 'area');
  const area = areaText === undefined ? undefined : context.areas[areaText.trim().toLowerCase()];
  const more: string[] = [];
  const at = { file: setting.fileName, row: row.row };
  if (areaText !== undefined && area === undefined) {
    issues.push(issueAt('warning', at, 'web.import_area_unknown', { area: areaText }));
    more.push(areaText);
  }
  const latE7 = numberAt(row, 'latE7');
  const lonE7 = numberAt(row, 'lonE7');
  if (latE7 !== undefined && lonE7 !== undefined) {
    // LIMIT: the plan of a site has its own grid; degrees are kept in words until a surveyor ties the grid to them.
    issues.push(issueAt('warning', at, 'web.import_degrees_kept'));
    more.push(`${(latE7 / 1e7).toFixed(7)}, ${(lonE7 / 1e7).toFixed(7)} (WGS 84)`);
  }
  return filled({
    type: 'grave.marked', basis: 'document', site: context.site, area, number: textAt(row, 'number'),
    position: xMm === undefined || yMm === undefined ? undefined : { xMm, yMm },
    note: noteOf(row, setting.fileName, more), synthetic: setting.demonstration ? true : undefined,
  });
}

const markerFields = ['markerName', 'markerNumber', 'markerDates'] as const;

function markerBodies(row: ImportRow, { context, setting, issues }: Work): PreparedBody[] {
  const readings = markerFields.flatMap((field) => {
    const text = textAt(row, field);
    return text === undefined ? [] : [[field, { text }] as const];
  });
  if (readings.length === 0) return [];
  if (context.markerType === null) {
    issues.push(issueAt('error', { file: setting.fileName, row: row.row }, 'web.import_marker_type'));
    return [];
  }
  return [filled({ type: 'grave.marker_transcribed', basis: 'document', markerType: context.markerType, ...Object.fromEntries(readings), note: `${setting.fileName}, ${row.row}` })];
}

function typeBodies(row: ImportRow): PreparedBody[] {
  const graveType = textAt(row, 'graveType');
  return graveType === undefined ? [] : [{ type: 'grave.described', basis: 'document', graveType }];
}
