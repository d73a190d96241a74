import { KinshipError } from '../kinship-error.ts';

export type Row = Readonly<Record<string, unknown>>;

export function fail(path: string): never {
  throw new KinshipError('kinship.case.shape', { path });
}

export function row(value: unknown, path: string): Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : fail(path);
}

export function list<T>(value: unknown, path: string, read: (item: unknown, path: string) => T): T[] {
  return Array.isArray(value) ? value.map((item: unknown, i) => read(item, `${path}[${i}]`)) : fail(path);
}

export function text(value: unknown, path: string): string {
  return typeof value === 'string' ? value : fail(path);
}

export function number(value: unknown, path: string): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fail(path);
}

export function textOrNull(value: unknown, path: string): string | null {
  return value === null || value === undefined ? null : text(value, path);
}
