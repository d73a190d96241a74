import { readAdjuncts } from './adjuncts.ts';
import type { Source } from './attribution.ts';
import { base, lead, plain, push, trail, type State } from './attribution-state.ts';
import { hasWords, quotationIn } from './clause-shape.ts';
import { plainCue } from './languages/language.ts';
import { parseMention, textOf } from './mentions.ts';
import { normAt } from './reading.ts';
import { subjectBefore } from './subjects.ts';

/** "was quoted (by X) as saying". */
export function readQuotedAs(state: State, at: number): number {
  const { reading, end } = state;
  const { tokens, language } = reading;
  const { by, as, saying } = language.quotedAs;
  const subject = subjectBefore(reading, at - 1, state.cursor);
  if (subject === null) return at + 1;
  let index = at + 1;
  let via: string | null = null;
  if (by.has(normAt(tokens, index))) {
    let to = index + 1;
    while (to < end && !as.has(normAt(tokens, to)) && to < index + 14) to++;
    via = parseMention(reading, index + 1, to)?.name ?? textOf(reading, index + 1, to);
    index = to;
  }
  if (as.has(normAt(tokens, index))) index++;
  if (saying.has(normAt(tokens, index))) index++;
  const adjuncts = readAdjuncts(reading, index, { end, cue: plainCue });
  const found = { ...base(state, subject, adjuncts, { from: at, to: index }), rule: 'cue.quoted-as', confidence: 0.9, via: via === null ? [] : [via] };
  return hasWords(reading, adjuncts.to, end) && adjuncts.to < end ? lead(state, found, adjuncts, false) : trail(state, found, subject, adjuncts.to);
}

/** "The paper quoted a doctor as saying that …": whoever is quoted speaks, through who quotes. */
export function readQuotes(state: State, at: number): number | null {
  const { reading, end } = state;
  const { tokens, language } = reading;
  const { as, saying } = language.quotedAs;
  let to = at + 1;
  while (to < Math.min(end, at + 14) && !(as.has(normAt(tokens, to)) && saying.has(normAt(tokens, to + 1)))) to++;
  if (!as.has(normAt(tokens, to)) || !saying.has(normAt(tokens, to + 1))) return null;
  const mention = parseMention(reading, at + 1, to, 'any');
  const outlet = subjectBefore(reading, at, state.cursor);
  if (mention === null || outlet === null) return null;
  const adjuncts = readAdjuncts(reading, to + 2, { end, cue: plainCue });
  const found: Source = { ...base(state, { ...outlet, mention }, adjuncts, { from: at, to: to + 2 }), rule: 'cue.quoted-as', confidence: 0.85, via: [outlet.mention.name] };
  return lead(state, found, adjuncts, false);
}

/** "what he called “cruelty”" in the reporter's own sentence. */
export function readWhatCalled(state: State, at: number): number | null {
  const { reading, end, open } = state;
  const { tokens, language } = reading;
  for (let index = at + 1; index < Math.min(end, at + 10); index++) {
    if (!language.whatCalled.called.has(normAt(tokens, index))) continue;
    const mention = parseMention(reading, at + 1, index);
    const quote = quotationIn(reading, index + 1, Math.min(end, index + 5));
    if (mention === null || quote === null) return null;
    if (open !== null) return quote.close + 1;
    push(state, { ...plain(state), mention, cueFrom: at, cueTo: index + 1, rule: 'cue.what-called', confidence: 0.8, modality: 'allegation' }, quote.open, quote.close + 1);
    return quote.close + 1;
  }
  return null;
}
