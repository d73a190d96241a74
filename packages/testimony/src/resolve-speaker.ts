import type { Attribution } from './attribution.ts';
import { parseMention, type Mention } from './mentions.ts';
import { findPerson, genderOf, type Person } from './people.ts';
import { normAt, type Reading } from './reading.ts';
import type { Speaker } from './types.ts';

/** A source that spoke, and where. */
interface Spoken {
  readonly speaker: Speaker;
  readonly sentence: number;
  readonly person: Person | null;
  readonly head: string;
  readonly isPlural: boolean;
  readonly gender: Person['gender'];
}

/** What is remembered while a document is read in order. */
export interface SpeakerMemory {
  readonly reading: Reading;
  readonly people: readonly Person[];
  readonly spoken: Spoken[];
}

/** How far back a pronoun reaches, in sentences. */
const reach = 6;
const crossedReach = 3;
const longestSubject = 9;

/** Who is meant by the source of an attribution; the same as before where it names none. */
export function resolveSpeaker(memory: SpeakerMemory, { mention, sentence, apposition }: Pick<Attribution, 'mention' | 'sentence' | 'apposition'>): Speaker | null {
  if (mention === null) return memory.spoken.at(-1)?.speaker ?? null;
  const found = resolveMention(memory, mention, sentence, apposition);
  if (found === null) return null;
  memory.spoken.push(found);
  return found.speaker;
}

/**
 * Keeps who a sentence of the reporter's is about, so that "it denied" and "he said, however," find who "declined to say".
 * Named persons are known already; only a description that begins the sentence counts.
 */
export function rememberSubject({ reading, people, spoken }: SpeakerMemory, sentence: number): void {
  const { from, to } = reading.sentences[sentence] ?? { from: 0, to: 0 };
  let verb = from + 1;
  while (verb < Math.min(to, from + longestSubject) && !reading.language.isFinite(normAt(reading.tokens, verb)) && (reading.quoteOf[verb] ?? -1) < 0) verb++;
  if (!reading.language.isFinite(normAt(reading.tokens, verb)) || verb >= to) return;
  const mention = parseMention(reading, from, verb);
  if (mention?.kind !== 'description' || mention.type === 'document' || mention.type === 'group' || people.some(({ seenAt }) => seenAt.some((at) => at >= from && at < to))) return;
  const found = resolveDescription({ reading, people, spoken }, mention, sentence);
  if (found !== null && !spoken.some(({ speaker }) => speaker.name === found.speaker.name)) spoken.push(found);
}

function resolveMention(memory: SpeakerMemory, mention: Mention, sentence: number, apposition: string | null): Spoken | null {
  switch (mention.kind) {
    case 'pronoun':
      return resolvePronoun(memory, mention, sentence);
    case 'name':
      return mention.type === 'person' ? namedPerson(memory, mention, sentence, apposition) : named(mention, sentence);
    case 'description':
      return resolveDescription(memory, mention, sentence);
  }
}

function namedPerson(memory: SpeakerMemory, mention: Mention, sentence: number, apposition: string | null): Spoken {
  const person = findPerson(memory.reading, memory.people, mention.name);
  const name = person?.name ?? memory.reading.language.baseName(mention.name.split(' ')).join(' ');
  if (person !== null) joinPortrait(memory, person, mention, sentence);
  const known = person?.role ?? null;
  const role = known !== null && mention.role?.includes(known) === true ? mention.role : (known ?? mention.role ?? (apposition !== null && /\p{L}/u.test(apposition) ? apposition : null));
  return spokenBy({ name, type: 'person', role, organisation: organisationOf(role), isNamed: true }, { sentence, person, head: mention.head, isPlural: false, gender: person?.gender ?? genderOf(memory.reading, name.split(' '), role) });
}

