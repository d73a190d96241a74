import type { Attribution } from './attribution.ts';
import { contentEnd, quotationIn } from './clause-shape.ts';
import { parseMention, type Mention } from './mentions.ts';
import { findPerson, type Person } from './people.ts';
import { normAt, type Reading } from './reading.ts';
import { dateAt, type DatePhrase } from './said-dates.ts';
import type { Channel, Speaker } from './types.ts';

/** What one voice of an interview or transcript says: a paragraph that begins with its label and a colon. */
export interface Turn {
  readonly lastSentence: number;
  readonly isAnswer: boolean;
  /** Null for a question. */
  readonly attribution: Attribution | null;
}

const longestName = 6;

/** "Q: How many?", "A: Nobody knows. I would guess 200.", "Vymyslena: Yes, six.": the whole paragraph is one turn; null for any other sentence. */
export function turnAt(reading: Reading, sentence: number, people: readonly Person[]): Turn | null {
  const { tokens, sentences, language } = reading;
  const here = sentences[sentence];
  if (here === undefined || sentences[sentence - 1]?.paragraph === here.paragraph) return null;
  const colon = colonAfter(reading, here);
  if (colon < 0 || quotationIn(reading, colon + 1, colon + 2) !== null) return null;
  let lastSentence = sentence;
  while (sentences[lastSentence + 1]?.paragraph === here.paragraph) lastSentence++;
  const label = normAt(tokens, here.from);
  const isSingle = colon === here.from + 1;
  if (isSingle && language.questionLabels.has(label)) return { lastSentence, isAnswer: false, attribution: null };
  const isAnswer = isSingle && language.answerLabels.has(label);
  const mention = isAnswer ? null : namedLabel(reading, here.from, colon, people);
  if (!isAnswer && (mention === null || lastSentence === sentence)) return null;
  const end = contentEnd(reading, colon + 1, sentences[lastSentence]?.to ?? colon + 1);
  return {
    lastSentence, isAnswer,
    attribution: { sentence, mention, apposition: null, cueFrom: colon, cueTo: colon + 1, contentFrom: colon + 1, contentTo: end, kind: 'say', modality: null, saidOn: null, channel: null, via: [], rule: 'turn', confidence: 0.8 },
  };
}

function colonAfter({ tokens }: Reading, { from, to }: { from: number; to: number }): number {
  for (let at = from + 1; at < Math.min(to - 1, from + longestName); at++) if (normAt(tokens, at) === ':') return at;
  return -1;
}

/** The name of somebody told of in the text: a heading such as "Key figures:" is none. */
function namedLabel(reading: Reading, from: number, colon: number, people: readonly Person[]): Mention | null {
  const mention = parseMention(reading, from, colon);
  return mention?.kind === 'name' && mention.type === 'person' && findPerson(reading, people, mention.name) !== null ? mention : null;
}

/** What the text says of an interview before it begins: who is asked, when, for whom. */
export interface Introduction {
  readonly speaker: Speaker | null;
  readonly saidOn: DatePhrase | null;
  readonly channel: Channel | null;
}

const longestIntroduction = 8;

/** "Petra Vymyslena, who leads the team, spoke to Radio Meridian on Tuesday." before the first question; who is presented there, where no such sentence names anybody. */
export function introductionBefore(reading: Reading, sentence: number, people: readonly Person[]): Introduction {
  const { tokens, sentences, language } = reading;
  let found: Introduction = { speaker: null, saidOn: null, channel: null };
  for (let index = sentence - 1; index >= Math.max(0, sentence - longestIntroduction); index--) {
    const { from, to } = sentences[index] ?? { from: 0, to: 0 };
    let word = from;
    while (word < to && !language.interviews.has(normAt(tokens, word))) word++;
    const speaker = found.speaker ?? presentedIn(people, from, to);
    if (word >= to) {
      found = { ...found, speaker };
      continue;
    }
    return { speaker, saidOn: dayIn(reading, from, to), channel: { outlet: null, medium: 'interview' } };
  }
  return found;
}

/** "The interview was recorded on 10 February." after the last answer: a sentence that begins with the interview itself. */
export function dayOfInterview(reading: Reading, after: number): DatePhrase | null {
  const { tokens, sentences, language } = reading;
  for (const { from, to } of sentences.slice(after)) {
    const first = language.determiners.has(normAt(tokens, from)) ? from + 1 : from;
    const day = language.interviews.has(normAt(tokens, first)) ? dayIn(reading, first, to) : null;
    if (day !== null) return day;
  }
  return null;
}

function presentedIn(people: readonly Person[], from: number, to: number): Speaker | null {
  const person = people.find(({ seenAt }) => seenAt.some((at) => at >= from && at < to));
  return person === undefined ? null : { name: person.name, type: 'person', role: person.role, organisation: null, isNamed: true };
}

function dayIn(reading: Reading, from: number, to: number): DatePhrase | null {
  for (let at = from; at < to; at++) {
    const day = dateAt(reading, at, to);
    if (day !== null) return day;
  }
  return null;
}
