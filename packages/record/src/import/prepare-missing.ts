import { normaliseForSearch, nameSkeleton } from '@imena/names';
import type { Json } from '@imena/problem';
import { nextPersonNumber, personCode } from './person-code.ts';
import {
  filled, issueAt, noteOf, numberAt, placeAt, textAt, valuesAt,
  type ExistingSubject, type ImportIssue, type ImportRow, type ImportSetting, type ImportTable, type PreparedBody, type PreparedImport, type PreparedRow,
} from './import-rows.ts';

export interface MissingContext {
  readonly target: 'missing';
  /** Every missing person the account may read. */
  readonly persons: readonly ExistingSubject[];
  /** Whether the people who reported agreed to the use for identification; null where the list does not say. */
  readonly consentGiven: boolean | null;
}

/** The statements of a list of missing persons: one report a row. Two rows about one person stay two reports. */
export function prepareMissing(table: ImportTable, context: MissingContext, setting: ImportSetting): PreparedImport {
  const issues: ImportIssue[] = [];
  const byName = new Map(context.persons.map((person) => [nameKey(person.title), person]));
  let number = nextPersonNumber(context.persons.map((person) => person.code));
  const rows = table.rows.map((row): PreparedRow => {
    const names = namesOf(row);
    const label = [textAt(row, 'surname'), textAt(row, 'given'), textAt(row, 'patronymic')].filter(Boolean).join(' ');
    const existing = byName.get(nameKey(label));
    if (existing !== undefined) issues.push(issueAt('warning', { file: setting.fileName, row: row.row }, 'web.import_same_name', { name: label, code: existing.code }));
    const code = existing?.code ?? personCode(number);
    if (existing === undefined) number += 1;
    return { row: row.row, label, subject: setting.newId(), subjectKind: 'person', bodies: [reportBody(row, { names, code, context, setting })], ...(existing === undefined ? {} : { existing }) };
  });
  return { rows, issues, heldBack: [] };
}

/**
 * A key that is equal for the usual spellings of surname and given name in either script; patronymics are often left
 * out and do not count. It finds, it proves nothing.
 */
export function nameKey(name: string): string {
  return normaliseForSearch(name).split(' ').filter((word) => word !== '').slice(0, 2).map(nameSkeleton).sort().join(' ');
}

function reportBody(row: ImportRow, { names, code, context, setting }: { names: readonly PreparedBody[]; code: string; context: MissingContext; setting: ImportSetting }): PreparedBody {
  const stature = numberAt(row, 'statureMm');
  const seenOn = textAt(row, 'lastSeenOn');
  const lastSeen = filled({ when: seenOn, place: placeAt(row, 'lastSeenPlace'), circumstances: textAt(row, 'lastSeenCircumstances') });
  return filled({
    type: 'person.reported', basis: 'document', code,
    informant: filled({ name: textAt(row, 'informantName'), relation: textAt(row, 'informantRelation') ?? 'other', contact: textAt(row, 'informantPhone') }),
    consent: context.consentGiven === null ? undefined : { purposes: context.consentGiven ? ['identification'] : [], given: context.consentGiven },
    names, sex: textAt(row, 'sex'), birthDate: textAt(row, 'birthDate'), birthPlace: placeAt(row, 'birthPlace'), residence: placeAt(row, 'residence'), lastSeen: Object.keys(lastSeen).length === 0 ? undefined : lastSeen,
    statureMm: stature === undefined ? undefined : { low: stature, high: stature }, ...valuesAt(row, described),
    note: noteOf(row, setting.fileName), synthetic: setting.demonstration ? true : undefined,
  });
}

/** What reports and findings describe under one name; the schema of the statement has the same fields. */
const described = ['hair', 'eyes', 'marks', 'clothing', 'belongings', 'teeth', 'medical', 'military', 'numbers', 'toothChart'];

function namesOf(row: ImportRow): PreparedBody[] {
  const parts = filled({ surname: textAt(row, 'surname'), given: textAt(row, 'given'), patronymic: textAt(row, 'patronymic') });
  const latin = textAt(row, 'latinName');
  return [
    { kind: 'as_said', script: scriptOf(Object.values(parts)), ...parts },
    ...(latin === undefined ? [] : [{ kind: 'on_document', script: 'Latn', full: latin }]),
  ];
}

/** The script of a name by its letters; mixed letters are not guessed. */
export function scriptOf(texts: readonly Json[]): 'Cyrl' | 'Latn' | 'Arab' | 'unknown' {
  const text = texts.filter((one) => typeof one === 'string').join('');
  const found = ([['Cyrl', /\p{Script=Cyrillic}/u], ['Latn', /\p{Script=Latin}/u], ['Arab', /\p{Script=Arabic}/u]] as const).filter(([, form]) => form.test(text));
  return found.length === 1 ? (found[0]?.[0] ?? 'unknown') : 'unknown';
}
