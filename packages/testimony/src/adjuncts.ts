import { dateAt, type DatePhrase } from './said-dates.ts';
import { numberAt } from './read-number.ts';
import { normAt, phraseAt, type Reading } from './reading.ts';
import { textOf } from './mentions.ts';
import type { Cue } from './languages/language.ts';
import type { Channel } from './types.ts';

/** What stands between a reporting word and its content: to whom, when, through what. */
export interface Adjuncts {
  readonly to: number;
  readonly saidOn: DatePhrase | null;
  readonly channel: Channel | null;
  /** The content is opened by "that", a colon or a quotation. */
  readonly opens: 'that' | 'colon' | 'quote' | null;
}

const longestPhrase = 14;

/** Reads listeners, dates and channels after a reporting word, up to `end`. */
export function readAdjuncts(reading: Reading, at: number, { end, cue }: { end: number; cue: Cue }): Adjuncts {
  const { tokens, language } = reading;
  let index = at;
  let saidOn: DatePhrase | null = null;
  let channel: Channel | null = null;
  if (cue.kind === 'tell') {
    const listener = readListener(reading, index, end);
    index = listener.to;
    channel = listener.channel;
  }
  while (index < end) {
    const norm = normAt(tokens, index);
    // "said later that day the search was over".
    if (language.that.has(norm) && language.dates.daysTold.has(normAt(tokens, index + 1))) {
      index += 2;
      continue;
    }
    if (language.that.has(norm)) return { to: index + 1, saidOn, channel, opens: 'that' };
    if (norm === ',' && language.commaBeforeThat && language.that.has(normAt(tokens, index + 1))) return { to: index + 2, saidOn, channel, opens: 'that' };
    if (norm === ':') return { to: index + 1, saidOn, channel, opens: 'colon' };
    if (norm === ',' && (reading.quoteOf[index + 1] ?? -1) >= 0) return { to: index + 1, saidOn, channel, opens: 'quote' };
    const outlet = quotedOutlet(reading, index, end);
    if (outlet !== null) {
      channel ??= outlet.channel;
      index = outlet.to;
      continue;
    }
    if ((reading.quoteOf[index] ?? -1) >= 0) return { to: index, saidOn, channel, opens: 'quote' };
    const date = dateAt(reading, index, end);
    if (date !== null) {
      saidOn ??= date;
      index = date.to;
      continue;
    }
    if (language.isAdverb(norm)) {
      index++;
      continue;
    }
    // "He said, however, that …".
    if (norm === ',' && language.isAdverb(normAt(tokens, index + 1)) && normAt(tokens, index + 2) === ',') {
      index += 3;
      continue;
    }
    if (language.commaBeforeThat && language.channels.press.has(norm)) {
      index++;
      const first = index;
      while (index < end && tokens[index]?.isCapital) index++;
      channel ??= { outlet: index > first ? textOf(reading, first, index) : null, medium: index > first ? 'interview' : 'press briefing' };
      continue;
    }
    if (!language.prepositions.has(norm)) break;
    // "повідомили про 15 тіл": what is told of is the content.
    if (language.toldOf.has(norm)) return { to: index, saidOn, channel, opens: 'that' };
    const phrase = channelPhrase(reading, index, end) ?? loosePhrase(reading, index, end);
    if (phrase === null) break;
    channel ??= phrase.channel;
    index = phrase.to;
  }
  return { to: index, saidOn, channel, opens: null };
}

/** "розповів кореспонденту «Нашого краю»": a short name in quotation marks, and what was said follows. */
function quotedOutlet(reading: Reading, at: number, end: number): Part | null {
  const { tokens, quotations, quoteOf, language } = reading;
  const press = normAt(tokens, at);
  const isNoun = language.channels.press.has(press) || language.channels.media.has(press) || language.organisations.has(press);
  const quote = quotations[quoteOf[isNoun ? at + 1 : at] ?? -1];
  if (!language.commaBeforeThat || !isNoun || quote === undefined || quote.close - quote.open > 5) return null;
  const follows = normAt(tokens, quote.close + 1);
  const isOpen = follows === ':' || language.prepositions.has(follows) || (follows === ',' && language.that.has(normAt(tokens, quote.close + 2))) || quote.close + 1 >= end;
  return isOpen ? { to: quote.close + 1, channel: { outlet: textOf(reading, quote.open + 1, quote.close), medium: 'interview' } } : null;
}

interface Part {
  readonly to: number;
  readonly channel: Channel | null;
}

/** "told CNN", "told a news conference", "told reporters". */
function readListener(reading: Reading, at: number, end: number): Part {
  const { tokens, language } = reading;
  let index = at;
  if (language.determiners.has(normAt(tokens, index)) && index < end) index++;
  const first = index;
  while (index < end && tokens[index]?.isCapital) index++;
  if (index > first) {
    while (index + 1 < end && (language.of.has(normAt(tokens, index)) || normAt(tokens, index) === 'for') && tokens[index + 1]?.isCapital) {
      index++;
      while (index < end && tokens[index]?.isCapital) index++;
    }
    const outlet = textOf(reading, first, index);
    const medium = language.channels.media.get(normAt(tokens, index));
    if (medium !== undefined) return { to: bodyEnd(reading, index + 1, end), channel: { outlet, medium } };
    if (language.channels.press.has(normAt(tokens, index)) || language.roles.has(normAt(tokens, index))) return { to: index + 1, channel: { outlet, medium: 'interview' } };
    return { to: index, channel: { outlet, medium: 'interview' } };
  }
  for (let steps = 0; steps < 4 && index < end && tokens[index]?.kind === 'word'; steps++, index++) {
    const norm = normAt(tokens, index);
    if (language.channels.press.has(norm)) return { to: index + 1, channel: { outlet: null, medium: 'press briefing' } };
    const medium = language.channels.media.get(norm);
    if (medium !== undefined) return { to: bodyEnd(reading, index + 1, end), channel: { outlet: null, medium } };
    if (language.isRole(norm) || language.groups.has(norm) || language.organisations.has(norm)) return { to: index + 1, channel: null };
    if (language.prepositions.has(norm) || language.that.has(norm) || language.finite.has(norm)) break;
  }
  // A pronoun or one noun: "told him".
  return { to: tokens[first]?.kind === 'word' && !language.that.has(normAt(tokens, first)) && first < end ? first + 1 : at, channel: null };
}

