import type { State } from './attribution-state.ts';
import { hasFinite, hasWords } from './clause-shape.ts';
import { inNominative, parseMention } from './mentions.ts';
import { normAt } from './reading.ts';
import { subjectBefore, type Subject } from './subjects.ts';

const longestAdverbial = 8;

/**
 * A verb without a subject of its own: "according to the commissioner, who says …" goes on with the source before it,
 * "The army …, but in the past has denied …" with the subject of the sentence.
 */
export function subjectTold(state: State, at: number): Subject | null {
  const { reading, last, cursor, open } = state;
  const { tokens, language } = reading;
  if (open !== null) return null;
  const body = language.quantities.isInflected && cursor === state.from && !hasWords(reading, at + 1, state.end) ? bodyInFront(state, at) : null;
  if (body !== null) return body;
  let before = at - 1;
  while (before > cursor && language.isAdverb(normAt(tokens, before))) before--;
  if (language.relatives.has(normAt(tokens, before))) return last?.mention != null && before <= cursor + 1 ? { mention: last.mention, from: before, to: at, saidOn: null, apposition: null } : null;
  if (before === at - 1 && !language.joins.has(normAt(tokens, before))) return null;
  let joint = before;
  while (joint > Math.max(state.from, before - longestAdverbial) && !language.joins.has(normAt(tokens, joint))) joint--;
  if (!language.joins.has(normAt(tokens, joint)) || cursor !== state.from || hasFinite(reading, joint, before)) return null;
  let verb = state.from + 1;
  while (verb < joint && (tokens[verb]?.isCapital || !language.isFinite(normAt(tokens, verb)))) verb++;
  const subject = verb < joint ? subjectBefore(reading, verb, state.from) : null;
  return subject === null || subject.mention.kind === 'pronoun' || hasWords(reading, state.from, subject.from) ? null : { ...subject, from: joint };
}

/** "У Москві причетність своїх військових заперечують": the body stands first, the verb last, what it is said of between them. */
function bodyInFront(state: State, at: number): Subject | null {
  const { reading, from } = state;
  if (!reading.language.prepositionalBodies.has(normAt(reading.tokens, from))) return null;
  for (let to = Math.min(from + 5, at - 1); to > from + 1; to--) {
    const mention = parseMention(reading, from + 1, to);
    if (mention?.type !== 'organisation') continue;
    state.cursor = to;
    return { mention: inNominative(reading, mention), from: at, to: at, saidOn: null, apposition: null };
  }
  return null;
}
