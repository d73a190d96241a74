import { dateAt, type DatePhrase } from './said-dates.ts';
import { inNominative, parseMention, textOf, type Mention } from './mentions.ts';
import { normAt, type Reading } from './reading.ts';
import type { Channel } from './types.ts';

/** A source named after "according to": anybody or anything that can be read as one. */
export interface SourceAfter {
  readonly mention: Mention;
  readonly to: number;
  readonly saidOn: DatePhrase | null;
  readonly channel: Channel | null;
}

/** Reads the source after "according to" up to the mark that ends it. */
export function readSourceAfter(reading: Reading, at: number, end: number): SourceAfter | null {
  const { tokens, quoteOf, language } = reading;
  let to = at;
  while (to < end && (quoteOf[to] ?? -1) < 0 && !isStop(reading, to)) to++;
  if (to === at) return null;
  let saidOn: DatePhrase | null = null;
  let phraseEnd = to;
  for (let index = at + 1; index < to; index++) {
    const date = dateAt(reading, index, to);
    if (date !== null && date.to === to) {
      saidOn = date;
      phraseEnd = index;
      break;
    }
  }
  let mention = parseMention(reading, at, phraseEnd);
  // "according to the mayor of Bucha, Anatolii Fedoruk, …": the name stands in the apposition.
  if (normAt(tokens, to) === ',' && mention?.kind !== 'name') {
    let next = to + 1;
    while (next < end && (quoteOf[next] ?? -1) < 0 && normAt(tokens, next) !== ',') next++;
    const name = next - to <= 7 ? parseMention(reading, to + 1, next) : null;
    if (name?.kind === 'name' && name.type === 'person' && (next === end || normAt(tokens, next) === ',')) {
      mention = { ...name, role: textOf(reading, at, phraseEnd).toLowerCase() };
      to = next;
    }
  } else if (normAt(tokens, to) === ',' && mention?.type === 'person') {
    let next = to + 1;
    while (next < end && (quoteOf[next] ?? -1) < 0 && normAt(tokens, next) !== ',') next++;
    const apposition = parseMention(reading, to + 1, next);
    if (apposition?.kind === 'description' && (next === end || normAt(tokens, next) === ',')) {
      mention = { ...mention, role: apposition.name };
      to = next;
    }
  }
  const publisher = publisherOf(reading, { at, end: phraseEnd }, mention);
  if (publisher !== null) ({ mention } = publisher);
  saidOn ??= publisher?.saidOn ?? null;
  mention ??= {
    from: at, to: phraseEnd, kind: 'description', type: 'document', name: textOf(reading, at, phraseEnd), role: null, isPlural: false,
    isDefinite: language.determiners.has(normAt(tokens, at)), head: normAt(tokens, phraseEnd - 1),
  };
  const channel = outletOf(reading, at, phraseEnd);
  mention = inNominative(reading, mention);
  return { mention, to, saidOn, channel };
}

/** "figures published on Monday by the two governments": whoever published them answers for them. */
function publisherOf(reading: Reading, { at, end }: { at: number; end: number }, mention: Mention | null): { mention: Mention; saidOn: DatePhrase | null } | null {
  const { tokens, language } = reading;
  if (mention !== null && mention.type !== 'document') return null;
  let saidOn: DatePhrase | null = null;
  for (let index = at + 1; index < end; index++) {
    saidOn ??= dateAt(reading, index, end);
    if (!language.quotedAs.by.has(normAt(tokens, index))) continue;
    const publisher = parseMention(reading, index + 1, end);
    if (publisher !== null && publisher.type !== 'document') return { mention: publisher, saidOn };
  }
  return mention === null || saidOn === null ? null : { mention, saidOn };
}

function isStop({ tokens, language }: Reading, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (token.text === '.') return (tokens[at - 1]?.text.length ?? 9) > 4;
  return /^[,;:!?–—(]$/.test(token.text) || (language.and.has(token.norm) && !(tokens[at + 1]?.isCapital ?? false) && !language.determiners.has(normAt(tokens, at + 1)) && language.isFinite(normAt(tokens, at + 2)));
}

/** "a spokesman quoted by AFP". */
function outletOf(reading: Reading, from: number, to: number): Channel | null {
  const { tokens, language } = reading;
  for (let at = from; at < to; at++) {
    if (language.quotedAs.quoted.has(normAt(tokens, at)) && language.quotedAs.by.has(normAt(tokens, at + 1))) return { outlet: textOf(reading, at + 2, to), medium: 'news report' };
  }
  return null;
}
