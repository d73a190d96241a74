import type { NameCustoms } from '../languages/index.ts';
import { knownWord } from './known-word.ts';
import type { NameToken } from './split-text.ts';

/**
 * The words of a name by the customs of its community: names of two words as one (Abd al-Rahman), small words left out,
 * fathers' names marked where a small word says so. A name of small words alone stays as it is.
 */
export function putTogether(tokens: readonly NameToken[], customs: NameCustoms): readonly NameToken[] {
  const { compoundStarts, particles, fatherMarks } = customs;
  if (particles.length === 0 && fatherMarks.length === 0) return tokens;
  const kept: NameToken[] = [];
  let isFather = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const { word } = token.known;
    if (fatherMarks.includes(word)) {
      isFather = kept.length > 0;
      continue;
    }
    if (particles.includes(word)) continue;
    const start = compoundStarts[word];
    if (start === undefined) kept.push(isFather ? { ...token, isFather } : token);
    else {
      let next = at + 1;
      while (particles.includes(tokens[next]?.known.word ?? '')) next++;
      const second = tokens[next];
      if (second === undefined || second.initial) kept.push(token);
      else {
        kept.push({ text: tokens.slice(at, next + 1).map(({ text }) => text).join(' '), known: knownWord(start + second.known.word), initial: false, isFather });
        at = next;
      }
    }
    isFather = false;
  }
  return kept.length === 0 ? tokens : kept;
}
