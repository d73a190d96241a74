import { counted, predicateUnit, type CountedBefore } from './counted-before.ts';
import { isMeasureUnit, isTimeUnit, singularUnit } from './languages/units.ts';
import { skipNonCount } from './not-counts.ts';
import { joinedUnitName, takeAfter, takeBefore, takeMoney, takeRange } from './quantity-bounds.ts';
import type { Found } from './found-quantity.ts';
import { isAge, takeLabel } from './quantity-labels.ts';
import { isPeople, unitAfter, unitName } from './quantity-unit.ts';
import { numberAt } from './read-number.ts';
import { shareAt } from './read-share.ts';
import { normAt, phraseAt, spanOf, type Reading } from './reading.ts';
import type { Quantity } from './types.ts';

/** A measure is taken up again only so many tokens later. */
const longestEllipsis = 12;

/** All quantities between two tokens; `before` holds what the document has counted so far and is told what is counted here. */
export function readQuantities(reading: Reading, span: { from: number; to: number }, before: CountedBefore): Quantity[] {
  const found: Found[] = [];
  let at = span.from;
  while (at < span.to) {
    const skipped = skipNonCount(reading, at, span.to);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const one = quantityAt(reading, at, { span, found, before });
    if (one === null) at++;
    else {
      found.push(one);
      if (!one.isLabel && one.value !== null) before.add(one);
      at = Math.max(one.end, at + 1);
    }
  }
  return found.map((one) => finish(reading, one));
}

interface Around {
  readonly span: { readonly from: number; readonly to: number };
  readonly found: readonly Found[];
  readonly before: CountedBefore;
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
  if (takeMoney(reading, base, around.span.from)) return base;
  if (base.joinedUnit !== null && language.numbers.looseSuffixes.has(base.joinedUnit)) {
    base.bound = base.joinedUnit === 'plus' ? 'at_least' : 'approx';
  } else if (base.joinedUnit !== null && base.value2 === null) {
    base.unit = joinedUnitName(reading, base.joinedUnit);
    return base;
  }
  if (takeLabel(reading, base, around.span.from)) return base;
  if (isAge(reading, base, around.span)) return { ...base, unit: 'years' };
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
function isCounting(reading: Reading, { from, value, start, bound, unit, to }: Found, word: string): boolean {
  if (value !== 1 || /^\d/.test(word)) return true;
  const { tokens, language: { quantities: words } } = reading;
  if (start < from && bound !== 'exact') return true;
  if (words.countMarks.has(normAt(tokens, from - 1))) return unit !== '' || normAt(tokens, to) === 'that';
  return false;
}

function takeUnit(reading: Reading, base: Found, { span, found, before }: Around): void {
  const { tokens, language } = reading;
  const limit = span.to;
  const after = unitAfter(reading, base.end, { limit, value: base.value2 ?? base.value });
  if (after !== null) {
    base.unit = after.unit;
    const hasAfterBound = reading.language.quantities.after.some(({ words }) => phraseAt(reading.tokens, after.to, words));
    if (base.value !== null && base.bound === 'exact' && hasAfterBound) base.end = after.to;
    // "over four days in August": throughout, not more than.
    if (base.bound === 'more_than' && isTimeUnit(after.unit) && language.quantities.throughout.has(normAt(tokens, base.start)) && isThroughout(reading, base.start, span.from)) Object.assign(base, { bound: 'exact', start: base.from });
    return;
  }
  if (base.value === null) return;
  // "nineteen metres deep, and we stopped at eleven".
  const last = found.at(-1);
  if (last !== undefined && isMeasureUnit(last.unit) && !last.isLabel && language.prepositions.has(normAt(tokens, base.start - 1)) && base.from - last.to < longestEllipsis) {
    base.unit = last.unit;
    return;
  }
  const whole = language.quantities.including.has(normAt(tokens, base.start - 1)) ? nounBefore(reading, base.start - 1, span.from) : null;
  // After men, women and children the rest counts people.
  const kinds = new Set(found.slice(-20).map(({ unit }) => unit).filter((unit) => isPeople(reading, unit)));
  base.unit = predicateUnit(reading, base.end, limit) ?? whole ?? unitBefore(reading, base, span.from) ?? (kinds.size > 1 ? 'people' : counted(reading, base, { before, limit }));
}

/** "cost millions over two years" against "took over two years", "for over two years". */
function isThroughout({ tokens, language }: Reading, at: number, from: number): boolean {
  const before = normAt(tokens, at - 1);
  return at === from || !(language.isFinite(before) || language.passive.has(before) || language.prepositions.has(before) || language.isAdverb(before) || language.infinitive.has(before) || language.quantities.baseVerbs.has(before));
}

/** "body bags, including one": the plural before is what is counted. */
function nounBefore(reading: Reading, at: number, from: number): string | null {
  for (let index = at - 1; index >= Math.max(from, at - 3); index--) {
    const unit = reading.language.isPlural(normAt(reading.tokens, index)) ? unitAfter(reading, Math.max(from, index - 1), { limit: index + 1, value: null }) : null;
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
      const noun = unitAfter(reading, index + 2, { limit: start, value: null });
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
  if (!language.quantities.zeroMarks.has(normAt(tokens, at + 1))) return null;
  const unit = unitAfter(reading, at + 1, { limit, value: null });
  if (unit === null || !unit.unit.split(' ').some((word) => language.scene.matter.has(word))) return null;
  return { from: at, to: at + 1, start: at, end: at + 1, value: 0, value2: null, isQuantifier: false, joinedUnit: null, bound: 'exact', unit: unit.unit, isLabel: false, isSuperseded: false };
}

/** "a month or so": one, more or less. */
function looseTimeAt(reading: Reading, at: number, limit: number): Found | null {
  const { tokens, language } = reading;
  const noun = normAt(tokens, at + 1);
  const loose = language.quantities.after.find(({ words, bound }) => bound === 'approx' && words.length > 1 && phraseAt(tokens, at + 2, words));
  if (!language.quantities.articles.has(normAt(tokens, at)) || !isTimeUnit(noun) || loose === undefined || at + 2 + loose.words.length > limit) return null;
  return { from: at, to: at + 1, start: at, end: at + 2 + loose.words.length, value: 1, value2: null, isQuantifier: false, joinedUnit: null, bound: 'approx', unit: `${noun}s`, isLabel: false, isSuperseded: false };
}

function finish(reading: Reading, one: Found): Quantity {
  const { bound, value, value2, unit, isLabel, isSuperseded } = one;
  const open = value === null;
  const min = open || bound === 'up_to' || bound === 'at_most' || bound === 'less_than' ? null : value;
  const max = open || bound === 'at_least' || bound === 'more_than' ? null : (value2 ?? value);
  return { ...spanOf(reading, one.start, one.end), bound, value, value2, min, max, unit: value === 1 && value2 === null ? singularUnit(unit) : unit, isLabel, isSuperseded };
}
