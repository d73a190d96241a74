import { parseDateInput, type Json } from '@imena/problem';
import { attempt, failed, visible, type Attempt } from '../issue.ts';
import type { FieldSpec, MappingOptions } from './fields.ts';

type CellParser = FieldSpec['parse'];

/** One line of text, kept as it stands but for spaces at its ends. */
export function lineOf(limit: number): CellParser {
  return (cell) => {
    const text = cell.trim();
    if (text.length > limit) return failed('exchange.value_too_long', { limit });
    return /[\p{Cc}]/u.test(text) ? failed('exchange.value_control', { text: visible(text) }) : { value: text };
  };
}

/** Several lines of text. */
export function proseOf(limit: number): CellParser {
  return (cell) => {
    const text = cell.trim().replace(/\r\n?/g, '\n');
    if (text.length > limit) return failed('exchange.value_too_long', { limit });
    const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u.test(text);
    return control ? failed('exchange.value_control', { text: visible(text) }) : { value: text };
  };
}

/** One code of a list, recognised by the words people use for it. */
export function codeOf(list: Readonly<Record<string, readonly string[]>>): CellParser {
  const byWord = new Map(
    Object.entries(list).flatMap(([code, words]) => [code, ...words].map((word) => [plain(word), code])),
  );
  return (cell) => {
    const code = byWord.get(plain(cell));
    const allowed = Object.keys(list).join(', ');
    return code === undefined
      ? failed('exchange.value_not_listed', { text: visible(cell.trim()), allowed })
      : { value: code };
  };
}

function plain(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.-]+/gu, ' ')
    .trim();
}

/** A date as people write it, as EDTF text. ISO text that a spreadsheet gave with midnight or a time keeps its day. */
export const dateCell: CellParser = (cell, { dateOrder }) => {
  const text = cell.trim();
  return attempt(() => parseDateInput(text, dateOrder === undefined ? {} : { dateOrder }).text);
};

/** A whole number from `min` to `max`. */
export function wholeOf(min: number, max: number): CellParser {
  return (cell) => {
    const text = cell.trim();
    const value = Number(text);
    const fits = /^-?\d{1,9}(\.0+)?$/.test(text) && value >= min && value <= max;
    return fits ? { value } : failed('exchange.value_whole', { text: visible(text), min, max });
  };
}

/** The decimal number at the start of a text, exactly as digits; commas only where they are declared. */
function decimal(text: string, { decimalComma }: MappingOptions): Attempt<string> {
  if (text.includes(',') && decimalComma !== true)
    return failed('exchange.value_decimal_comma', { text: visible(text) });
  const digits = text.replace(',', '.').replace(/^\+/, '');
  return /^-?\d{1,9}(\.\d{1,15})?$/.test(digits)
    ? { value: digits }
    : failed('exchange.value_number', { text: visible(text) });
}

/** Digits times ten to `places`, rounded to a whole number on the text itself, so that 1.005 m is 1005 mm. */
function scaled(digits: string, places: number): number {
  const negative = digits.startsWith('-');
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const kept = fraction.padEnd(places + 1, '0');
  const rounded = Number(whole + kept.slice(0, places)) + (Number(kept[places]) >= 5 ? 1 : 0);
  return negative && rounded !== 0 ? -rounded : rounded;
}

const unitPlaces: Readonly<Record<string, number>> = { mm: 0, мм: 0, cm: 1, см: 1, m: 3, м: 3 };
const withUnit = /^(.*?)\s*(mm|мм|cm|см|m|м)\.?$/iu;

/** A height of a person in millimetres. Without a unit, 100 to 250 are centimetres and 1000 to 2500 millimetres. */
export const statureCell: CellParser = (cell, options) => {
  const text = cell.trim();
  const match = text.length > 40 ? null : withUnit.exec(text);
  const number = decimal(match?.[1] ?? text, options);
  if ('problem' in number) return number;
  const unit = match?.[2]?.toLowerCase();
  const places = unit === undefined ? guessPlaces(Number(number.value)) : (unitPlaces[unit] ?? null);
  if (places === null) return failed('exchange.length_unit', { text: visible(text) });
  return within(scaled(number.value, places), { min: 200, max: 2500, text });
};

function guessPlaces(value: number): number | null {
  if (value >= 100 && value <= 250) return 1;
  return value >= 1000 && value <= 2500 ? 0 : null;
}

/** A coordinate of the site's own grid in millimetres; without a unit it is metres. */
export const gridCell: CellParser = (cell, options) => {
  const text = cell.trim();
  const match = text.length > 40 ? null : withUnit.exec(text);
  const number = decimal(match?.[1] ?? text, options);
  if ('problem' in number) return number;
  const places = unitPlaces[match?.[2]?.toLowerCase() ?? 'm'] ?? 3;
  return within(scaled(number.value, places), { min: -100_000_000, max: 100_000_000, text });
};

function within(value: number, { min, max, text }: { min: number; max: number; text: string }): Attempt<Json> {
  return value >= min && value <= max ? { value } : failed('exchange.length_range', { text: visible(text), min, max });
}

/** Decimal degrees times 1e7 as a whole number. Degrees, minutes and letters are refused, not half understood. */
export function degreesOf(limit: 90 | 180): CellParser {
  return (cell, options) => {
    const text = cell.trim();
    const number = decimal(text, options);
    if ('problem' in number) {
      return number.problem.code === 'exchange.value_number'
        ? failed('exchange.coordinate', { text: visible(text) })
        : number;
    }
    const value = scaled(number.value, 7);
    const range = { text: visible(text), min: -limit, max: limit };
    if (Math.abs(value) <= limit * 1e7) return { value };
    const couldBeLongitude = limit === 90 && Math.abs(value) <= 180e7;
    return failed(couldBeLongitude ? 'exchange.coordinate_swapped' : 'exchange.coordinate_range', range);
  };
}
