import { withoutPossessive } from './tokens.ts';
import { normAt, phraseAt, type Reading } from './reading.ts';
import type { SpeakerType } from './types.ts';

/** A noun phrase that can be the source of a statement, before it is resolved to somebody. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly kind: 'name' | 'description' | 'pronoun';
  readonly type: SpeakerType;
  /** Words of the name, or the description as written. */
  readonly name: string;
  /** Words before the name or the description's own, in lower case. */
  readonly role: string | null;
  readonly isPlural: boolean;
  readonly isDefinite: boolean;
  /** The noun that says what the source is. */
  readonly head: string;
}

const longestSource = 40;
const longestClause = 6;

/** Before "said" whatever can be a subject speaks; before "found" only who is known to. */
export type Sources = 'known' | 'any';

/** Reads the tokens as a source; null when they are none (a clause, a thing that cannot speak). */
export function parseMention(reading: Reading, start: number, end: number, sources: Sources = 'known'): Mention | null {
  const { tokens, language } = reading;
  const [from, to] = trim(reading, start, end);
  if (from >= to || to - from > longestSource) return null;
  if (to - from === 1) {
    const pronoun = language.pronouns.get(normAt(tokens, from));
    if (pronoun !== undefined) {
      const type: SpeakerType = pronoun.stands === 'person' ? 'person' : pronoun.number === 'many' ? 'group' : 'organisation';
      return { from, to, kind: 'pronoun', type, name: textOf(reading, from, to), role: null, isPlural: pronoun.number === 'many', isDefinite: true, head: normAt(tokens, from) };
    }
  }
  if (language.prepositions.has(normAt(tokens, from))) return null;
  let core = from;
  while (core < to && !language.relatives.has(normAt(tokens, core)) && normAt(tokens, core) !== ',' && !(core > from && language.that.has(normAt(tokens, core)))) core++;
  if (core === from) return null;
  for (let index = from; index < core; index++) {
    const token = tokens[index];
    if (token === undefined || (token.kind === 'mark' && !/^[.'’&"“”«»„()/-]$/.test(token.text))) return null;
    if ((language.finite.has(token.norm) || (language.quantities.isInflected && language.isFinite(token.norm) && !isSource(reading, token.norm))) && !token.isCapital) return null;
  }
  const clauseEnd = to - core <= longestClause || namedAs(reading, core, to) !== null ? to : core;
  const isDefinite = language.definite.has(normAt(tokens, from)) || language.code === 'uk';
  const head = headEnd(reading, from, core);
  return personIn(reading, from, head) ?? organisationIn(reading, { from, head, to: core }) ?? describe(reading, { from, head, core, to: clauseEnd, isDefinite, sources });
}

/** Without connectives before and adverbs after. */
function trim(reading: Reading, start: number, end: number): [number, number] {
  const { tokens, language } = reading;
  let from = start;
  let to = end;
  const isLoose = (at: number): boolean => {
    const token = tokens[at];
    return token === undefined || /^[,;:–—•*·▪-]$/.test(token.text) || language.as.has(token.norm) || ((language.conjunctions.has(token.norm) || language.isAdverb(token.norm)) && !language.pronouns.has(token.norm));
  };
  while (from < to && isLoose(from)) from++;
  while (to > from && (isLoose(to - 1) || (to - from > 1 && language.relatives.has(normAt(tokens, to - 1))))) to--;
  return [from, to];
}

/** "figures published on Monday", "a report read out in court": a participle after the noun it tells more of. */
function isParticipleAfter({ tokens, language }: Pick<Reading, 'tokens' | 'language'>, at: number, to: number): boolean {
  const norm = normAt(tokens, at);
  const before = normAt(tokens, at - 1);
  const isParticiple = !(tokens[at]?.isCapital ?? false) && (language.attributeParticiples.has(norm) || (language.code === 'en' && norm.length > 4 && /(?:ed|ing)$/.test(norm)));
  // "the UN seen by AFP".
  if (isParticiple && at < to && tokens[at - 1]?.isCapital && language.quotedAs.by.has(normAt(tokens, at + 1))) return true;
  return isParticiple && at < to && (language.documents.has(before) || language.isRole(before) || language.groups.has(before)) && !language.isRole(normAt(tokens, at + 1));
}

/** The end of the head of a noun phrase: the first preposition that is not inside a name such as "Ministry of Defence". */
function headEnd({ tokens, language }: Reading, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    const norm = normAt(tokens, at);
    if (isParticipleAfter({ tokens, language }, at, to)) return at;
    if (!language.prepositions.has(norm) && !/^["“«(]$/.test(norm)) continue;
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    const isName = language.organisations.has(before?.norm ?? '') || tokens[at]?.isCapital === true || (before !== undefined && language.isPlural(before.norm) && !language.groups.has(before.norm) && !language.isRole(before.norm));
    const isInsideName = before !== undefined && after !== undefined && before.isCapital && (after.isCapital || (language.determiners.has(after.norm) && (tokens[at + 2]?.isCapital ?? false))) && isName;
    if (!isInsideName && !(norm === '(' || /^["“«]$/.test(norm))) return at;
  }
  return to;
}

/** A run of words with capitals that ends the head: title words before it are the role. */
function personIn(reading: Reading, from: number, head: number): Mention | null {
  const { tokens, language } = reading;
  let start = head;
  while (start > from) {
    const token = tokens[start - 1];
    if (token === undefined) break;
    const isInitialDot = token.text === '.' && (tokens[start - 2]?.text.length ?? 9) <= 4 && (tokens[start - 2]?.isCapital ?? false);
    // "de la": particles follow each other.
    const isParticle = language.nameParticles.has(token.norm) && start < head && start - 2 >= from && ((tokens[start - 2]?.isCapital ?? false) || language.nameParticles.has(normAt(tokens, start - 2)));
    if (!(token.isCapital || isInitialDot || isParticle)) break;
    start--;
  }
  if (start === head) return null;
  let name = start;
  while (name < head && (isTitle(reading, name, from) || (language.isRole(normAt(tokens, name)) && head - name > 2))) name++;
  if (name < head && name > start && normAt(tokens, name) === '.') name++;
  while (name < head && normAt(tokens, name) === '.') name++;
  if (name === head) return null;
  // A determiner before a bare run of capitals is a thing or a body, not a person.
  const hasTitle = name > start || (start > from && (language.isRole(normAt(tokens, start - 1)) || (language.code === 'uk' && isRolePhrase(reading, from, start))));
  // "голова Харківської ОВА Олег Прикладний": a place or body with capitals may stand before the name.
  if (language.code === 'uk' && hasTitle) name = Math.max(name, head - lastNames(wordsOf(reading, name, head), start, name).length);
  const run = wordsOf(reading, name, head);
  if (run.length === 0 || run.length > 6) return null;
  if (tokens[head - 1]?.norm.endsWith("'s")) return null;
  for (let at = name; at < head; at++) {
    const norm = withoutPossessive(normAt(tokens, at));
    if (language.organisations.has(norm) || language.organisationAbbreviations.has(norm) || (language.isRole(norm) && run.length > 0 && at > name && !hasTitle)) return null;
    if ((language.dates.months.has(norm) || language.dates.weekdays.has(norm)) && run.length === 1) return null;
  }
  const isSentenceStart = name === from && run.length === 1 && language.sentenceOpeners.has(normAt(tokens, name));
  if (isSentenceStart) return null;
  if (run.length > 1 && language.sentenceOpeners.has(normAt(tokens, name)) && name === from && !language.femaleNames.has(normAt(tokens, name)) && !language.maleNames.has(normAt(tokens, name))) return null;
  if (run.length === 1 && !hasTitle && (isAbbreviation(run[0] ?? '') || language.governments.has(withoutPossessive(normAt(tokens, name))))) return null;
  if (!hasTitle && start > from && language.determiners.has(normAt(tokens, start - 1))) return null;
  if (!hasTitle && start > from && !tokens[start - 1]?.isCapital && !language.isRole(normAt(tokens, start - 1)) && !language.titles.has(normAt(tokens, start - 1)) && !(run.length > 1 && isPlainPhrase(reading, from, start))) return null;
  const kept = language.code === 'uk' && hasTitle ? lastNames(run, start, name) : run;
  const roleEnd = language.code === 'uk' ? head - kept.length : name;
  const role = roleEnd > from ? textOf(reading, from, roleEnd).toLowerCase() : null;
  return { from, to: head, kind: 'name', type: 'person', name: kept.join(' '), role, isPlural: false, isDefinite: true, head: kept.at(-1) ?? '' };
}

/** "local administrator Jean Kwitonda": a noun phrase of plain words before the name, whatever the noun is. */
function isPlainPhrase({ tokens, language }: Reading, from: number, to: number): boolean {
  if (to - from > 5) return false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || language.prepositions.has(token.norm) || language.conjunctions.has(token.norm) || language.pronouns.has(token.norm) || (language.isFinite(token.norm) && at > from) || language.particles.has(token.norm)) return false;
  }
  return !language.determiners.has(normAt(tokens, to - 1)) && !language.isAdverb(normAt(tokens, to - 1)) && !language.isPlural(normAt(tokens, to - 1));
}

/** "начальник слідчого управління поліції області": an office with all that depends on it, before the name. */
function isRolePhrase({ tokens, language }: Reading, from: number, to: number): boolean {
  let isFound = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || language.isFinite(token.norm)) return false;
    isFound ||= at < from + 3 && language.isRole(token.norm);
  }
  return isFound;
}

/** After a Ukrainian title a place may stand before the name: the name is the last two words, three with a patronymic. */
function lastNames(run: readonly string[], start: number, name: number): readonly string[] {
  if (run.length <= 2 || start !== name) return run.length > 2 ? run.slice(patronymic(run) ? -3 : -2) : run;
  return run.slice(patronymic(run) ? -3 : -2);
}

const patronymic = (run: readonly string[]): boolean => run.some((word) => /(?:ович|йович|івна|ївна)/.test(word));
const isAbbreviation = (word: string): boolean => word.length > 1 && word === word.toUpperCase() && /\p{L}/u.test(word);

/** A title before a name: the word itself, or an adjective of a place or office that leads to one. */
function isTitle({ tokens, language }: Reading, at: number, from: number): boolean {
  const norm = withoutPossessive(normAt(tokens, at));
  if (norm.includes('-') && language.titles.has(norm.split('-').at(-1) ?? '')) return true;
  if (language.titles.has(norm) && !(language.maleNames.has(norm) || language.femaleNames.has(norm))) return true;
  if (tokens[at]?.norm.endsWith("'s")) return true;
  // "Maui police chief", "Kharkiv Governor": a capital before a title belongs to the title.
  for (let next = at + 1; next < at + 6; next++) {
    const token = tokens[next];
    if (token === undefined || token.kind !== 'word') return false;
    if (language.titles.has(token.norm) && next > from && token.norm !== 'general') return true;
    if (!token.isCapital) return false;
  }
  return false;
}

function organisationIn(reading: Reading, { from, head, to }: { from: number; head: number; to: number }): Mention | null {
  const { tokens, language } = reading;
  let start = from;
  while (start < head && language.determiners.has(normAt(tokens, start)) && !tokens[start]?.norm.endsWith("'s")) start++;
  const capitals = [];
  for (let at = start; at < head; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (token.isCapital && !(at === from && language.sentenceOpeners.has(token.norm))) capitals.push(at);
  }
  const last = normAt(tokens, head - 1);
  const isPeopleHead = language.isRole(last) || language.groups.has(last);
  if (isPeopleHead && !language.organisations.has(last)) return null;
  if (language.documents.has(last) && !tokens[head - 1]?.isCapital) return null;
  const keyword = wordsIn(reading, start, head).some((word) => language.organisations.has(withoutPossessive(word)));
  const isGovernment = head - start === 1 && language.governments.has(withoutPossessive(normAt(tokens, start)));
  const isLetters = capitals.some((at) => isAbbreviation(tokens[at]?.text ?? ''));
  const isAllCapitals = head > start && tokens.slice(start, head).every(({ isCapital, norm }, index) => isCapital || (index > 0 && (language.prepositions.has(norm) || language.determiners.has(norm)))) && (head - start > 1 || capitals.length > 0);
  if (!keyword && !isGovernment && !isLetters && !isAllCapitals) return null;
  if (keyword && capitals.length === 0 && !language.organisations.has(last)) return null;
  const isNamed = capitals.length > 0 || (isAllCapitals && head - start > 1);
  const name = textOf(reading, start, isNamed && !keyword ? head : to);
  return { from, to, kind: isNamed ? 'name' : 'description', type: 'organisation', name: isNamed ? name : textOf(reading, from, to), role: null, isPlural: language.isPlural(last), isDefinite: true, head: last };
}

/** "a former guard identified only as Witness K-14": the name ends the phrase. */
function namedAs({ tokens, language }: Reading, from: number, to: number): number | null {
  for (let at = from + 1; at < to - 1; at++) {
    const length = phraseLength({ tokens }, at, language.namedAs);
    if (length > 0 && tokens[at + length]?.isCapital && at + length < to) return at + length;
  }
  return null;
}

function describe(reading: Reading, { from, head, core, to, isDefinite, sources }: { from: number; head: number; core: number; to: number; isDefinite: boolean; sources: Sources }): Mention | null {
  const { tokens, language } = reading;
  // Two sources joined: "police and prosecutors".
  let noun = normAt(tokens, head - 1);
  if (!isSource(reading, noun)) {
    // "the head of police": the noun may be written with a proper name after it.
    const role = language.code === 'en' ? undefined : wordsIn(reading, from, head).findLast((word) => isSource(reading, word));
    if (role !== undefined) noun = role;
    else if (sources === 'known' || !isAnybody(reading, from, head)) return null;
  }
  const isDocument = language.documents.has(noun);
  const isGroup = !isDocument && (language.groups.has(noun) || language.isPlural(noun));
  const type: SpeakerType = isDocument ? 'document' : isGroup ? 'group' : language.organisations.has(noun) && !(language.isRole(noun) && !isDefinite) ? 'organisation' : 'person';
  const named = type === 'person' ? namedAs(reading, from, to) : null;
  if (named !== null) {
    const end = runEnd(reading, named, to);
    return { from, to: end, kind: 'name', type, name: textOf(reading, named, end), role: textOf(reading, from, head).toLowerCase(), isPlural: false, isDefinite: true, head: tokens[end - 1]?.text ?? '' };
  }
  const isCut = isParticipleAfter(reading, head, core);
  const name = lowerFirst(reading, textOf(reading, from, isCut ? head : Math.max(core, to)), from);
  return { from, to: Math.max(core, to), kind: 'description', type, name, role: textOf(reading, from, core).toLowerCase(), isPlural: isGroup, isDefinite, head: noun };
}

/** "the beekeeper", "two drivers", "florists": a phrase with a noun in it, and nothing that belongs to a clause. */
function isAnybody({ tokens, language }: Reading, from: number, head: number): boolean {
  const noun = tokens[head - 1];
  if (noun?.kind !== 'word' || noun.isCapital || language.prepositions.has(noun.norm) || language.particles.has(noun.norm) || language.pronouns.has(noun.norm) || language.isAdverb(noun.norm) || language.determiners.has(noun.norm) || language.conjunctions.has(noun.norm)) return false;
  if (language.dates.weekdays.has(noun.norm) || language.dates.week.has(noun.norm) || language.dates.year.has(noun.norm)) return false;
  for (let at = from; at < head; at++) {
    const norm = normAt(tokens, at);
    if (tokens[at]?.kind === 'mark' && !/^['’-]$/.test(norm)) return false;
    // "the injured miner" has a participle before its noun; "the army declined" is a clause.
    if (language.particles.has(norm) || (at > from && !tokens[at]?.isCapital && language.isFinite(norm) && !(at < head - 1 && (language.determiners.has(normAt(tokens, at - 1)) || language.isAdverb(normAt(tokens, at - 1)))))) return false;
  }
  const first = normAt(tokens, from);
  return language.determiners.has(first) || language.numbers.units.has(first) || first.endsWith("'s") || (language.isPlural(noun.norm) && head - from <= 3);
}

function isSource({ language }: Reading, noun: string): boolean {
  return language.isRole(noun) || language.groups.has(noun) || language.organisations.has(noun) || language.documents.has(noun);
}

/** The first letter small where the word is an article or common noun at the start of its sentence. */
function lowerFirst({ tokens, language }: Reading, text: string, at: number): string {
  const norm = normAt(tokens, at);
  return language.determiners.has(norm) || language.sentenceOpeners.has(norm) || language.isRole(norm) || language.groups.has(norm) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The end of a run of capitals with what is joined to them: "Witness K-14". */
function runEnd({ tokens }: Reading, from: number, limit: number): number {
  let at = from;
  while (at < limit && ((tokens[at]?.isCapital ?? false) || (at > from && (tokens[at]?.kind === 'number' || tokens[at]?.text === '-')))) at++;
  return at;
}

const wordsIn = ({ tokens }: Reading, from: number, to: number): string[] => tokens.slice(from, to).map(({ norm }) => norm);

/** Words of a name; initials keep their dot. */
function wordsOf({ tokens }: Reading, from: number, to: number): string[] {
  const words: string[] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (token.text === '.' && words.length > 0) words.push(`${words.pop() ?? ''}.`);
    else if (token.kind === 'word') words.push(token.text);
  }
  return words;
}

/** A source that stands in another case after its preposition, in the nominative; names are brought back where they are resolved. */
export function inNominative({ language }: Reading, mention: Mention): Mention {
  return mention.kind === 'description' || mention.type === 'organisation' ? { ...mention, name: language.nominative(mention.name) } : mention;
}

/** The words as written, with single spaces. */
export function textOf({ text, tokens }: Reading, from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).replace(/\s+/g, ' ');
}

/** Which of the phrases stands here; its length in tokens, or 0. */
export function phraseLength({ tokens }: Pick<Reading, 'tokens'>, at: number, list: readonly (readonly string[])[]): number {
  return list.find((phrase) => phraseAt(tokens, at, phrase))?.length ?? 0;
}
