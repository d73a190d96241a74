import { RecentMemory } from '@imena/names';
import { refuse } from '@imena/problem';
import { eyeColourOf, hairColourOf } from '../evidence/colour-words.ts';
import type { EyeColour, HairColour } from '../evidence/colouring.ts';
import { numberKinds, plainNumber, shortestNumber, type NumberedThing, type NumberKind } from '../evidence/numbers.ts';
import { chartOf, otherTeeth, toothFindings, type FindingOfTooth, type ToothChart, type ToothFinding } from '../evidence/tooth-chart.ts';
import { readHeightCm } from './read-height.ts';
import { readBirth, readDays, type ReadBirth, type ReadDays } from './read-date.ts';
import { absences, type Absence, type Sex } from './types.ts';

type Row = Readonly<Record<string, unknown>>;

/** Where a row stands, for the words of a refusal. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
  /** The day of reading, days since 1970-01-01: later days are told. Left out, no day is. */
  readonly today?: number;
}

/**
 * What a row says that is not used, or that cannot be as it stands; nothing of it stops the reading. `in_future`: a day
 * after that of reading, used as written; `born_later`: a birth after a day on which the person lived or died, not used;
 * `without_place`: a street of no settlement, not used.
 */
export interface RowNote {
  readonly kind: 'unknown_field' | 'not_understood' | 'in_future' | 'born_later' | 'without_place';
  readonly field: string;
  readonly value: string;
}

const dates = 'YYYY-MM-DD, YYYY-MM, YYYY, EDTF (1961?, 196X, 1960/1965, ../1970)';
const yes = ['true', 'yes', 'military', 'так', 'да', 'військовий', 'військова', 'военный'];
const no = ['false', 'no', 'civilian', 'ні', 'нет', 'цивільний', 'цивільна', 'гражданский'];

const men = ['m', 'male', 'ч', 'чол', 'чоловіча', 'чоловік', 'м', 'муж', 'мужской'];
const women = ['f', 'female', 'ж', 'жін', 'жіноча', 'жінка', 'жен', 'женский'];

const noSex = ['undetermined', 'unknown', 'u', '?', 'x', 'невизначена', 'не визначена', 'неопределенный', 'не определен'];
const doubts = ['probably', 'probable', 'possibly', 'likely', 'ймовірно', 'імовірно', 'можливо', 'вероятно', 'возможно', 'скоріше', 'скорее'];

/** One list for all rows that say nothing of a field. */
const nothing: readonly never[] = [];

interface SexEstimate {
  readonly sex: Sex | null;
  readonly isInDoubt: boolean;
}

const noEstimate: SexEstimate = { sex: null, isInDoubt: false };
/** Every row says one of a few words. */
const sexes = new RecentMemory<string, { readonly read: SexEstimate | null }>(1000);

/** Null where the text, in lower case, names no sex, or two. */
function readSex(found: string): SexEstimate | null {
  if (noSex.includes(found)) return noEstimate;
  const words = found.split(/[\s(),?]+/u).filter((word) => word !== '');
  const named = words.filter((word) => !doubts.includes(word));
  const [word = ''] = named;
  const sex = men.includes(word) ? 'M' : women.includes(word) ? 'F' : null;
  return named.length !== 1 || sex === null ? null : { sex, isInDoubt: found.includes('?') || named.length < words.length };
}

/** Reads the fields of one row; a value that cannot be is refused with what is allowed, an absence with its reason is none. */
export class RowFields {
  readonly #row: Row;
  readonly #place: RowPlace;
  readonly #hear: (note: RowNote) => void;

