import type { Token } from './tokens.ts';

interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const longestDateline = 14;
const longestBracket = 8;

/** Where a sentence itself begins: after a bracket that opens it, after a dateline ("TARHUNA, Libya, Nov 18 - "). */
export function openingEnd(source: Source, from: number, to: number): number {
  const bullet = bulletEnd(source, from, to);
  const time = timeEnd(source, bullet, to);
  const bracket = bracketEnd(source, time, to);
  return datelineEnd(source, bracket, to) ?? bracket;
}

/** The mark of a list. */
function bulletEnd({ tokens, text }: Source, from: number, to: number): number {
  const first = tokens[from];
  if (first === undefined || from + 1 >= to || !/\s/.test(text.charAt(first.end))) return from;
  const isLineStart = first.start === 0 || text.charAt(first.start - 1) === '\n';
  return /^[•*·▪◦‣]$/.test(first.text) || (isLineStart && /^[-–—]$/.test(first.text)) ? from + 1 : from;
}

/** "10:42 GMT", "10.42 –": the time of an entry, alone or before its text. */
function timeEnd({ tokens }: Source, from: number, to: number): number {
  const [hour, colon, minute] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (hour?.kind !== 'number' || hour.text.length > 2 || colon?.text !== ':' || minute?.kind !== 'number' || minute.text.length !== 2 || colon.start !== hour.end || minute.start !== colon.end) return from;
  let end = from + 3;
  while (end < to && (/^(?:[A-Z]{2,5}|am|pm)$/.test(tokens[end]?.text ?? '') || /^[–—,:|-]$/.test(tokens[end]?.text ?? ''))) end++;
  return end;
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
