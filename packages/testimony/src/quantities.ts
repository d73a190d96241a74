import { dateAt } from './said-dates.ts';
import { numberAt, type NumberPhrase } from './read-number.ts';
import { shareAt } from './read-share.ts';
import { normAt, phraseAt, spanOf, type Reading } from './reading.ts';
import { isMissing, isPeople, unitAfter, unitName } from './quantity-unit.ts';
import type { Bound, Quantity } from './types.ts';

interface Found extends NumberPhrase {
  start: number;
  end: number;
  bound: Bound;
  value2: number | null;
  unit: string;
  isLabel: boolean;
  isSuperseded: boolean;
}

/** Units of time and measure: a number without a noun never counts these again. */
export const measure = /^(?:years?|months?|weeks?|days?|hours?|minutes?|percent|fraction|miles?|kilomet(?:re|er)s?|km|met(?:re|er)s?|m|acres?|hectares?|feet|number|grave number|tonnes?|kg|centimet(?:re|er)s?|cm)$/;
const timeUnit = /^(?:year|month|week|day|hour|minute|decade|century)s?$/;

/** All quantities between two tokens; `inherited` is what was counted just before, for numbers that name no thing. */
export function readQuantities(reading: Reading, span: { from: number; to: number }, inherited: string): Quantity[] {
  const found: Found[] = [];
  let at = span.from;
  while (at < span.to) {
    const skipped = skipNonCount(reading, at, span.to);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const one = quantityAt(reading, at, { span, found, inherited });
    if (one === null) at++;
    else {
      found.push(one);
      at = Math.max(one.end, at + 1);
    }
  }
  return found.map((one) => finish(reading, one));
}

/** Dates, clock times, addresses and names with numbers are no counts. */
function skipNonCount(reading: Reading, at: number, limit: number): number {
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
  if (before !== undefined && language.quantities.namedThings.has(before.norm) && before.isCapital) return at + 1;
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
  const isTime = timeUnit.test(unitName(reading, normAt(tokens, number.to)) ?? normAt(tokens, number.to));
  return isTime && language.numbers.ago.has(normAt(tokens, number.to + 1)) ? number.to + 2 : at;
}

const timeAmount = (reading: Reading, from: number, to: number): boolean => to - from === 1 && reading.tokens[from]?.kind === 'number';