  /** @throws Problem `matching.row_not_json` */
  constructor(line: string, place: RowPlace, { known, hear }: { readonly known: ReadonlySet<string>; readonly hear: (note: RowNote) => void }) {
    this.#row = rowOf(line, place);
    this.#place = place;
    this.#hear = hear;
    for (const field in this.#row) if (!known.has(field)) hear({ kind: 'unknown_field', field, value: shown(this.#row[field]) });
  }

  id(): string {
    return this.text('id') ?? this.#bad('id', '"A-1"');
  }

  text(field: string): string | null {
    const found = this.#value(field);
    return found === null || typeof found === 'string' ? found : this.#bad(field, '"…"');
  }

  texts(field: string): readonly string[] {
    const found = this.#value(field);
    if (found === null) return nothing;
    return Array.isArray(found) && found.every(isText) ? found : this.#bad(field, '["…", …]');
  }

  number(field: string, low: number, high: number): number | null {
    const found = this.#value(field);
    const number = typeof found === 'string' && /^\d{1,4}(?:[.,]\d{1,3})?$/u.test(found.trim()) ? Number(found.replace(',', '.')) : found;
    if (number === null) return null;
    return typeof number === 'number' && number >= low && number <= high ? number : this.#bad(field, `${low}–${high}`);
  }

  /** A height in cm, however it is written; metres below 3. */
  height(field: string): number | null {
    const found = this.#value(field);
    const cm = typeof found === 'string' ? readHeightCm(found) : typeof found === 'number' && found < 3 ? 100 * found : found;
    if (cm === null && found === null) return null;
    return typeof cm === 'number' && cm >= 30 && cm <= 260 ? cm : this.#bad(field, '30–260 cm, 1,80, 170-175, 5\'11"');
  }

  /** A number without a fraction. */
  whole(field: string, low: number, high: number): number | null {
    const found = this.number(field, low, high);
    return found === null || Number.isInteger(found) ? found : this.#bad(field, `${low}–${high}, 1961`);
  }

  /** Refuses a last bound that lies before the first. */
  inOrder(first: string, last: string, isInOrder: boolean): void {
    if (!isInOrder) this.#bad(last, `≥ ${first} (${shown(this.#row[first])})`);
  }

  /** A birth that lies after a day on which the person lived or died: one of the two is wrong, so the birth says nothing, and that is told. */
  bornBefore(field: string, born: ReadBirth, day: number | null): ReadBirth {
    const from = born.birthYears === null ? (born.birth?.year ?? null) : born.birthYears.from;
    if (from === null || day === null || from <= new Date(day * 86_400_000).getUTCFullYear()) return born;
    this.#hear({ kind: 'born_later', field, value: shown(this.#row[field]) });
    return { birth: null, birthYears: null };
  }

  flag(field: string): boolean | null {
    const found = this.#value(field);
    if (found === null || typeof found === 'boolean') return found;
    const word = typeof found === 'string' ? found.trim().toLowerCase() : '';
    if (yes.includes(word)) return true;
    if (no.includes(word)) return false;
    return word === 'unknown' ? null : this.#bad(field, `true, false, ${[...yes.slice(1, 3), ...no.slice(1, 3)].join(', ')}, unknown`);
  }

  /** A sex that is sure; one in doubt ("M?") is told and weighs nothing. */
  sex(field: string): Sex | null {
    const { sex, isInDoubt } = this.sexEstimate(field);
    if (!isInDoubt) return sex;
    this.#hear({ kind: 'not_understood', field, value: shown(this.#row[field]) });
    return null;
  }

  /** A sex with its doubt: `M?`, `probably female`, `ймовірно чоловіча`. */
  sexEstimate(field: string): SexEstimate {
    const found = this.text(field);
    if (found === null) return noEstimate;
    return (sexes.get(found) ?? sexes.set(found, { read: readSex(found.trim().toLowerCase()) })).read ?? this.#bad(field, [...men, ...women, 'M?', 'undetermined'].join(', '));
  }

  /** Tells a street that stands without its settlement. */
  streetOf(field: string, place: string | null): string | null {
    const street = this.text(field);
    if (street !== null && place === null) this.#hear({ kind: 'without_place', field, value: street });
    return street;
  }

  birth(field: string): ReadBirth {
    const found = this.text(field);
    return found === null ? { birth: null, birthYears: null } : (readBirth(found.trim()) ?? this.#bad(field, dates));
  }

  days(field: string): ReadDays {
    const found = this.text(field);
    if (found === null) return { middle: null, span: null };
    const read = readDays(found.trim()) ?? this.#bad(field, dates);
    const first = read.span?.from ?? read.middle;
    if (this.#place.today !== undefined && first !== null && first > this.#place.today) this.#hear({ kind: 'in_future', field, value: found });
    return read;
  }

  hair(field: string): HairColour | null {
    return this.#colour(field, hairColourOf);
  }

  eyes(field: string): EyeColour | null {
    return this.#colour(field, eyeColourOf);
  }

  /** `[{"kind": "implant", "number": "A 123-45"}]`; numbers too short to tell people apart are left aside. */
  numbers(field: string): readonly NumberedThing[] {
    const found = this.#value(field);
    if (found === null) return nothing;
    const allowed = `[{"kind": ${numberKinds.join(' | ')}, "number": "…"}]`;
    if (!Array.isArray(found)) return this.#bad(field, allowed);
    return found.flatMap((item: unknown): NumberedThing[] => {
      const { kind, number } = typeof item === 'object' && item !== null ? (item as Row) : {};
      const known = numberKinds.find((one): one is NumberKind => one === kind);
      if (known === undefined || typeof number !== 'string') return this.#bad(field, allowed);
      const plain = plainNumber(number);
      if (plain.length >= shortestNumber) return [{ kind: known, number: plain }];
      this.#hear({ kind: 'not_understood', field, value: number });
      return [];
    });
  }

  /** `{"16": "filling_amalgam:MO", "36": ["crown_metal", "root_filling"], "others": "present_sound"}`, FDI numbers. */
  teeth(field: string): ToothChart | null {
    const found = this.#value(field);
    if (found === null) return null;
    if (typeof found !== 'object' || Array.isArray(found)) return this.#bad(field, '{"16": "filling_amalgam:MO", "others": "present_sound"}');
    for (const tooth of Object.keys(found)) if (tooth !== otherTeeth && !/^(?:[1-4][1-8]|[5-8][1-5])$/u.test(tooth)) this.#bad(field, `FDI 11–48, 51–85, ${otherTeeth}`, tooth);
    return chartOf(new Map(Object.entries(found as Row).map(([tooth, value]) => [tooth, this.#tooth(field, value)])));
  }

  /** Why a field has no value, where that is said. */
  absence(field: string): Absence | null {
    const value = this.#row[field];
    if (typeof value !== 'object' || value === null || !('absent' in value)) return null;
    return absences.find((reason) => reason === value.absent) ?? this.#bad(field, `{"absent": ${absences.join(' | ')}}`);
  }

  #value(field: string): unknown {
    const value = this.#row[field];
    if (value === undefined || value === null || value === '') return null;
    return typeof value === 'object' && this.absence(field) !== null ? null : value;
  }

  #colour<T>(field: string, read: (text: string) => T | null): T | null {
    const found = this.text(field);
    if (found === null) return null;
    const colour = read(found);
    if (colour === null) this.#hear({ kind: 'not_understood', field, value: found });
    return colour;
  }

  #tooth(field: string, value: unknown): FindingOfTooth[] {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return texts.map((text) => {
      const [code, surfaces = ''] = typeof text === 'string' ? text.split(':') : [];
      const finding = toothFindings.find((one): one is ToothFinding => one === code);
      return finding === undefined || !/^[MOIDVLC]*$/u.test(surfaces) ? this.#bad(field, `${toothFindings.join(', ')}; :MOIDVLC`, text) : { finding, surfaces };
    });
  }

  #bad(field: string, allowed: string, value: unknown = this.#row[field]): never {
    return refuse('matching.row_unreadable', { field, value: shown(value), allowed }, { file: this.#place.file, row: this.#place.line, field });
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function shown(value: unknown): string {
  const text = value === undefined ? '—' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
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
