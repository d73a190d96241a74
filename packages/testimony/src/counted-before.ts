import { isMeasureUnit, unitKind, type UnitKind } from './languages/units.ts';
import { isMissing, isPeople, unitAfter, unitName } from './quantity-unit.ts';
import { numberAt, type NumberPhrase } from './read-number.ts';
import { normAt, type Reading } from './reading.ts';

/** Something counted or told of before a number that names no thing itself. */
interface Candidate {
  readonly unit: string;
  readonly at: number;
  readonly isCounted: boolean;
  /** "The bodies showed …": a verb follows. */
  readonly isSubject: boolean;
  readonly value: number | null;
  readonly speaker: string | null;
}

/** What has been counted so far in a document, in the order of its text. */
export class CountedBefore {
  private readonly counted: Candidate[] = [];
  /** Who counts now: whoever goes on speaking counts what they counted before. */
  speaker: string | null = null;

  /** Keeps a unit that a number at this token was given. */
  add({ unit, from: at, value }: { readonly unit: string; readonly from: number; readonly value: number | null }): void {
    if (unit === '' || isMeasureUnit(unit)) return;
    this.counted.push({ unit, at, isCounted: true, isSubject: false, value, speaker: this.speaker });
    if (this.counted.length > mostKept) this.counted.shift();
  }

  /** The unit counted last before a token, measures aside. */
  near(at: number): readonly Candidate[] {
    return this.counted.filter((one) => one.at < at);
  }
}

const mostKept = 24;
/** Nouns are looked for in so many tokens before the number. */
const reach = 60;

/** What an elliptic number counts: the thing told of before that its verb can be said of, the nearest first. */
export function counted(reading: Reading, number: { readonly start: number; readonly end: number; readonly value: number | null }, { before, limit }: { before: CountedBefore; limit: number }): string {
  const whole = wholeAfter(reading, number.end, limit);
  if (whole !== null) return unitAfter(reading, whole.to, { limit, value: whole.value })?.unit ?? counted(reading, { ...whole, start: number.start, end: whole.to }, { before, limit });
  const wanted = kindWanted(reading, number.end, limit) ?? kindWantedBefore(reading, number.start);
  const candidates = [...before.near(number.start), ...nounsBefore(reading, number.start)];
  let best: Candidate | null = null;
  let most = -Infinity;
  for (const candidate of candidates) {
    const score = weigh(reading, candidate, { at: number.start, value: number.value, wanted, speaker: before.speaker });
    if (score >= most) {
      best = candidate;
      most = score;
    }
  }
  const unit = best?.unit ?? (wanted === 'human' ? 'people' : '');
  // "13 people are dead and about 40 are still missing".
  return isPeopleUnit(unit) && isMissing(reading, number.end, limit) ? 'missing persons' : unit;
}

const isPeopleUnit = (unit: string): boolean => unitKind(unit) === 'human';

/** "50 of the 93 lie outside": what the 93 are. */
function wholeAfter(reading: Reading, at: number, limit: number): NumberPhrase | null {
  const { tokens, language } = reading;
  if (!language.of.has(normAt(tokens, at)) || !language.determiners.has(normAt(tokens, at + 1))) return null;
  const whole = numberAt(reading, at + 2, limit);
  return whole?.value == null ? null : whole;
}

interface Sought {
  readonly at: number;
  readonly value: number | null;
  readonly wanted: UnitKind | null;
  readonly speaker: string | null;
}

function weigh(reading: Reading, { unit, at: seen, isCounted, isSubject, value: had, speaker: by }: Candidate, { at, value, wanted, speaker }: Sought): number {
  let stops = 0;
  for (let index = at - 1; index > seen && at - index < 200; index--) if (/^[.!?]$/.test(normAt(reading.tokens, index))) stops++;
  const kind = unitKind(unit);
  const fits = wanted === null ? 0 : kind === wanted ? 5 : -5;
  const isSame = isCounted && by !== null && by === speaker;
  return fits + (isCounted ? 2 : isSubject ? 1 : 0) + (isSame ? 4 : 0) + (had !== null && had === value ? 4 : 0) + (stops === 0 ? 1 : 0) - Math.min(stops, 6) * 1.5 - (isCircumstance(reading, seen) ? 2 : 0) - (kind === 'thing' ? 1 : 0);
}

