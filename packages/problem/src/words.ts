import { codes } from './codes/index.ts';
import type { Problem } from './problem.ts';
import { systemReason } from './system-reasons.ts';

export type Language = 'en' | 'uk';

/** One row of the code table: the HTTP status of a refusal and its words, with `{name}` for a detail. */
export interface CodeWords {
  readonly status: number;
  readonly en: string;
  readonly uk: string;
}

/** The HTTP status that answers a Problem; 400 for a code the table does not hold. */
export function problemStatus(code: string): number {
  return codes[code]?.status ?? 400;
}

/** Puts a Problem into words of the reader's language, its place (file, row, column, field) first. */
export function describeProblem(problem: Problem, language: Language): string {
  const row = codes[problem.code];
  const words = row === undefined ? problem.code : row[language];
  const filled = words.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = problem.details[name];
    return typeof value === 'string' ? systemReason(value, language) : value === undefined ? '?' : JSON.stringify(value);
  });
  const place = describePlace(problem, language);
  return place === '' ? filled : `${place}: ${filled}`;
}

const placeWords = {
  en: { row: 'row', column: 'column', field: 'field' },
  uk: { row: 'рядок', column: 'стовпець', field: 'поле' },
} as const;

function describePlace(problem: Problem, language: Language): string {
  const place = problem.place;
  if (place === undefined) return '';
  const words = placeWords[language];
  const parts: string[] = [];
  if (place.file !== undefined) parts.push(place.file);
  if (place.row !== undefined) parts.push(`${words.row} ${place.row}`);
  if (place.column !== undefined) parts.push(`${words.column} «${place.column}»`);
  if (place.field !== undefined) parts.push(`${words.field} «${place.field}»`);
  return parts.join(', ');
}
