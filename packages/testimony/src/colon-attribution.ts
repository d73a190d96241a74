import type { Attribution } from './attribution.ts';
import { contentEnd, isFullQuotation, quotationIn } from './clause-shape.ts';
import { parseMention, type Mention } from './mentions.ts';
import { findPerson, type Person } from './people.ts';
import { normAt, type Reading } from './reading.ts';

const longestLabel = 14;

/** A source before a colon: "Health Minister Rania Sfeir: …", or a sentence about somebody that ends in `: “…”`. */
export function attributeByColon(reading: Reading, sentence: number, people: readonly Person[]): Attribution | null {
  const { tokens, sentences, quoteOf } = reading;
  const { from, to } = sentences[sentence] ?? { from: 0, to: 0 };
  const end = contentEnd(reading, from, to);
  let colon = from;
  while (colon < end && (normAt(tokens, colon) !== ':' || (quoteOf[colon] ?? -1) >= 0)) colon++;
  if (colon >= end - 1 || colon === from) return null;
  const quote = quotationIn(reading, colon + 1, colon + 2);
  const label = colon - from <= longestLabel ? (handleOf(reading, from, colon) ?? parseMention(reading, from, colon)) : null;
  if (label !== null && (quote !== null || label.kind === 'name')) return attribution(sentence, label, { colon, end: quote === null ? end : to, rule: 'colon.label' });
  if (quote === null || !isFullQuotation(reading, quote)) return null;
  const mention = subjectOf(reading, from, colon, people);
  return mention === null ? null : attribution(sentence, mention, { colon, end: quote.close + 1, rule: 'colon.quote' });
}

/** "@ZmyshlenyGov:", an account that nobody's name stands beside. */
function handleOf({ tokens, text }: Reading, from: number, to: number): Mention | null {
  const sign = tokens[from];
  if (sign?.text !== '@' || tokens[from + 1]?.start !== sign.end) return null;
  return { from, to, kind: 'name', type: 'organisation', name: text.slice(sign.start, tokens[to - 1]?.end), role: null, isPlural: false, isDefinite: true, head: normAt(tokens, from + 1) };
}

function attribution(sentence: number, mention: Mention, { colon, end, rule }: { colon: number; end: number; rule: string }): Attribution {
  return { sentence, mention, apposition: null, cueFrom: colon, cueTo: colon + 1, contentFrom: colon + 1, contentTo: end, kind: 'say', modality: null, saidOn: null, channel: null, via: [], rule, confidence: 0.75 };
}

/** The first person told of in the sentence, or the pronoun that begins it. */
function subjectOf(reading: Reading, from: number, to: number, people: readonly Person[]): Mention | null {
  const { tokens, language, quoteOf } = reading;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined || (quoteOf[at] ?? -1) >= 0) continue;
    const pronoun = language.pronouns.get(token.norm);
    if (pronoun?.stands === 'person' && at < from + 6 && !language.determiners.has(token.norm)) return parseMention(reading, at, at + 1);
    const person = people.find(({ seenAt }) => seenAt.includes(at));
    if (person !== undefined && findPerson(reading, people, person.name) !== null) {
      return { from: at, to: at + 1, kind: 'name', type: 'person', name: person.name, role: person.role, isPlural: false, isDefinite: true, head: person.last };
    }
  }
  return null;
}
