import i18next from 'i18next';
import type { CodeListName } from './code-fields.ts';

// Keys made of data cannot be checked by the compiler; a test demands that each of them exists in both languages.
const dynamic = i18next as unknown as { t: (key: string, options?: Record<string, unknown>) => string; exists: (key: string, options?: Record<string, unknown>) => boolean };

function label(key: string, fallback: string): string {
  return dynamic.exists(key) ? dynamic.t(key) : fallback;
}

/** The words for a value of a code list: `codeLabel('sexes', 'female')`. */
export function codeLabel(list: CodeListName, value: string): string {
  return label(`codes:${list}.${value}`, value);
}

/** What was done or said, for a type of statement: `typeLabel('grave.opened')`. */
export function typeLabel(type: string): string {
  return label(`types:${type}`, type);
}

/** The name of a field of a statement or subject. */
export function fieldLabel(field: string): string {
  return label(`fields:${field}`, field);
}

/** The state of a subject of a kind: `statusLabel('grave', 'emptied')`. */
export function statusLabel(kind: string, status: string): string {
  return label(`statuses:${kind}.${status}`, label(`statuses:any.${status}`, status));
}

/** The kind of a subject, in the singular. */
export function kindLabel(kind: string): string {
  return label(`codes:subjectKinds.${kind}`, kind);
}

export function roleLabel(role: string): string {
  return label(`codes:roles.${role}`, role);
}

/** The words for a task of the register: what waits to be done. */
export function taskLabel(task: string): string {
  return label(`tasks:${task}`, task);
}

/** The unit of a figure in the reader's language, in the form that goes with the number; unknown units as written. */
export function unitLabel(unit: string, count: number): string {
  // The namespace stands apart: i18next takes a key with a space in it for a sentence and finds no namespace there.
  return dynamic.exists(`${unit}_other`, { ns: 'units' }) ? dynamic.t(unit, { ns: 'units', count }) : unit;
}

/** How one subject is linked with another. */
export function linkLabel(rel: string): string {
  return label(`links:${rel}`, label(`fields:${rel}`, rel));
}