/** "An Izium resident told CNN …. “…,” Nadezhda Kalinichenko told CNN": a name without an office, right after a portrait, is the person portrayed. */
function joinPortrait({ spoken }: SpeakerMemory, person: Person, mention: Mention, sentence: number): void {
  const last = spoken.at(-1);
  if (last === undefined || last.speaker.isNamed || last.speaker.type !== 'person' || last.isPlural || sentence - last.sentence > 2) return;
  if (person.role !== null || mention.role !== null || spoken.some((one) => one.person === person)) return;
  person.role = last.speaker.role;
  spoken[spoken.length - 1] = { ...last, person, gender: person.gender };
}

function named({ name, head, isPlural }: Mention, sentence: number): Spoken {
  return spokenBy({ name, type: 'organisation', role: null, organisation: name, isNamed: true }, { sentence, person: null, head, isPlural: isPlural || true, gender: null });
}

const spokenBy = (speaker: Speaker, rest: Omit<Spoken, 'speaker'>): Spoken => ({ speaker, ...rest });

/** "head of police for Kyiv region" → what stands after "of", "for" or "at". */
function organisationOf(role: string | null): string | null {
  const match = role === null ? null : /\b(?:of|for|at|from)\s+(?:the\s+)?(.{3,80})$/.exec(role);
  return match?.[1] ?? null;
}

function resolvePronoun(memory: SpeakerMemory, mention: Mention, sentence: number): Spoken | null {
  const { reading, people, spoken } = memory;
  const pronoun = reading.language.pronouns.get(mention.head);
  if (pronoun === undefined) return null;
  const agrees = (gender: Person['gender']): boolean => pronoun.gender === null || gender === null || gender === pronoun.gender;
  const wantsPerson = pronoun.stands === 'person';
  // After somebody of the other gender a pronoun reaches back only a little; beyond that nobody is meant for certain.
  const last = wantsPerson ? spoken.findLast((one) => one.speaker.type === 'person' && !one.isPlural) : undefined;
  const isCrossed = last !== undefined && !agrees(last.gender);
  const limit = isCrossed ? crossedReach : reach;
  for (let index = sentence; index >= Math.max(0, sentence - limit); index--) {
    const here = reading.sentences[index];
    if (here === undefined) continue;
    if (index === sentence && wantsPerson) {
      const inside = people.find((person) => agrees(person.gender) && person.seenAt.some((at) => at >= here.from && at < mention.from));
      if (inside !== undefined) return again(memory, inside, sentence, pronoun.gender);
    }
    const speaker = spoken.findLast((one) => one.sentence === index && (wantsPerson ? one.speaker.type === 'person' && agrees(one.gender) : fitsThing(one, pronoun.number)));
    if (speaker !== undefined) {
      if (speaker.person !== null && speaker.person.gender === null) speaker.person.gender = pronoun.gender;
      return { ...speaker, sentence, gender: speaker.gender ?? pronoun.gender };
    }
    if (!wantsPerson || index === sentence) continue;
    const mentioned = people
      .filter((person) => agrees(person.gender))
      .map((person) => ({ person, at: person.seenAt.find((at) => at >= here.from && at < here.to) ?? Infinity }))
      .sort((a, b) => a.at - b.at)[0];
    if (mentioned !== undefined && mentioned.at < Infinity) return again(memory, mentioned.person, sentence, pronoun.gender);
  }
  if (isCrossed) return null;
  const before = wantsPerson ? spoken.findLast((one) => one.speaker.type === 'person' && agrees(one.gender)) : spoken.findLast((one) => fitsThing(one, pronoun.number));
  return before === undefined ? null : { ...before, sentence };
}

const fitsThing = (one: Spoken, number: 'one' | 'many'): boolean => (number === 'many' ? one.isPlural : one.speaker.type === 'organisation' || one.speaker.type === 'document');

function again(_: SpeakerMemory, person: Person, sentence: number, gender: Person['gender']): Spoken {
  person.gender ??= gender;
  return spokenBy({ name: person.name, type: 'person', role: person.role, organisation: organisationOf(person.role), isNamed: true }, { sentence, person, head: person.last, isPlural: false, gender: person.gender });
}