/** "a news conference", "the N news agency": the noun goes on. */
function bodyEnd({ tokens, language }: Reading, at: number, end: number): number {
  let index = at;
  while (index < end && (language.channels.media.has(normAt(tokens, index)) || language.organisations.has(normAt(tokens, index)))) index++;
  return index;
}

const isBoundary = ({ tokens, quoteOf, language }: Reading, at: number): boolean => {
  const token = tokens[at];
  return token === undefined || (quoteOf[at] ?? -1) >= 0 || /^[,:;–—.!?]$/.test(token.text) || language.that.has(token.norm);
};

/** "in a video posted on …", "on his Telegram channel", "in a statement". */
function channelPhrase(reading: Reading, at: number, end: number): Part | null {
  const { tokens, language } = reading;
  const { media, platforms, followers, prepositions } = language.channels;
  if (!prepositions.has(normAt(tokens, at))) return null;
  let noun = -1;
  let medium: string | null = null;
  let outlet: string | null = null;
  for (let index = at + 1; index < Math.min(end, at + longestPhrase) && !isBoundary(reading, index); index++) {
    const norm = normAt(tokens, index);
    const platform = platforms.get(norm);
    if (platform !== undefined && (tokens[index]?.isCapital ?? false)) {
      outlet = platform;
      medium ??= 'social media post';
      noun = index;
    } else if (media.has(norm) && !(tokens[index]?.isCapital && norm === 'post')) {
      medium = outlet === null ? (media.get(norm) ?? medium) : medium;
      noun = index;
    } else if (noun >= 0 || language.finite.has(norm) || (language.conjunctions.has(norm) && noun >= 0)) break;
    else if (!(tokens[index]?.isCapital ?? false) && index > at + 6) break;
  }
  if (noun < 0 || medium === null) return null;
  let to = noun + 1;
  // "в етері телемарафону": a genitive belongs to its noun.
  if (language.quantities.isInflected) while (to < end && to < noun + 4 && tokens[to]?.kind === 'word' && !isBoundary(reading, to) && !language.prepositions.has(normAt(tokens, to)) && !language.isFinite(normAt(tokens, to)) && !language.isRole(normAt(tokens, to)) && !followers.has(normAt(tokens, to)) && dateAt(reading, to, end) === null && !(tokens[to]?.isCapital ?? false)) to++;
  if (followers.has(normAt(tokens, to)) && to < end) {
    const tail = to;
    // A bare place or date after the noun is no follower: "in a statement on Friday".
    while (to < end && !isBoundary(reading, to) && dateAt(reading, to, end) === null && !(language.finite.has(normAt(tokens, to)) && to > tail + 2)) to++;
    if (language.finite.has(normAt(tokens, to)) && !isBoundary(reading, to)) to = noun + 1;
  }
  return { to, channel: { outlet: outlet ?? lastCapitals(reading, at + 1, to), medium } };
}

/** The last run of capitals: "Ukraine's Parliament's broadcaster Rada TV" → "Rada TV". */
function lastCapitals(reading: Reading, from: number, to: number): string | null {
  const { tokens } = reading;
  let last = to;
  while (last > from && !(tokens[last - 1]?.isCapital ?? false)) last--;
  if (last === from) return null;
  let first = last - 1;
  while (first > from && (tokens[first - 1]?.isCapital ?? false) && !tokens[first - 1]?.norm.endsWith("'s")) first--;
  return textOf(reading, first, last);
}

/** Any other circumstance: up to "that", or to the end of the clause where no verb follows. */
function loosePhrase(reading: Reading, at: number, end: number): Part | null {
  const { tokens, language } = reading;
  const next = tokens[at + 1];
  // "expects to recover": an infinitive is content.
  if (normAt(tokens, at) === 'to' && next !== undefined && !next.isCapital && !language.determiners.has(next.norm) && !language.channels.press.has(next.norm) && !language.isPlural(next.norm)) return null;
  // "said at least 440 …": the bound of a figure is content.
  if (language.quantities.before.some(({ words }) => phraseAt(tokens, at, words)) || numberAt(reading, at + 1, end)?.value != null) return null;
  for (let index = at + 1; index <= end; index++) {
    const norm = normAt(tokens, index);
    if (index === end) return { to: end, channel: null };
    if (index > at + 1 && dateAt(reading, index, end) !== null) return { to: index, channel: null };
    if (language.that.has(norm) || norm === ':') return index < at + longestPhrase ? { to: index, channel: null } : null;
    if (isBoundary(reading, index)) return { to: index, channel: null };
    if (language.isFinite(norm)) return null;
  }
  return null;
}