function isYear(reading: Reading, at: number, limit: number): boolean {
  const { tokens, language } = reading;
  const before = normAt(tokens, at - 1);
  if (language.dates.prepositions.has(before) || language.dates.months.has(before) || /^[(–—-]$/.test(before)) return true;
  if (language.dates.yearWords.has(normAt(tokens, at + 1))) return true;
  if (['and', 'to', 'of', 'the', 'та', 'і', 'до', 'з'].includes(before)) return unitAfter(reading, at + 1, limit) === null || before === 'the' || before === 'of';
  return unitAfter(reading, at + 1, limit) === null;
}

interface Around {
  readonly span: { readonly from: number; readonly to: number };
  readonly found: readonly Found[];
  readonly inherited: string;
}

function quantityAt(reading: Reading, at: number, around: Around): Found | null {
  const { tokens, language } = reading;
  const limit = around.span.to;
  const zero = zeroAt(reading, at, limit);
  if (zero !== null) return zero;
  const loose = looseTimeAt(reading, at, limit);
  if (loose !== null) return loose;
  const share = shareAt(reading, at, limit);
  if (share !== null) {
    const part: Found = { ...share, start: share.from, end: share.to, bound: 'exact', value2: null, unit: 'fraction', isLabel: false, isSuperseded: false };
    takeBefore(reading, part, around.span.from);
    return part;
  }
  const number = numberAt(reading, at, limit);
  if (number === null) return null;
  const base: Found = { ...number, start: number.from, end: number.to, bound: number.value === null ? 'vague' : 'exact', value2: null, unit: '', isLabel: false, isSuperseded: false };
  takeBefore(reading, base, around.span.from);
  takeRange(reading, base, limit);
  if (number.joinedUnit !== null && language.numbers.looseSuffixes.has(number.joinedUnit)) {
    base.bound = number.joinedUnit === 'plus' ? 'at_least' : 'approx';
  } else if (number.joinedUnit !== null && base.value2 === null) {
    base.unit = joinedUnitName(number.joinedUnit);
    return base;
  }
  if (takeLabel(reading, base, around.span.from)) return base;
  if (isAge(reading, base, limit)) return { ...base, unit: 'years' };
  takeAfter(reading, base, limit);
  takeUnit(reading, base, around);
  takeAfter(reading, base, limit);
  if (number.value === null && base.unit === '') return null;
  if (!isCounting(reading, base, tokens[at]?.norm ?? '')) return null;
  base.isSuperseded = isSuperseded(reading, base, around.found);
  if (base.isSuperseded && base.bound === 'exact' && language.quantities.supersededMarks.has(normAt(tokens, base.start))) base.start = number.from;
  return base;
}

/** "one" is a figure only where it counts: after a bound or "including", or with a noun that is counted here. */
function isCounting(reading: Reading, { from, value, start, unit, to }: Found, word: string): boolean {
  if (value !== 1 || /^\d/.test(word)) return true;
  const { tokens, language: { quantities: words } } = reading;
  if (start < from) return true;
  if (words.countMarks.has(normAt(tokens, from - 1))) return unit !== '' || normAt(tokens, to) === 'that';
  return unitName(reading, normAt(tokens, to)) !== null && !(tokens[from]?.isCapital ?? false) && !words.notCounted.has(normAt(tokens, to));
}

/** The bound written before the number. */
function takeBefore(reading: Reading, base: Found, from: number): void {
  const { tokens, language } = reading;
  for (let round = 0; round < 2; round++) {
    let taken = false;
    for (const { words, bound } of language.quantities.before) {
      const start = base.start - words.length;
      if (start < from || !phraseAt(tokens, start, words)) continue;
      if (base.value === null) return;
      // "зросла до 128" is the new figure, not a limit.
      if (bound === 'up_to' && words.length === 1 && isChange(reading, start - 1)) break;
      base.start = start;
      if (base.bound === 'exact') base.bound = bound;
      taken = true;
      break;
    }
    if (!taken) break;
  }
  const { tollBounds, tollWords } = language.quantities;
  if (base.value === null || base.bound !== 'exact' || base.start <= from || !tollBounds.has(normAt(tokens, base.start - 1))) return;
  for (let at = base.start - 2; at >= Math.max(from, base.start - 9); at--) {
    if (!tollWords.has(normAt(tokens, at))) continue;
    base.start--;
    base.bound = 'more_than';
    return;
  }
}

/** The bound written after the number or its noun. */
function takeAfter(reading: Reading, base: Found, limit: number): void {
  if (base.value === null || base.bound !== 'exact') return;
  if (reading.tokens[base.end]?.text === '+' && base.end < limit) {
    base.end++;
    base.bound = 'at_least';
    return;
  }
  for (const { words, bound } of reading.language.quantities.after) {
    if (base.end + words.length > limit || !phraseAt(reading.tokens, base.end, words)) continue;
    base.end += words.length;
    base.bound = bound;
    return;
  }
}

/** "between 80 and 100", "11,000 - 15,000", "40 to 50", "40 or 50". */
function takeRange(reading: Reading, base: Found, limit: number): void {
  const { tokens, language } = reading;
  if (base.value === null) return;
  const words = language.quantities;
  const isBetween = words.rangeBetween.has(normAt(tokens, base.start - 1));
  const between = normAt(tokens, base.end);
  const joins = isBetween ? words.rangeAnd.has(between) : words.rangeTo.has(between);
  if (!joins || base.end + 1 >= limit) return;
  const second = numberAt(reading, base.end + 1, limit);
  if (second?.value == null) return;
  const scaled = second.to - second.from === 2 && base.value < 1000 && second.value >= 1000 && language.numbers.scales.has(normAt(tokens, second.to - 1)) && !language.numbers.scales.has(normAt(tokens, base.to - 1));
  const low = scaled ? base.value * (language.numbers.scales.get(normAt(tokens, second.to - 1)) ?? 1) : base.value;
  if (low >= second.value || (words.rangeFrom.has(normAt(tokens, base.start - 1)) && isChange(reading, base.start - 2))) return;
  const unitBetween = unitAfter(reading, second.to, limit);
  if (unitBetween === null && !isBetween && !/^[-–—]$/.test(between) && tokens[second.to]?.kind === 'word') return;
  Object.assign(base, { value: low, value2: second.value, bound: 'range' as const, end: second.to, joinedUnit: second.joinedUnit });
  if (isBetween) base.start--;
  else if (words.rangeFrom.has(normAt(tokens, base.start - 1))) base.start--;
  if (second.joinedUnit !== null) base.unit = joinedUnitName(second.joinedUnit);
}

/** "rose from 115 to 120" tells an old figure and a new one, no range. */
function isChange({ tokens, language }: Reading, at: number): boolean {
  for (let index = at; index > at - 5; index--) {
    const norm = normAt(tokens, index);
    if (language.quantities.changes.has(norm) || language.cues.get(norm)?.kind === 'figure') return true;
  }
  return false;
}

/** "numbered as high as 398", "No. 112", "grave number 319": a name of a thing. */
function takeLabel(reading: Reading, base: Found, from: number): boolean {
  const { tokens, language } = reading;
  const words = language.quantities;
  for (let index = base.start - 1; index >= Math.max(from, base.start - 3); index--) {
    const norm = normAt(tokens, index);
    if (words.labels.has(norm) && !isNegation(reading, index)) {
      if (language.of.has(normAt(tokens, index + 1))) return false;
      base.isLabel = true;
      base.unit = labelUnit(reading, index, from);
      return true;
    }
    if (!/^(?:[.:#]|the|a|with|as)$/.test(norm)) return false;
  }
  return false;
}

/** "no one": without its dot the short form of "number" is a denial. */
const isNegation = ({ tokens, language }: Reading, at: number): boolean => language.numbers.none.has(normAt(tokens, at)) && normAt(tokens, at + 1) !== '.';

function labelUnit({ tokens, language }: Reading, at: number, from: number): string {
  for (let index = at; index >= Math.max(from, at - 12); index--) {
    if (language.quantities.labelledBodies.has(normAt(tokens, index))) return 'body number';
  }
  return 'grave number';
}

function isAge({ tokens, language }: Reading, { from, to, start, value }: Found, limit: number): boolean {
  const before = normAt(tokens, start - 1);
  if (value === null || value > 120) return false;
  if (language.quantities.agePhrases.has(before) || normAt(tokens, start) === 'over' && normAt(tokens, start + 1) === 'the' && normAt(tokens, start + 2) === 'age') return true;
  // "Anna Petrenko, 45, said": an age between commas after a name.
  if (before === ',' && (normAt(tokens, to) === ',' || to >= limit) && (tokens[from - 2]?.isCapital ?? false) && tokens[from]?.kind === 'number') return true;
  return language.quantities.agedPeople.has(before) && language.quantities.ageComparisons.has(normAt(tokens, start)) && unitAfterIsEmpty(tokens, to, language);
}

const unitAfterIsEmpty = (tokens: Reading['tokens'], to: number, language: Reading['language']): boolean => {
  const next = tokens[to];
  return next === undefined || next.kind === 'mark' || language.prepositions.has(next.norm) || language.finite.has(next.norm) || language.conjunctions.has(next.norm);
};

function takeUnit(reading: Reading, base: Found, { span, found, inherited }: Around): void {
  const { tokens, language } = reading;
  const limit = span.to;
  const after = unitAfter(reading, base.end, limit);
  if (after !== null) {
    base.unit = after.unit;
    const hasAfterBound = reading.language.quantities.after.some(({ words }) => phraseAt(reading.tokens, after.to, words));
    if (base.value !== null && base.bound === 'exact' && hasAfterBound) base.end = after.to;
    return;
  }
  const counted = found.slice(-20).filter(({ unit }) => unit !== '' && !measure.test(unit)).map(({ unit }) => unit);
  const whole = language.quantities.including.has(normAt(tokens, base.start - 1)) ? nounBefore(reading, base.start - 1, span.from) : null;
  // After men, women and children the rest counts people.
  const kinds = new Set(counted.filter((unit) => isPeople(reading, unit)));
  const before = whole ?? unitBefore(reading, base, span.from) ?? (kinds.size > 1 ? 'people' : (counted.at(-1) ?? inherited));
  // "13 people are dead and about 40 are still missing".
  base.unit = isPeople(reading, before) && isMissing(reading, base.end, limit) ? 'missing persons' : before;
}

/** "body bags, including one": the plural before is what is counted. */
function nounBefore(reading: Reading, at: number, from: number): string | null {
  for (let index = at - 1; index >= Math.max(from, at - 3); index--) {
    const unit = reading.language.isPlural(normAt(reading.tokens, index)) ? unitAfter(reading, Math.max(from, index - 1), index + 1) : null;
    if (unit !== null) return unit.unit;
  }
  return null;
}

/** "the number of bodies in the grave at 40", "the death toll to 97". */
function unitBefore(reading: Reading, { start }: Found, from: number): string | null {
  const { tokens, language } = reading;
  for (let index = start - 1; index >= Math.max(from, start - 24); index--) {
    const norm = normAt(tokens, index);
    if (norm === '.' || norm === ';') return null;
    if (!language.quantities.tollWords.has(norm)) continue;
    const known = unitName(reading, normAt(tokens, index - 1)) ?? (norm === 'toll' ? 'deaths' : null);
    if (known !== null) return known;
    const genitive = language.quantities.isInflected ? unitName(reading, normAt(tokens, index + 1)) : null;
    if (genitive !== null) return genitive;
    if (language.of.has(normAt(tokens, index + 1))) {
      const noun = unitAfter(reading, index + 2, start);
      if (noun !== null) return noun.unit;
    }
    return null;
  }
  return null;
}

/** "97, from 115": the second is what was said before. */
function isSuperseded({ tokens, language }: Reading, { start, from }: Found, found: readonly Found[]): boolean {
  if (found.length === 0) return false;
  for (let index = from - 1; index >= Math.min(start, from - 3); index--) {
    const norm = normAt(tokens, index);
    if (language.quantities.supersededMarks.has(norm)) return true;
    if (!language.quantities.fillersBeforeOld.has(norm)) return false;
  }
  return false;
}

/** "No new burial sites have been found": none of a thing that is counted here. */
function zeroAt(reading: Reading, at: number, limit: number): Found | null {
  const { tokens, language } = reading;
  if (!language.numbers.none.has(normAt(tokens, at))) return null;
  if (language.quantities.before.some(({ words }) => words.length > 1 && phraseAt(tokens, at, words))) return null;
  const unit = unitAfter(reading, at + 1, limit);
  if (unit === null || !unit.unit.split(' ').some((word) => language.scene.matter.has(word) || word === 'survivors')) return null;
  return { from: at, to: at + 1, start: at, end: at + 1, value: 0, value2: null, isQuantifier: false, joinedUnit: null, bound: 'exact', unit: unit.unit, isLabel: false, isSuperseded: false };
}

/** "a month or so": one, more or less. */
function looseTimeAt(reading: Reading, at: number, limit: number): Found | null {
  const { tokens } = reading;
  if (!/^an?$/.test(normAt(tokens, at)) || !timeUnit.test(normAt(tokens, at + 1)) || !phraseAt(tokens, at + 2, ['or', 'so']) || at + 4 > limit) return null;
  return { from: at, to: at + 1, start: at, end: at + 4, value: 1, value2: null, isQuantifier: false, joinedUnit: null, bound: 'approx', unit: `${normAt(tokens, at + 1)}s`, isLabel: false, isSuperseded: false };
}

function joinedUnitName(joined: string): string {
  const first = joined.split('-')[0] ?? joined;
  return timeUnit.test(first) && !first.endsWith('s') ? `${first}s` : first;
}

function finish(reading: Reading, one: Found): Quantity {
  const { bound, value, value2, unit, isLabel, isSuperseded } = one;
  const open = value === null;
  const min = open || bound === 'up_to' || bound === 'at_most' || bound === 'less_than' ? null : value;
  const max = open || bound === 'at_least' || bound === 'more_than' ? null : (value2 ?? value);
  return { ...spanOf(reading, one.start, one.end), bound, value, value2, min, max, unit, isLabel, isSuperseded };
}
