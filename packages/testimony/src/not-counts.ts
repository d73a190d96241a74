import { isTimeUnit } from './languages/units.ts';
import { unitAfter, unitName } from './quantity-unit.ts';
import { numberAt } from './read-number.ts';
import { normAt, type Reading } from './reading.ts';
import { dateAt } from './said-dates.ts';

/** Dates, clock times, addresses and names with numbers are no counts. */
export function skipNonCount(reading: Reading, at: number, limit: number): number {
  const { tokens, language } = reading;
  const token = tokens[at];
  if (token === undefined) return at;
  const past = timeAgo(reading, at, limit);
  if (past > at) return past;
  const date = dateAt(reading, at, limit);
  if (date !== null && !timeAmount(reading, date.from, date.to)) return date.to;
  if (token.kind !== 'number') return at;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before?.text === ':' && tokens[at - 2]?.kind === 'number' && before.end === token.start) return at + 1;
  if (after?.text === ':' && tokens[at + 2]?.kind === 'number' && tokens[at + 2]?.start === after.end) return at + 3;
  if (after !== undefined && after.start === token.end && (language.dates.ordinalSuffixes.has(after.norm) || after.norm === 's')) return at + 2;
  if (after !== undefined && language.dates.clock.has(after.norm) && (after.norm.length === 2 || tokens[at + 2]?.text === '.')) return at + 1;
  if (before !== undefined && before.end === token.start && /^[-‑+/]$/.test(before.text) && tokens[at - 2]?.kind === 'word' && tokens[at - 2]?.end === before.start) return at + 1;
  if (before !== undefined && before.isCapital && (language.quantities.namedThings.has(before.norm) || isNamed(reading, at, limit))) return at + 1;
  // "9/11", "24/7".
  if (after?.text === '/' && tokens[at + 2]?.kind === 'number' && after.start === token.end) return at + 3;
  // "1992-95": two years, written short.
  if (before !== undefined && /^[-–]$/.test(before.text) && /^\d\d$/.test(token.text) && /^(?:1[6-9]|20)\d\d$/.test(tokens[at - 2]?.text ?? '')) return at + 1;
  // A bare year: "in 2014", "(1992)", "the 1995 massacre".
  if (/^(?:1[6-9]|20)\d\d$/.test(token.text) && isYear(reading, at, limit)) return at + 1;
  return at;
}

/** "two days ago" tells when, not how many. */
function timeAgo(reading: Reading, at: number, limit: number): number {
  const { tokens, language } = reading;
  const number = numberAt(reading, at, limit);
  if (number?.value == null) return at;
  const isTime = isTimeUnit(unitName(reading, normAt(tokens, number.to)) ?? normAt(tokens, number.to));
  return isTime && language.numbers.ago.has(normAt(tokens, number.to + 1)) ? number.to + 2 : at;
}

const timeAmount = (reading: Reading, from: number, to: number): boolean => to - from === 1 && reading.tokens[from]?.kind === 'number';

function isYear(reading: Reading, at: number, limit: number): boolean {
  const { tokens, language } = reading;
  const before = normAt(tokens, at - 1);
  if (language.dates.prepositions.has(before) || language.dates.months.has(before) || /^[(–—-]$/.test(before)) return true;
  if (language.dates.yearWords.has(normAt(tokens, at + 1))) return true;
  if (language.dates.yearLinks.has(before)) return true;
  return unitAfter(reading, at + 1, { limit, value: 2000 }) === null;
}

/** "Camp 22 was closed", "Unit 731": a capital noun before digits that count nothing after them; "In Dubrava 40 were named" counts. */
function isNamed(reading: Reading, at: number, limit: number): boolean {
  const { tokens, language } = reading;
  if (language.sentenceOpeners.has(normAt(tokens, at - 1)) || language.quantities.labels.has(normAt(tokens, at - 1)) || language.dates.months.has(normAt(tokens, at - 1)) || language.scene.placePrepositions.has(normAt(tokens, at - 2))) return false;
  return language.code === 'en' && !language.isPlural(normAt(tokens, at - 1)) && !language.quantities.before.some(({ words }) => words.at(-1) === normAt(tokens, at - 1)) && unitAfter(reading, at + 1, { limit, value: 2 }) === null;
}
