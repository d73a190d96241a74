import type { Found } from './found-quantity.ts';
import { unitAfter, unitName } from './quantity-unit.ts';
import { isTimeUnit } from './languages/units.ts';
import { numberAt } from './read-number.ts';
import { normAt, phraseAt, type Reading } from './reading.ts';

/** The bound written before the number. */
export function takeBefore(reading: Reading, base: Found, from: number): void {
  const { tokens, language } = reading;
  if (base.start > from && language.numbers.currencies.has(normAt(tokens, base.start - 1))) base.start--;
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
export function takeAfter(reading: Reading, base: Found, limit: number): void {
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
export function takeRange(reading: Reading, base: Found, limit: number): void {
  const { tokens, language } = reading;
  if (base.value === null) return;
  const words = language.quantities;
  // "двоє-троє": both ends in one word.
  const joined = base.joinedUnit === null ? undefined : language.numbers.units.get(base.joinedUnit);
  if (joined !== undefined && joined > base.value) {
    Object.assign(base, { value2: joined, bound: 'range' as const, joinedUnit: null });
    return;
  }
  const isBetween = words.rangeBetween.has(normAt(tokens, base.start - 1));
  const between = normAt(tokens, base.end);
  const joins = isBetween ? words.rangeAnd.has(between) : words.rangeTo.has(between);
  if (!joins || base.end + 1 >= limit) return;
  // "from 6,000 to more than 12,000".
  const bound = words.before.find((phrase) => phraseAt(tokens, base.end + 1, phrase.words));
  const second = numberAt(reading, base.end + 1 + (bound?.words.length ?? 0), limit);
  if (second?.value == null) return;
  const scaled = second.to - second.from === 2 && base.value < 1000 && second.value >= 1000 && language.numbers.scales.has(normAt(tokens, second.to - 1)) && !language.numbers.scales.has(normAt(tokens, base.to - 1));
  const low = scaled ? base.value * (language.numbers.scales.get(normAt(tokens, second.to - 1)) ?? 1) : base.value;
  if (low >= second.value || (words.rangeFrom.has(normAt(tokens, base.start - 1)) && isChange(reading, base.start - 2))) return;
  const unitBetween = unitAfter(reading, second.to, { limit, value: second.value });
  if (unitBetween === null && !isBetween && !/^[-–—]$/.test(between) && tokens[second.to]?.kind === 'word') return;
  Object.assign(base, { value: low, value2: second.value, bound: 'range' as const, end: second.to, joinedUnit: second.joinedUnit });
  if (isBetween) base.start--;
  else if (words.rangeFrom.has(normAt(tokens, base.start - 1))) base.start--;
  if (second.joinedUnit !== null) base.unit = joinedUnitName(reading, second.joinedUnit);
}

/** "rose from 115 to 120" tells an old figure and a new one, no range. */
function isChange({ tokens, language }: Reading, at: number): boolean {
  for (let index = at; index > at - 5; index--) {
    const norm = normAt(tokens, index);
    if (language.quantities.changes.has(norm) || language.cues.get(norm)?.kind === 'figure') return true;
  }
  return false;
}

export function joinedUnitName(reading: Reading, joined: string): string {
  const first = joined.split('-')[0] ?? joined;
  const known = unitName(reading, first);
  if (known !== null) return known;
  return isTimeUnit(first) && !first.endsWith('s') ? `${first}s` : first;
}

/** "$250,000", "€1.5m": the sign is the unit, a letter multiplies. */
export function takeMoney({ tokens, language }: Reading, base: Found, from: number): boolean {
  const sign = tokens[base.from - 1];
  const unit = sign === undefined || base.from - 1 < from || sign.end !== tokens[base.from]?.start ? undefined : language.numbers.currencies.get(sign.text);
  if (unit === undefined || base.value === null) return false;
  const letter = tokens[base.end];
  const scale = letter !== undefined && letter.start === tokens[base.end - 1]?.end ? language.numbers.moneyScales.get(letter.norm) : undefined;
  if (scale !== undefined) {
    base.value *= scale;
    base.end++;
  }
  if (base.start === base.from) base.start--;
  base.unit = unit;
  return true;
}