/** "the mayor", "the official", "the ministry": somebody told of before; otherwise the description itself. */
function resolveDescription(memory: SpeakerMemory, mention: Mention, sentence: number): Spoken | null {
  const { reading, people, spoken } = memory;
  if (mention.isDefinite) {
    const words = sameOffice(reading, contentWords(reading, mention));
    if (mention.type === 'person') {
      const holder = holderOf(memory, words, mention.from);
      if (holder !== null) return again(memory, holder, sentence, null);
      const before = spoken.findLast((one) => one.speaker.type === 'person' && sharesHead(one, mention));
      if (before !== undefined) return { ...before, sentence };
      if (words.length === 1 && reading.language.genericRoles.has(mention.head)) {
        const last = spoken.findLast((one) => one.speaker.type === 'person' && sentence - one.sentence <= reach && agreesWithRole(reading, one, mention.head));
        if (last !== undefined && people.length > 0) return { ...last, sentence };
      }
    } else if (words.length === 1) {
      const before = spoken.findLast((one) => one.speaker.type === mention.type && (one.head === mention.head || one.speaker.name.toLowerCase().split(' ').includes(mention.head)));
      if (before !== undefined) return { ...before, sentence };
    }
  }
  const gender = reading.language.femaleRoles.has(mention.head) ? 'female' : reading.language.maleRoles.has(mention.head) ? 'male' : null;
  return spokenBy({ name: mention.name, type: mention.type, role: mention.role, organisation: null, isNamed: false }, { sentence, person: null, head: mention.head, isPlural: mention.isPlural, gender });
}

/** Words of the description that say something: "the prosecutor general" → prosecutor, general. */
function contentWords({ tokens, language }: Reading, { from, to }: Mention): string[] {
  const words: string[] = [];
  for (let at = from; at < to; at++) {
    const norm = normAt(tokens, at);
    if (language.prepositions.has(norm) || language.relatives.has(norm)) break;
    if (tokens[at]?.kind === 'word' && !language.determiners.has(norm) && !norm.endsWith("'s")) words.push(norm);
  }
  return words;
}

/** "міський голова" is the mayor. */
function sameOffice({ language }: Reading, words: readonly string[]): readonly string[] {
  return language.sameOffices.find(([phrase]) => phrase.length === words.length && phrase.every((word, index) => word === words[index]))?.[1] ?? words;
}

/** The person whose office holds all these words; the one seen last before, else the first after. */
function holderOf({ people, reading }: SpeakerMemory, words: readonly string[], at: number): Person | null {
  if (words.length === 0) return null;
  const title = words.length === 1 ? (reading.language.spokenTitles.get(words[0] ?? '') ?? null) : null;
  const holders = people.filter((person) => (title !== null && person.title === title) || (person.role !== null && words.every((word) => headOfRole(person.role ?? '').includes(word))));
  const before = holders.filter(({ seenAt }) => seenAt.some((seen) => seen < at)).sort((a, b) => lastBefore(b, at) - lastBefore(a, at))[0];
  return before ?? (holders.length === 1 ? (holders[0] ?? null) : null);
}

const lastBefore = ({ seenAt }: Person, at: number): number => seenAt.findLast((seen) => seen < at) ?? -1;
/** The office itself, without what it is the office of. */
const headOfRole = (role: string): string[] => role.split(/\s+(?:of|for|at|in|from|who|on)\s+/)[0]?.split(/[^\p{L}'-]+/u) ?? [];
const sharesHead = (one: Spoken, mention: Mention): boolean => one.head === mention.head || (one.speaker.role ?? '').split(/[^\p{L}'-]+/u).includes(mention.head);

function agreesWithRole({ language }: Reading, { gender }: Spoken, head: string): boolean {
  const wanted = language.femaleRoles.has(head) ? 'female' : language.maleRoles.has(head) ? 'male' : null;
  return wanted === null || gender === null || gender === wanted;
}
