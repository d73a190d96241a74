/** A paragraph of the text, without the white space around it. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

/** A line shorter than this is taken as ended by its author, not by the width of a page. */
const wrappedLineLength = 55;

/** Paragraphs: split at empty lines, and at single line ends that do not look like a page's hard wrapping. */
export function splitParagraphs(text: string, from: number): Paragraph[] {
  const found: Paragraph[] = [];
  let start = from;
  let lineStart = from;
  for (let at = from; at <= text.length; at++) {
    if (at < text.length && text.charCodeAt(at) !== 10) continue;
    const next = at + 1;
    if (at === text.length || isBreak(text, { lineStart, at, next })) {
      push(found, text, start, at);
      start = next;
    }
    lineStart = next;
  }
  return found;
}

function isBreak(text: string, { lineStart, at, next }: { lineStart: number; at: number; next: number }): boolean {
  let first = next;
  while (first < text.length && (text.charAt(first) === ' ' || text.charAt(first) === '\t' || text.charAt(first) === '\r')) first++;
  if (first >= text.length || text.charAt(first) === '\n') return true;
  let last = at - 1;
  while (last > lineStart && /\s/.test(text.charAt(last))) last--;
  if (last < lineStart + wrappedLineLength) return true;
  // A wrapped line goes on in the middle of a sentence.
  return /[.!?…:"”»)]/.test(text.charAt(last)) && /[\p{Lu}"“«„–—-]/u.test(text.charAt(first));
}

function push(found: Paragraph[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (end > start) found.push({ start, end });
}
