import type { ListItem, Subject } from '@imena/record';
import type { Json } from '@imena/problem';
import { agreementOf, type Agreement } from './value-agreement.ts';

/** One line of a side-by-side view: a field, what each column says of it, and how far those who say anything agree. */
export interface ComparedField {
  readonly field: string;
  readonly values: readonly (Json | undefined)[];
  readonly agreement: Agreement;
}

export const describedFields = ['names', 'sex', 'birthDate', 'birthPlace', 'residence', 'lastSeen', 'statureMm', 'hair', 'eyes', 'marks', 'clothing', 'belongings', 'teeth', 'medical', 'military', 'numbers', 'toothChart'] as const;

/** Fields that anybody said anything about; silence is no difference. */
export function compareColumns(columns: readonly ((field: string) => Json | undefined)[]): ComparedField[] {
  return describedFields.flatMap((field): ComparedField[] => {
    const values = columns.map((read) => read(field));
    return values.every((value) => value === undefined) ? [] : [{ field, values, agreement: agreementOf(field, values) }];
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
