import type { Token } from './tokens.ts';

interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const longestDateline = 14;
const longestBracket = 8;

/** Where a sentence itself begins: after a bracket that opens it, after a dateline ("TARHUNA, Libya, Nov 18 - "). */
export function openingEnd(source: Source, from: number, to: number): number {
  const bracket = bracketEnd(source, from, to);
  return datelineEnd(source, bracket, to) ?? bracket;
}

function bracketEnd({ tokens }: Source, from: number, to: number): number {
  if (tokens[from]?.text !== '(') return from;
  for (let at = from + 1; at < Math.min(to, from + longestBracket); at++) if (tokens[at]?.text === ')') return at + 1 < to ? at + 1 : from;
  return from;
}

/** A place in capital letters up to its dash; only names, days and brackets stand between. */
function datelineEnd({ text, tokens }: Source, from: number, to: number): number | null {
  const first = tokens[from];
  if (first?.kind !== 'word' || first.text.length < 3 || first.text !== first.text.toUpperCase()) return null;
  let isInBracket = false;
  for (let at = from + 1; at < Math.min(to - 1, from + longestDateline); at++) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (/^[-–—]$/.test(token.text) && /\s/.test(text.charAt(token.start - 1)) && /[\s–—-]/.test(text.charAt(token.end))) {
      let end = at + 1;
      while (end < to && /^[-–—]$/.test(tokens[end]?.text ?? '')) end++;
      return end;
    }
    if (token.text === '(' || token.text === ')') isInBracket = token.text === '(';
    else if (!isInBracket && token.kind === 'word' && !token.isCapital) return null;
  }
  return null;
}
