import { numberAt, type NumberPhrase } from './read-number.ts';
import { normAt, phraseAt, type Reading } from './reading.ts';

/** Reads a share as a number in 1 with three decimals: "one in three", "two thirds of", "nine-tenths", "half of"; null when none begins here. */
export function shareAt(reading: Reading, at: number, limit: number): NumberPhrase | null {
  const found = marked(reading, at) ?? outOf(reading, at, limit) ?? parts(reading, at, limit);
  return found === null || found.to > limit ? null : { from: at, to: found.to, value: Math.round(found.value * 1000) / 1000, isQuantifier: false, joinedUnit: null };
}

interface Share {
  readonly value: number;
  readonly to: number;
}

/** "кожна третя": every third. */
function marked({ tokens, language: { numbers } }: Reading, at: number): Share | null {
  const value = numbers.shareMarks.has(normAt(tokens, at)) ? numbers.fractions.get(normAt(tokens, at + 1)) : undefined;
  return value === undefined ? null : { value: 1 / value, to: at + 2 };
}

/** "one in three", "nine out of ten": never more than the whole, and no number of things in a place ("one in 2014"). */
function outOf(reading: Reading, at: number, limit: number): Share | null {
  const { tokens, language } = reading;
  const part = numberAt(reading, at, limit);
  if (part?.value == null || part.value < 1) return null;
  for (const words of language.numbers.shareLinks) {
    if (!phraseAt(tokens, part.to, words)) continue;
    const whole = numberAt(reading, part.to + words.length, limit);
    if (whole?.value != null && whole.value > part.value && whole.value <= 100 && part.value <= 99) return { value: part.value / whole.value, to: whole.to };
  }
  return null;
}

/** "half of the bodies", "a third of", "two-thirds": an ordinal before a noun is no share. */
function parts(reading: Reading, at: number, limit: number): Share | null {
  const { tokens, language } = reading;
  const { fractions, units } = language.numbers;
  const [first = '', last = ''] = normAt(tokens, at).split('-');
  const joined = units.get(first);
  if (joined !== undefined && last !== '' && fractions.has(last)) return { value: joined / (fractions.get(last) ?? Infinity), to: at + 1 };
  const own = fractions.get(first);
  if (own !== undefined && last === '') return own === 2 && isWhole(reading, at + 1, limit) || language.quantities.isInflected && isNounShare(reading, at, limit) ? { value: 1 / own, to: at + 1 } : null;
  const next = fractions.get(normAt(tokens, at + 1));
  if (next === undefined) return null;
  const count = units.get(first);
  const isPlural = count !== undefined && count > 1;
  if (isPlural && (normAt(tokens, at + 1).endsWith('s') || language.quantities.isInflected)) return { value: count / next, to: at + 2 };
  const isOne = count === 1 || language.determiners.has(first);
  return isOne && isWhole(reading, at + 2, limit) ? { value: 1 / next, to: at + 2 } : null;
}

/** The whole follows: "of", or a determiner. */
function isWhole({ tokens, language }: Reading, at: number, limit: number): boolean {
  return at < limit && (language.of.has(normAt(tokens, at)) || (normAt(tokens, at - 1) === 'half' && language.determiners.has(normAt(tokens, at)) && !language.numbers.dozen.has(normAt(tokens, at + 1))));
}

/** "половина тіл", "п'яту частину": a noun of share, or an ordinal before the word for a part. */
function isNounShare({ tokens, language }: Reading, at: number, limit: number): boolean {
  const next = normAt(tokens, at + 1);
  return at + 1 < limit && (language.numbers.shareNouns.has(normAt(tokens, at)) || language.numbers.parts.has(next));
}
