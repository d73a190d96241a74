import { normAt, type Reading } from './reading.ts';

/** A number as written: `value` null where the word names no figure ("hundreds"). */
export interface NumberPhrase {
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  /** A quantifier such as "some" or "most": a share of something, not a figure. */
  readonly isQuantifier: boolean;
  /** "five-month", "82-year-old": the unit is part of the same word. */
  readonly joinedUnit: string | null;
}

/** Reads the number that begins at this token; null when none does. */
export function numberAt(reading: Reading, at: number, limit: number): NumberPhrase | null {
  const token = reading.tokens[at];
  if (token === undefined || at >= limit || token.kind === 'mark') return null;
  return token.kind === 'number' ? digitsAt(reading, at, limit) : wordsAt(reading, at, limit);
}

function digitsAt({ text, tokens, language }: Reading, at: number, limit: number): NumberPhrase | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const value = parseDigits(token.text);
  if (value === null) return null;
  const hyphen = tokens[at + 1];
  const joined = tokens[at + 2];
  // "82-year-old" is the number, a hyphen and a word without spaces.
  if (hyphen !== undefined && joined !== undefined && /^[-‑]$/.test(hyphen.text) && hyphen.start === token.end && joined.kind === 'word' && joined.start === hyphen.end && at + 2 < limit) {
    const times = language.numbers.scales.get(joined.norm);
    return times === undefined ? { from: at, to: at + 3, value, isQuantifier: false, joinedUnit: joined.norm } : { from: at, to: at + 3, value: value * times, isQuantifier: false, joinedUnit: null };
  }
  // The groups of a number may be set apart by spaces that the tokens keep together; a scale word multiplies.
  const scale = at + 1 < limit ? language.numbers.scales.get(normAt(tokens, at + 1)) : undefined;
  if (scale !== undefined && text.charAt(token.end) !== '-') return { from: at, to: at + 2, value: value * scale, isQuantifier: false, joinedUnit: null };
  return { from: at, to: at + 1, value, isQuantifier: false, joinedUnit: null };
}

function parseDigits(text: string): number | null {
  if (!/^[0-9]/.test(text)) return null;
  const grouped = /^\d{1,3}(?:[,.\u00a0\u202f\u2009 ]\d{3})+$/.test(text);
  const value = Number(grouped ? text.replace(/[^\d]/g, '') : text.replace(',', '.'));
  return Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER ? value : null;
}

interface Sum {
  total: number;
  current: number;
  isAny: boolean;
}

function wordsAt(reading: Reading, at: number, limit: number): NumberPhrase | null {
  const { tokens, language } = reading;
  const words = language.numbers;
  const first = normAt(tokens, at);
  if (words.vague.has(first)) return { from: at, to: vagueEnd(reading, at, limit), value: null, isQuantifier: false, joinedUnit: null };
  if (words.quantifiers.has(first)) return quantifierAt(reading, at, limit);
  const dozen = dozenAt(reading, at, limit);
  if (dozen !== null) return dozen;
  const sum: Sum = { total: 0, current: 0, isAny: false };
  let index = at;
  let joinedUnit: string | null = null;
  for (; index < limit; index++) {
    const norm = normAt(tokens, index);
    if (sum.isAny && norm === words.and && words.and !== '' && sum.current >= 100 && add({ ...sum }, normAt(tokens, index + 1).split('-'), words) === 0) continue;
    const parts = norm.split('-');
    const left = add(sum, parts, words);
    if (left === parts.length) break;
    if (left > 0) {
      joinedUnit = parts.slice(parts.length - left).join('-');
      index++;
      break;
    }
  }
  if (!sum.isAny) return null;
  const value = sum.total + sum.current;
  // "one and a half years"
  const isAndHalf = words.and !== '' && index + 2 < limit && normAt(tokens, index) === words.and && language.quantities.articles.has(normAt(tokens, index + 1)) && words.half.has(normAt(tokens, index + 2));
  return { from: at, to: isAndHalf ? index + 3 : index, value: isAndHalf ? value + 0.5 : value, isQuantifier: false, joinedUnit };
}

/** Adds the parts of a word to the sum as far as they are numbers; returns how many parts are left. */
function add(sum: Sum, parts: readonly string[], words: Reading['language']['numbers']): number {
  for (const [index, part] of parts.entries()) {
    const unit = words.units.get(part);
    const ten = words.tens.get(part);
    const scale = words.scales.get(part);
    if (unit !== undefined && (!sum.isAny || sum.current % 10 === 0)) sum.current += unit;
    else if (ten !== undefined && (!sum.isAny || sum.current % 100 === 0)) sum.current += ten;
    else if (scale !== undefined && sum.isAny) {
      if (scale === 100) sum.current *= 100;
      else {
        sum.total += sum.current * scale;
        sum.current = 0;
      }
    } else return parts.length - index;
    sum.isAny = true;
  }
  return 0;
}

/** "hundreds of thousands", "tens of thousands". */
function vagueEnd({ tokens, language }: Reading, at: number, limit: number): number {
  let index = at + 1;
  while (index + 1 < limit && language.of.has(normAt(tokens, index)) && language.numbers.vague.has(normAt(tokens, index + 1))) index += 2;
  return index;
}

/** "some of", "several hundred": never a figure; before digits the word is a bound and none of this. */
function quantifierAt(reading: Reading, at: number, limit: number): NumberPhrase | null {
  const { tokens, language } = reading;
  const next = tokens[at + 1];
  if (next === undefined || at + 1 >= limit) return { from: at, to: at + 1, value: null, isQuantifier: true, joinedUnit: null };
  if (next.kind === 'number' || language.numbers.units.has(next.norm) || language.numbers.tens.has(next.norm.split('-')[0] ?? '')) return null;
  const isScale = language.numbers.scales.has(next.norm) || language.numbers.dozen.has(next.norm);
  return { from: at, to: isScale ? at + 2 : at + 1, value: null, isQuantifier: !isScale, joinedUnit: null };
}

/** "a dozen", "two dozen", "half a dozen", "a hundred". */
function dozenAt({ tokens, language }: Reading, at: number, limit: number): NumberPhrase | null {
  const words = language.numbers;
  const found = (to: number, value: number): NumberPhrase => ({ from: at, to, value, isQuantifier: false, joinedUnit: null });
  const [first, second, third] = [0, 1, 2].map((offset) => (at + offset < limit ? normAt(tokens, at + offset) : ''));
  if (words.half.has(first ?? '') && language.determiners.has(second ?? '') && words.dozen.has(third ?? '')) return found(at + 3, 6);
  if (words.dozen.has(first ?? '')) return found(at + 1, 12);
  const units = words.units.get(first ?? '');
  if (words.dozen.has(second ?? '')) {
    if (units !== undefined) return found(at + 2, units * 12);
    if (language.quantities.articles.has(first ?? '')) return found(at + 2, 12);
  }
  const scale = words.scales.get(second ?? '');
  if (language.quantities.articles.has(first ?? '') && scale !== undefined) return found(at + 2, scale);
  return null;
}
