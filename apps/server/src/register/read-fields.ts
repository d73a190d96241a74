import type { Json } from '@imena/problem';
import { shownValue, type Subject } from '@imena/record';

/** A text field of a subject as it is shown; undefined when there is none. */
export function textOf(subject: Subject | null, field: string): string | undefined {
  const value = subject === null ? undefined : shownValue(subject, field);
  return typeof value === 'string' ? value : undefined;
}

/** Words in the language asked for, else in the other. */
export function wordsOf(subject: Subject | null, field: string, language: 'en' | 'uk'): string {
  const words = recordOf(subject === null ? undefined : shownValue(subject, field));
  const found = words[language] ?? words['uk'] ?? words['en'];
  return typeof found === 'string' ? found : '';
}

export function recordOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};
}

/** A value that is text, and the empty text otherwise. */
export function plainText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The code people call a subject by, else the beginning of its id. */
export function codeOf(subject: Subject): string {
  return textOf(subject, 'code') ?? subject.id.slice(0, 8);
}
