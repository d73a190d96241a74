import type { Json } from '@imena/problem';

/** Reads a JSON value as text; anything else is undefined. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a JSON value as an object; anything else is the empty object. */
export function recordOf(value: unknown): Readonly<Record<string, Json>> {
  return isRecord(value) ? value : {};
}

/** Reads a JSON value as a list; anything else is the empty list. */
export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A copy of an object with one member set, or left out when `next` is undefined. */
export function withMember<T>(record: Readonly<Record<string, T>>, name: string, next: T | undefined): Record<string, T> {
  const rest = Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
  return next === undefined ? rest : { ...rest, [name]: next };
}
