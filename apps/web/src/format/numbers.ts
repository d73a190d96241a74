import type { Json, Language } from '@imena/problem';
import { localeOf } from './dates.ts';
import { listOf } from './read-json.ts';

/** A whole or decimal number with the separators of the language. */
export function formatNumber(value: number, language: Language, maximumFractionDigits = 2): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits }).format(value);
}

/** A decimal with a fixed number of digits after the point, for columns of figures; what rounds to nothing has no sign. */
export function formatFixed(value: number, language: Language, digits: number): string {
  if (value === Number.POSITIVE_INFINITY) return '∞';
  if (value === Number.NEGATIVE_INFINITY) return '−∞';
  return withMinus(new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' }).format(value));
}

/** A weight of evidence with its sign, `+1.9` or `−0.4`; one that rounds to nothing has none. */
export function formatSigned(value: number, language: Language, digits: number): string {
  if (!Number.isFinite(value)) return `${value > 0 ? '+' : ''}${formatFixed(value, language, digits)}`;
  return withMinus(new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(value));
}

/** As wide as the plus, and never left alone at the end of a line as a hyphen is. */
function withMinus(text: string): string {
  return text.replace('-', '−');
}

/**
 * A probability between 0 and 1 as a percentage. Near 1 the digits that matter are kept: 99.9997 %, never a rounded 100 %.
 */
export function formatProbability(value: number, language: Language): string {
  const percent = value * 100;
  const gap = Math.min(percent, 100 - percent);
  const digits = gap <= 0 ? 2 : Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(gap))));
  const shown = new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: 0, maximumFractionDigits: digits, roundingMode: 'trunc' }).format(percent);
  return `${shown}\u00a0%`;
}

/** A probability in a list, to choose what to open by: never written as certainty, one way or the other, and no longer than people read. */
export function formatListedProbability(value: number, language: Language): string {
  if (value < 0.0001) return `<\u00a0${formatProbability(0.0001, language)}`;
  return value > 0.9999 ? `>\u00a0${formatProbability(0.9999, language)}` : formatProbability(value, language);
}

/** A list of whole numbers in rising order, neighbours as one run: `1-5, 8`. */
export function writeRuns(list: Json | undefined): string {
  const runs: [number, number][] = [];
  for (const number of listOf(list).filter((one) => typeof one === 'number')) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

const metre = { uk: 'м', en: 'm' } as const;
const centimetre = { uk: 'см', en: 'cm' } as const;
const millimetre = { uk: 'мм', en: 'mm' } as const;

/** A length in whole millimetres, in the unit people say: 15 mm, 42 cm, 1.85 m. */
export function formatLength(lengthMm: number, language: Language): string {
  if (Math.abs(lengthMm) < 100) return `${formatNumber(lengthMm, language)}\u00a0${millimetre[language]}`;
  if (Math.abs(lengthMm) < 1000) return `${formatNumber(lengthMm / 10, language, 1)}\u00a0${centimetre[language]}`;
  return `${formatFixed(lengthMm / 1000, language, 2)}\u00a0${metre[language]}`;
}

/** A size of a file in bytes, in the largest unit that leaves at least 1. */
export function formatBytes(bytes: number, language: Language): string {
  const units = language === 'uk' ? ['Б', 'КБ', 'МБ', 'ГБ'] : ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(value, language, unit === 0 ? 0 : 1)}\u00a0${units[unit] ?? ''}`;
}
