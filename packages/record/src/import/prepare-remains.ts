import {
  filled, issueAt, noteOf, numberAt, placeAt, textAt, valuesAt,
  type ExistingSubject, type ImportIssue, type ImportRow, type ImportSetting, type ImportTable, type PreparedBody, type PreparedImport, type PreparedRow,
} from './import-rows.ts';

export interface RemainsContext {
  readonly target: 'remains';
  readonly site: string;
  /** Ids of the site's graves by number. */
  readonly graves: Readonly<Record<string, ExistingSubject>>;
  /** Remains of the site by code. */
  readonly remains: Readonly<Record<string, ExistingSubject>>;
  /** Declared by a person for rows that do not say it; null where nobody declared it. */
  readonly completeness: string | null;
  /** Who examined, and whether the presumed names were known; null where nobody declared it. */
  readonly examination: { readonly examiner: string; readonly knew: boolean } | null;
  readonly mayRecover: boolean;
  readonly mayExamine: boolean;
}

interface Work { readonly context: RemainsContext; readonly setting: ImportSetting; readonly issues: ImportIssue[] }

/** The statements of a list of remains: recovered, and what an examination found. */
export function prepareRemains(table: ImportTable, context: RemainsContext, setting: ImportSetting): PreparedImport {
  const issues: ImportIssue[] = [];
  const rows = table.rows.map((row): PreparedRow => {
    const code = textAt(row, 'code') ?? '';
    const existing = context.remains[code];
    const work = { context, setting, issues };
    return {
      row: row.row, label: code, subject: setting.newId(), subjectKind: 'remains', ...(existing === undefined ? {} : { existing }),
      bodies: [...recoveryBodies(row, existing !== undefined, work), ...foundBodies(row, work), ...examinationBodies(row, work)],
    };
  });
  return { rows, issues, heldBack: [] };
}

function recoveryBodies(row: ImportRow, exists: boolean, { context, setting, issues }: Work): PreparedBody[] {
  const at = { file: setting.fileName, row: row.row };
  if (!context.mayRecover) {
    // A mortuary adds what it found to remains that a recovery team registered.
    if (!exists) issues.push(issueAt('error', at, 'web.import_may_not_create'));
    return [];
  }
  const completeness = textAt(row, 'completeness') ?? context.completeness;
  if (completeness === null) {
    issues.push(issueAt('error', at, 'web.import_completeness'));
    return [];
  }
  const graveNumber = textAt(row, 'grave');
  const grave = graveNumber === undefined ? undefined : context.graves[graveNumber]?.id;
  if (graveNumber !== undefined && grave === undefined) issues.push(issueAt('warning', at, 'web.import_grave_unknown', { grave: graveNumber }));
  const on = textAt(row, 'recoveredOn');
  return [filled({
    type: 'remains.recovered', basis: 'document', ...(on === undefined ? {} : { when: { edtf: on, clock: 'document' } }), site: context.site, grave,
    code: textAt(row, 'code'), completeness, condition: textAt(row, 'condition'), bag: textAt(row, 'bag'), seal: textAt(row, 'seal'),
    note: noteOf(row, setting.fileName, graveNumber !== undefined && grave === undefined ? [graveNumber] : []), synthetic: setting.demonstration ? true : undefined,
  })];
}

const described = ['deathDate', 'hair', 'eyes', 'marks', 'clothing', 'belongings', 'military', 'numbers', 'toothChart'];

/** What was seen on remains, the name on papers found with them, and the bones of the bag: each a statement of its own. */
function foundBodies(row: ImportRow, { context, setting, issues }: Work): PreparedBody[] {
  const note = `${setting.fileName}, ${row.row}`;
  const said = { basis: 'document', note, ...(setting.demonstration ? { synthetic: true } : {}) };
  const found = filled({ ...valuesAt(row, described), foundAt: placeAt(row, 'foundAt') });
  const name = textAt(row, 'nameOnPapers');
  const bones = row.values['bones'];
  // An inventory of bones is a finding of the mortuary, a presumed name is not: an examiner does not see it.
  if (bones !== undefined && !context.mayExamine) issues.push(issueAt('warning', { file: setting.fileName, row: row.row }, 'web.import_bones_left'));
  if (name !== undefined && !context.mayRecover) issues.push(issueAt('warning', { file: setting.fileName, row: row.row }, 'web.import_name_left'));
  return [
    ...(Object.keys(found).length === 0 ? [] : [{ type: 'remains.described', ...said, ...found }]),
    ...(name === undefined || !context.mayRecover ? [] : [{ type: 'remains.presumed', ...said, ground: 'papers', name }]),
    ...(bones === undefined || !context.mayExamine ? [] : [{ type: 'remains.inventoried', ...said, bones }]),
  ];
}

function examinationBodies(row: ImportRow, { context, setting, issues }: Work): PreparedBody[] {
  const sex = textAt(row, 'sex');
  const age = intervalOf(row, 'ageMinYears', 'ageMaxYears');
  const stature = intervalOf(row, 'statureMinMm', 'statureMaxMm');
  if (sex === undefined && age === undefined && stature === undefined) return [];
  const at = { file: setting.fileName, row: row.row };
  if (!context.mayExamine) {
    issues.push(issueAt('warning', at, 'web.import_findings_left'));
    return [];
  }
  if (context.examination === null) {
    issues.push(issueAt('error', at, 'web.import_examiner'));
    return [];
  }
  const { examiner, knew } = context.examination;
  return [filled({
    type: 'examination.made', basis: 'document', examiner, sex: sex === undefined ? undefined : { value: sex }, ageYears: age, statureMm: stature,
    exposure: { knew }, note: `${setting.fileName}, ${row.row}`,
  })];
}

function intervalOf(row: ImportRow, lower: string, upper: string): { low: number; high: number } | undefined {
  const low = numberAt(row, lower);
  const high = numberAt(row, upper);
  return low === undefined || high === undefined ? undefined : { low, high };
}
