import { refuse } from '@imena/problem';
import { readNameText } from './name-text.ts';
import type { FoundRemains, MissingReport, Sex, StatedDate } from './types.ts';

type Row = Readonly<Record<string, unknown>>;

/** Where a row stands, for the words of a refusal. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
}

/**
 * One line of `missing.jsonl`. Absent, null and empty fields are "not reported"; fields of other names are left aside.
 * @throws Problem `matching.row_unreadable` naming file, line and field
 */
export function parseMissing(text: string, place: RowPlace): MissingReport {
  const fields = fieldsOf(text, place);
  return {
    id: fields.id(),
    surname: fields.text('surname'), given: fields.text('given'), patronymic: fields.text('patronymic'), name: fields.text('name'), lang: fields.text('lang'),
    sex: fields.sex('sex'),
    birth: fields.date('dob'),
    age: fields.number('age', 0, 120),
    lastSeen: dayOf(fields.date('last_seen')),
    place: fields.text('place'),
    heightCm: fields.number('height_cm', 30, 260),
    isMilitary: fields.flag('military'),
    marks: fields.texts('features'),
    clothing: fields.texts('clothing'),
    informant: fields.text('reporter'),
  };
}

/**
 * One line of `remains.jsonl`; number, years and age inside `name_raw` are taken out of the name.
 * @throws Problem `matching.row_unreadable` naming file, line and field
 */
export function parseRemains(text: string, place: RowPlace): FoundRemains {
  const fields = fieldsOf(text, place);
  const death = fields.date('death_date');
  const from = dayOf(fields.date('death_from'));
  const to = dayOf(fields.date('death_to'));
  const latest = death?.year ?? (to === null ? 2100 : new Date(to * 86_400_000).getUTCFullYear());
  const raw = fields.text('name_raw') ?? fields.text('name');
  const read = raw === null ? null : readNameText(raw, latest);
  const year = fields.number('birth_year', 1850, 2100);
  const low = fields.number('age_min', 0, 150);
  const high = fields.number('age_max', 0, 150);
  const cm = fields.number('stature_cm', 30, 260);
  return {
    id: fields.id(),
    source: fields.text('source'),
    name: read === null || read.rest === '' ? null : read.rest,
    lang: fields.text('lang'),
    birth: year === null ? (read?.birth ?? null) : { year, month: null, day: null },
    statedAge: fields.number('age_stated', 0, 120) ?? read?.age ?? null,
    death: boundsOf(from, to, dayOf(death)),
    place: fields.text('place'),
    sex: fields.sex('sex_estimate'),
    age: low === null && high === null ? null : { low: low ?? 0, high: high ?? 110 },
    stature: cm === null ? null : { cm, sdCm: fields.number('stature_sd', 0.1, 50) },
    isMilitary: fields.flag('military'),
    marks: fields.texts('features'),
    clothing: fields.texts('clothing'),
  };
}

/** Both bounds where there are both; the stated day alone otherwise; a stated day outside the bounds widens them. */
function boundsOf(from: number | null, to: number | null, day: number | null): { from: number; to: number } | null {
  const known = [from, to, day].filter((value) => value !== null);
  if (known.length === 0) return null;
  const exact = from !== null && to !== null && day !== null && day >= from && day <= to;
  return exact ? { from: Math.max(from, day - 3), to: Math.min(to, day + 3) } : { from: Math.min(...known), to: Math.max(...known) };
}

interface Fields {
  id(): string;
  text(field: string): string | null;
  texts(field: string): string[];
  number(field: string, low: number, high: number): number | null;
  flag(field: string): boolean | null;
  sex(field: string): Sex | null;
  date(field: string): StatedDate | null;
}

function fieldsOf(line: string, place: RowPlace): Fields {
  const row = rowOf(line, place);
  const bad = (field: string): never => refuse('matching.row_unreadable', { field }, { file: place.file, row: place.line, field });
  const value = (field: string): unknown => (row[field] === undefined || row[field] === '' ? null : row[field]);
  const text = (field: string): string | null => {
    const found = value(field);
    return found === null || typeof found === 'string' ? found : bad(field);
  };
  return {
    text,
    id: () => text('id') ?? bad('id'),
    texts: (field) => {
      const found = value(field);
      if (found === null) return [];
      if (!Array.isArray(found)) return bad(field);
      return found.map((item: unknown) => (typeof item === 'string' ? item : bad(field)));
    },
    number: (field, low, high) => {
      const found = value(field);
      if (found === null) return null;
      return typeof found === 'number' && found >= low && found <= high ? found : bad(field);
    },
    flag: (field) => {
      const found = value(field);
      return found === null || typeof found === 'boolean' ? found : bad(field);
    },
    sex: (field) => {
      const found = text(field)?.toLowerCase() ?? null;
      if (found === null || ['undetermined', 'unknown', 'u', '?', 'x'].includes(found)) return null;
      if (['m', 'male', 'm?'].includes(found)) return 'M';
      return ['f', 'female', 'f?'].includes(found) ? 'F' : bad(field);
    },
    date: (field) => {
      const found = text(field);
      return found === null ? null : (dateFrom(found) ?? bad(field));
    },
  };
}

function rowOf(line: string, place: RowPlace): Row {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Row;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return refuse('matching.row_not_json', {}, { file: place.file, row: place.line });
}

/**
 * `1961`, `1961-07`, `1961-07-03`, each with an EDTF mark of doubt after it. `1956-25-11` can only be the 25th of
 * November with its parts swapped; other impossible days are refused.
 */
function dateFrom(text: string): StatedDate | null {
  const match = /^(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?$/u.exec(text);
  if (match === null) return null;
  const month = part(match[2]);
  const day = part(match[3]);
  if (month !== null && day !== null && month > 12 && month <= 31 && day >= 1 && day <= 12) return { year: Number(match[1]), month: day, day: month };
  if ((month !== null && (month < 1 || month > 12)) || (day !== null && (day < 1 || day > 31))) return null;
  const year = Number(match[1]);
  // 31 February is a slip of the day, not of the whole date: year and month still speak.
  const isInMonth = month === null || day === null || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { year, month, day: isInMonth ? day : null };
}

function part(text: string | undefined): number | null {
  return text === undefined || text === 'XX' ? null : Number(text);
}

/** Days since 1970-01-01; of a month or year alone its middle. */
function dayOf(date: StatedDate | null): number | null {
  if (date === null) return null;
  return Math.floor(Date.UTC(date.year, (date.month ?? 7) - 1, date.day ?? 15) / 86_400_000);
}