/** "in two graves", "from 40 villages": where, not what. */
function isCircumstance({ tokens, language }: Reading, at: number): boolean {
  for (let index = at - 1; index >= at - 5; index--) {
    const norm = normAt(tokens, index);
    if (language.scene.placePrepositions.has(norm) && !language.of.has(norm)) return true;
    if (tokens[index]?.kind === 'mark' || language.isFinite(norm)) return false;
  }
  return false;
}

/** Nouns of what is counted in such texts: bodies, graves, people. */
function nounsBefore(reading: Reading, at: number): Candidate[] {
  const found: Candidate[] = [];
  for (let index = Math.max(0, at - reach); index < at; index++) {
    const token = reading.tokens[index];
    // "Survivors' group", "Doctors Without Borders": whose it is, or a name, not what is counted.
    if (token?.kind !== 'word' || !reading.language.isPlural(token.norm) || /^['’]$/.test(reading.tokens[index + 1]?.text ?? '') || (token.isCapital && (reading.tokens[index + 1]?.isCapital ?? false))) continue;
    const unit = unitName(reading, token.norm);
    if (unit !== null && !isMeasureUnit(unit) && reading.language.quantities.antecedents.has(token.norm)) found.push({ unit, at: index, isCounted: false, isSubject: reading.language.isFinite(normAt(reading.tokens, index + 1)), value: null, speaker: null });
  }
  return found;
}

/** "have been identified" is said of persons, "were dug" of graves. */
function kindWanted({ tokens, language }: Reading, at: number, limit: number): UnitKind | null {
  // "the minimum number could not exceed 1,400".
  for (let index = at - 2; index > at - 8; index--) {
    if (/^[.;:]$/.test(normAt(tokens, index)) || index < 0) break;
    if (language.quantities.tollWords.has(normAt(tokens, index))) return 'human';
  }
  for (let index = at; index < Math.min(limit, at + 9); index++) {
    const token = tokens[index];
    if (token === undefined || /^[.;:,]$/.test(token.text)) return null;
    const kind = kindOfVerb(language, token.norm);
    if (kind !== null) return kind;
  }
  return null;
}

/** "I buried twenty-two": the verb stands before the number. */
function kindWantedBefore({ tokens, language }: Reading, at: number): UnitKind | null {
  for (let index = at - 1; index >= at - 4; index--) {
    if (tokens[index]?.kind !== 'word') return null;
    const kind = kindOfVerb(language, normAt(tokens, index));
    if (kind !== null) return kind;
  }
  return null;
}

const kindOfVerb = ({ quantities }: Reading['language'], norm: string): UnitKind | null => (quantities.personVerbs.has(norm) ? 'human' : quantities.groundVerbs.has(norm) ? 'ground' : null);

/** "nine of them men", "Ninety were children": the kind of people that the predicate names. */
export function predicateUnit(reading: Reading, at: number, limit: number): string | null {
  const { tokens, language } = reading;
  const { of, backReferences, copulas } = language.quantities;
  let index = at;
  let isLinked = false;
  if (of.has(normAt(tokens, index)) && backReferences.has(normAt(tokens, index + 1))) {
    index += 2;
    isLinked = true;
  }
  while (index < limit && (copulas.has(normAt(tokens, index)) || language.isAdverb(normAt(tokens, index)) || /^[–—]$/.test(normAt(tokens, index)))) {
    isLinked ||= copulas.has(normAt(tokens, index)) || /^[–—]$/.test(normAt(tokens, index));
    index++;
  }
  if (!isLinked || index >= limit) return null;
  const noun = normAt(tokens, index);
  const unit = isPeople(reading, noun) && language.isPlural(noun) ? unitName(reading, noun) ?? noun : null;
  const after = normAt(tokens, index + 1);
  return unit === null || (language.quantities.isInflected && language.isFinite(after)) ? null : unit;
}
