import { withoutPossessive } from './tokens.ts';
import { normAt, type Reading } from './reading.ts';
import { textOf } from './mentions.ts';

/** Where something is said to be. */
export interface About {
  readonly places: readonly string[];
  readonly site: string | null;
}

/** Names of places between two tokens: capitals after a preposition of place that are no person and no body. */
export function readPlaces(reading: Reading, from: number, to: number): string[] {
  const { tokens, language } = reading;
  const places: string[] = [];
  for (let at = from; at < to; at++) {
    if (!language.scene.placePrepositions.has(normAt(tokens, at))) continue;
    let start = at + 1;
    while (start < to && start < at + 7 && !(tokens[start]?.isCapital ?? false) && tokens[start]?.kind === 'word' && !language.prepositions.has(normAt(tokens, start)) && !language.finite.has(normAt(tokens, start))) start++;
    if (language.of.has(normAt(tokens, start)) && tokens[start + 1]?.isCapital && language.scene.placeKinds.has(normAt(tokens, start - 1))) start++;
    let end = start;
    const sentence = reading.sentenceOf[start] ?? -1;
    if (sentence !== reading.sentenceOf[at]) continue;
    while (end < to && tokens[end]?.isCapital && reading.sentenceOf[end] === sentence && !(end > start && tokens[end - 1]?.norm.endsWith("'s"))) end++;
    if (end === start || end - start > 4) continue;
    const words = tokens.slice(start, end);
    const isOther = words.some(({ norm }) => language.scene.notPlaces.has(norm) || language.organisations.has(norm) || language.titles.has(norm) || language.channels.platforms.has(norm));
    if (words.length === 1 && (language.determiners.has(words[0]?.norm ?? '') || language.sentenceOpeners.has(words[0]?.norm ?? ''))) continue;
    if (isOther || (words.length === 1 && words[0]?.text.toUpperCase() === words[0]?.text)) continue;
    const name = withoutEnding(textOf(reading, start, end));
    const named = language.scene.placeKinds.has(normAt(tokens, end)) && end < to ? `${name} ${normAt(tokens, end)}` : name;
    if (!places.includes(named)) places.push(named);
  }
  return places;
}

const withoutEnding = (name: string): string => (/['’]s$/.test(name) ? name.slice(0, -2) : name);

/** The words for the site: "the mass burial site near …" → "mass burial site". */
export function readSite(reading: Reading, from: number, to: number): string | null {
  return siteIn(reading, from, to, (noun) => reading.language.scene.matter.has(noun)) ?? siteIn(reading, from, to, () => true);
}

/** Burials before churches and woods. */
function siteIn(reading: Reading, from: number, to: number, isWanted: (noun: string) => boolean): string | null {
  const { tokens, language } = reading;
  for (let at = to - 1; at >= from; at--) {
    const norm = withoutPossessive(normAt(tokens, at));
    if (!language.scene.sites.has(norm) || !isWanted(norm)) continue;
    let start = at;
    while (start > from && at - start < 4 && tokens[start - 1]?.kind === 'word' && !language.prepositions.has(normAt(tokens, start - 1)) && !language.determiners.has(normAt(tokens, start - 1)) && !language.finite.has(normAt(tokens, start - 1))) start--;
    return textOf(reading, start, at + 1);
  }
  return null;
}
