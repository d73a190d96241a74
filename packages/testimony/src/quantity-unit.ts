import { isMeasureUnit, unitKind } from './languages/units.ts';
import { numberAt } from './read-number.ts';
import { normAt, type Reading } from './reading.ts';
import { withoutPossessive } from './tokens.ts';

/** What a number counts, and the token after its noun; null when the noun is left out ("74 have been identified"). */
export interface UnitPhrase {
  readonly unit: string;
  readonly to: number;
}

const longestPhrase = 9;

/**
 * Reads the noun phrase after a number. More than one thing has a plural for its head, so that in "50 of the 93 lie outside"
 * and "46 were identified" nothing is named.
 */
export function unitAfter(reading: Reading, at: number, { limit, value }: { limit: number; value: number | null }): UnitPhrase | null {
  const { tokens, language } = reading;
  const { quantities: words, numbers } = language;
  if (words.percent.has(normAt(tokens, at)) && at < limit) return { unit: 'percent', to: at + 1 };
  // "five of them" counts again what was counted before.
  if (words.of.has(normAt(tokens, at)) && words.backReferences.has(normAt(tokens, at + 1))) return null;
  const index = words.of.has(normAt(tokens, at)) ? at + 1 : at;
  const nouns: string[] = [];
  const end = Math.min(limit, index + longestPhrase);
  let stop = index;
  for (; stop < end; stop++) {
    const token = tokens[stop];
    if (token === undefined) break;
    // Quotation marks around an adjective (440 "unmarked" graves) do not end the phrase.
    if (/^["“”«»„]$/.test(token.text) && nouns.length + (stop - index) < 4) continue;
    if (token.kind === 'number' && nouns.length === 0 && stop > at) continue;
    if (token.kind !== 'word') break;
    const norm = withoutPossessive(token.norm);
    if (nouns.length === 0 && stop > at && numberAt(reading, stop, limit)?.value != null) continue;
    if (language.that.has(token.norm)) break;
    if (words.notNouns.has(norm)) {
      // "two earlier explosions": the word stands before its noun.
      if (nouns.length === 0 && language.isPlural(normAt(tokens, stop + 1)) && !isBoundary(reading, stop + 1)) continue;
      break;
    }
    if (language.determiners.has(token.norm) || words.skippable.has(norm)) {
      if (nouns.length > 0 && !words.skippable.has(norm)) break;
      continue;
    }
    // After a number a word in -s is no verb: "nine severed heads".
    const isPluralNoun = value !== null && value > 1 && !words.isInflected && token.norm.endsWith('s') && language.isPlural(norm) && !language.prepositions.has(norm) && !language.pronouns.has(norm) && !language.conjunctions.has(norm) && !language.passive.has(norm);
    if (isBoundary(reading, stop) && !words.units.has(norm) && !isPluralNoun) break;
    if (words.baseVerbs.has(norm) || (words.isInflected && unitName(reading, norm) === null && language.isFinite(norm))) break;
    if (token.norm.endsWith("'s") || token.norm.endsWith('ly') || (words.isInflected && isAdjective(reading, stop))) continue;
    nouns.push(norm);
    if (isHead(reading, stop, nouns)) {
      stop++;
      break;
    }
  }
  const head = nouns.at(-1);
  if (head === undefined || numbers.vague.has(head)) return null;
  const carrier = carriedBy(reading, head, stop, limit);
  if (carrier !== null) return carrier;
  if (value !== null && value !== 1 && !words.isInflected && !language.isPlural(head) && unitName(reading, head) === null && !words.massNouns.has(head) && !isMeasureUnit(head)) return null;
  if (isMissing(reading, stop, limit) && isPeople(reading, head)) return { unit: 'missing persons', to: stop };
  if (isPeople(reading, head) && joinsPeople(reading, stop, limit)) return { unit: 'people', to: stop };
  return { unit: nameUnit(reading, nouns), to: stop };
}

/** Adjectives of an inflected language stand between a number and its noun. */
const isAdjective = ({ tokens, language }: Reading, at: number): boolean => language.quantities.adjectiveEndings.some((ending) => normAt(tokens, at).endsWith(ending)) && unitName({ language }, normAt(tokens, at)) === null && tokens[at + 1]?.kind === 'word';

/** Words that end a noun phrase. */
function isBoundary({ tokens, language }: Reading, at: number): boolean {
  const norm = normAt(tokens, at);
  return language.prepositions.has(norm) || language.conjunctions.has(norm) || language.relatives.has(norm) || language.finite.has(norm) || language.that.has(norm) || language.pronouns.has(norm);
}

/** The noun counted: a word known as a unit, or a plural that no further plural follows. */
function isHead(reading: Reading, at: number, nouns: readonly string[]): boolean {
  const { tokens, language } = reading;
  const head = nouns.at(-1) ?? '';
  const next = tokens[at + 1];
  const isKnown = unitName(reading, head) !== null || isMeasureUnit(head);
  const nextIsNoun = next !== undefined && next.kind === 'word' && !isBoundary(reading, at + 1) && (unitName(reading, next.norm) !== null || language.isPlural(next.norm));
  // Adjectives stand before their noun and a genitive after it: the first known noun is the head, unless it is an adjective itself.
  if (language.quantities.isInflected) return isKnown && !(nextIsNoun && language.quantities.adjectiveEndings.some((ending) => head.endsWith(ending)));
  return (isKnown || language.isPlural(head)) && !nextIsNoun;
}

/** "members of the military", "sets of remains": the noun after "of" is what is counted. */
function carriedBy(reading: Reading, head: string, at: number, limit: number): UnitPhrase | null {
  const { tokens, language } = reading;
  if (!language.quantities.carriers.has(head) || !language.of.has(normAt(tokens, at))) return null;
  for (let index = at; index < Math.min(limit, at + 7); index++) {
    if (language.quantities.forces.has(normAt(tokens, index))) return { unit: 'soldiers', to: index + 1 };
  }
  // "four rows of roughly 85 metres": the second figure has its own noun.
  if (numberAt(reading, at + 1, limit) !== null || language.quantities.before.some(({ words }) => words.length === 1 && normAt(tokens, at + 1) === words[0] && !language.determiners.has(normAt(tokens, at + 1)))) return null;
  if (isPeople(reading, head)) return { unit: 'people', to: at };
  return unitAfter(reading, at + 1, { limit, value: null });
}

/** "31 people were still unaccounted for": those are missing, not found. */
export function isMissing({ tokens, language }: Reading, at: number, limit: number): boolean {
  for (let index = at; index < Math.min(limit, at + 6); index++) {
    if (language.quantities.units.get(normAt(tokens, index)) === 'missing persons') return true;
    if (!language.quantities.missingLinks.has(normAt(tokens, index))) return false;
  }
  return false;
}

/** "experts, police officers and rescuers": several kinds of people under one number. */
function joinsPeople(reading: Reading, at: number, limit: number): boolean {
  const { tokens, language } = reading;
  if (!(language.and.has(normAt(tokens, at)) || normAt(tokens, at) === ',')) return false;
  for (let index = at + 1; index < Math.min(limit, at + 4); index++) {
    if (tokens[index]?.kind !== 'word' || numberAt(reading, index, limit)?.value != null) return false;
    if (isPeople(reading, normAt(tokens, index)) && language.isPlural(normAt(tokens, index))) return true;
  }
  return false;
}

/** Is this word one for living or dead people, not for their bodies? */
export function isPeople({ language }: Pick<Reading, 'language'>, norm: string): boolean {
  if (norm === '') return false;
  const unit = unitName({ language }, norm) ?? norm;
  return language.isRole(norm) || (unitKind(unit) === 'human' && !language.scene.remains.has(norm));
}

function stemUnit(stems: Reading['language']['quantities']['unitStems'], norm: string): string | null {
  for (const [stem, unit] of stems) if (norm.startsWith(stem)) return unit;
  return null;
}

/** The English noun for a counted thing, or null when the lexicon does not list it. */
export function unitName({ language }: Pick<Reading, 'language'>, norm: string): string | null {
  return language.quantities.units.get(norm) ?? stemUnit(language.quantities.unitStems, norm);
}

/** Two words at most: "mass graves", "burial sites", "body bags". */
function nameUnit(reading: Reading, nouns: readonly string[]): string {
  const head = nouns.at(-1) ?? '';
  const known = unitName(reading, head);
  if (known !== null && (known !== head || reading.language.quantities.isInflected)) return known;
  const before = nouns.at(-2);
  return before !== undefined && reading.language.quantities.modifiers.has(before) ? `${before} ${head}` : head;
}
