import { stableText, type ListItem, type Subject } from '@imena/record';
import type { Json } from '@imena/problem';

/** One line of a side-by-side view: a field, what each column says of it, and whether those who say anything differ. */
export interface ComparedField {
  readonly field: string;
  readonly values: readonly (Json | undefined)[];
  readonly differs: boolean;
}

export const describedFields = ['names', 'sex', 'birthDate', 'birthPlace', 'residence', 'lastSeen', 'statureMm', 'hair', 'eyes', 'marks', 'clothing', 'belongings', 'teeth', 'medical', 'military', 'numbers', 'toothChart'] as const;

/** Fields that anybody said anything about; silence is no difference. */
export function compareColumns(columns: readonly ((field: string) => Json | undefined)[]): ComparedField[] {
  return describedFields.flatMap((field): ComparedField[] => {
    const values = columns.map((read) => read(field));
    const said = values.filter((value) => value !== undefined);
    return said.length === 0 ? [] : [{ field, values, differs: new Set(said.map((value) => stableText(value))).size > 1 }];
  });
}

/** The reports of one person beside each other, in the order in which they came. */
export function compareReports(reports: readonly ListItem[]): ComparedField[] {
  return compareColumns(reports.map((report) => (field) => report.value[field]));
}

/** Two persons beside each other, each by the first value given. */
export function comparePersons(left: Subject, right: Subject): ComparedField[] {
  return compareColumns([left, right].map((subject) => (field) => subject.fields[field]?.[0]?.value));
}
