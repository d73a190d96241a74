import { normAt, type Reading } from './reading.ts';
import { quotationIn } from './clause-shape.ts';
import type { Sentence } from './sentences.ts';

/** The reporter's own sentence, closing stop included; a credit in brackets and a bare title line are none. */
export function readNarration(reading: Reading, { from, to, isHeading }: Sentence): { from: number; to: number }[] {
  const { tokens } = reading;
  if (to - from < 4) return [];
  const words = tokens.slice(from, to).filter(({ kind }) => kind === 'word');
  // A byline or a line of figures tells nothing.
  if (words.length < 3 || (isHeading && reading.language.bylines.has(normAt(tokens, from)))) return [];
  if (normAt(tokens, from) === '(' && /^[).]$/.test(normAt(tokens, to - 1))) return [];
  let start = from;
  // "Some background:" before the sentence itself.
  for (let at = from; at < Math.min(to, from + 4); at++) if (normAt(tokens, at) === ':' && quotationIn(reading, from, at) === null) start = at + 1;
  return [{ from: start, to }];
}
