import { isRecord } from '../format/index.ts';

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The words for an action of the access log (`session.opened`); the action itself where none are known. */
export function actionWords(action: string, words: Words): string {
  const [group = '', ...rest] = action.split('.');
  return words[group]?.[rest.join('.')] ?? action;
}

/** Makes a value of a detail readable; undefined leaves the value as it is. */
export type DetailReader = (name: string, value: unknown) => string | undefined;

/** The details of a line as names and values, in the order in which they stand. Empty ones are left out. */
export function detailWords(detail: Readonly<Record<string, unknown>>, names: Readonly<Record<string, string>>, read: DetailReader): readonly string[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    const words = read(name, value) ?? plain(value);
    return words === '' ? [] : [`${names[name] ?? name}: ${words}`];
  });
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(plain).filter((one) => one !== '').join(', ');
  return isRecord(value) ? Object.entries(value).map(([name, inner]) => `${name} ${plain(inner)}`).join(', ') : '';
}
