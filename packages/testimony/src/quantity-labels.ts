import type { Found } from './found-quantity.ts';
import { normAt, type Reading } from './reading.ts';

/** "numbered as high as 398", "No. 112", "grave number 319": a name of a thing. */
export function takeLabel(reading: Reading, base: Found, from: number): boolean {
  const { tokens, language } = reading;
  const words = language.quantities;
  for (let index = base.start - 1; index >= Math.max(from, base.start - longestLabel); index--) {
    const norm = normAt(tokens, index);
    if (words.labels.has(norm) && !isNegation(reading, index)) {
      if (language.of.has(normAt(tokens, index + 1))) return false;
      // "has marked 445 graves": things are counted.
      if (language.isPlural(normAt(tokens, base.end)) && !isBare(reading, base.end, tokens.length)) return false;
      base.isLabel = true;
      base.unit = labelUnit(reading, index, { from, end: base.end });
      return true;
    }
    if (!words.labelFillers.has(norm)) return false;
  }
  return false;
}

const longestLabel = 7;

/** "no one": without its dot the short form of "number" is a denial. */
const isNegation = ({ tokens, language }: Reading, at: number): boolean => language.numbers.none.has(normAt(tokens, at)) && normAt(tokens, at + 1) !== '.';

/** What the label is fixed to: a grave unless a body, a list or a bag is told of near it. */
function labelUnit({ tokens, language }: Reading, at: number, { from, end }: { from: number; end: number }): string {
  const { labelledBodies, labelledLists } = language.quantities;
  for (let index = end; index < end + 4; index++) if (labelledLists.has(normAt(tokens, index))) return 'list number';
  for (let index = at; index >= Math.max(from, at - 12); index--) {
    if (labelledBodies.has(normAt(tokens, index))) return 'body number';
  }
  return 'grave number';
}

/** "aged 82", "Anna Petrenko, 45, said", "the youngest was 16", "most of them are over 75". */
export function isAge(reading: Reading, base: Found, span: { readonly from: number; readonly to: number }): boolean {
  const { tokens, language } = reading;
  const { from, to, start, value } = base;
  const words = language.quantities;
  const before = normAt(tokens, start - 1);
  if (value === null || value > 120 || base.unit !== '') return false;
  if (words.agePhrases.has(before) || words.agePhrases.has(normAt(tokens, start)) || (words.rangeBetween.has(normAt(tokens, start)) && words.agePhrases.has(before))) return true;
  // "over the age of 75", "between the ages of 4 and 60".
  if (language.of.has(before) && words.agePhrases.has(normAt(tokens, start - 2))) return true;
  if (phraseHasAge(reading, start, from)) return true;
  if (!isBare(reading, base.end, span.to)) return false;
  if (before === ',' && (normAt(tokens, to) === ',' || to >= span.to) && (tokens[from - 2]?.isCapital ?? false) && tokens[from]?.kind === 'number') return true;
  if (before === '(' && normAt(tokens, to) === ')' && (tokens[start - 2]?.isCapital ?? false)) return true;
  if (words.ageSubjects.has(before) || words.ageVerbs.has(before)) return true;
  if (words.agedPeople.has(before) && words.ageComparisons.has(normAt(tokens, start))) return true;
  let copula = start - 1;
  while (copula > span.from && language.isAdverb(normAt(tokens, copula))) copula--;
  return words.copulas.has(normAt(tokens, copula)) && hasAge(reading, copula, { from: span.from, isCompared: words.ageComparisons.has(normAt(tokens, start)) });
}

const phraseHasAge = ({ tokens, language }: Reading, start: number, from: number): boolean => {
  for (let at = start; at < from; at++) if (language.quantities.agePhrases.has(normAt(tokens, at))) return true;
  return false;
};

/** Is the subject of the copula somebody who has an age: "he", "Marta", "the oldest"; of several only where they are "over" it. */
function hasAge({ tokens, language, sentences, sentenceOf }: Reading, copula: number, { from, isCompared }: { from: number; isCompared: boolean }): boolean {
  const subject = tokens[copula - 1];
  if (subject === undefined) return false;
  const begin = Math.max(from, copula - 8);
  for (let at = begin; at < copula; at++) if (language.quantities.ageSubjects.has(normAt(tokens, at))) return true;
  for (let at = begin; at < copula; at++) if (language.quantities.tollWords.has(normAt(tokens, at)) || language.scene.sites.has(normAt(tokens, at))) return false;
  if (isCompared) return !language.existential.has(subject.norm);
  if (language.quantities.selves.has(subject.norm)) return true;
  const pronoun = language.pronouns.get(subject.norm);
  if (pronoun !== undefined && pronoun.number === 'one' && pronoun.stands === 'person') return true;
  if (language.isRole(subject.norm) && !language.isPlural(subject.norm)) return true;
  // "her son, who was 18".
  if (language.relatives.has(subject.norm) && (language.isRole(normAt(tokens, copula - (normAt(tokens, copula - 2) === ',' ? 3 : 2))) || (tokens[copula - 3]?.isCapital ?? false))) return true;
  // A name that opens its clause: "Amra Fiktivić was 12 when …".
  const isClauseStart = (at: number): boolean => sentences[sentenceOf[at] ?? -1]?.from === at || /^[,;“"«—–]$/.test(tokens[at - 1]?.text ?? '') || language.conjunctions.has(normAt(tokens, at - 1));
  let first = copula - 1;
  while (first > begin && tokens[first - 1]?.isCapital) first--;
  return subject.isCapital && !language.sentenceOpeners.has(subject.norm) && !language.organisations.has(subject.norm) && isClauseStart(first);
}

/** Nothing is counted right after the number. */
function isBare({ tokens, language }: Reading, at: number, limit: number): boolean {
  const next = tokens[at];
  return next === undefined || at >= limit || next.kind === 'mark' || (language.prepositions.has(next.norm) && !language.of.has(next.norm)) || language.isFinite(next.norm) || language.conjunctions.has(next.norm) || language.quantities.agePhrases.has(next.norm);
}
