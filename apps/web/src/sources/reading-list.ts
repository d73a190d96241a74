import type { Statement } from '@imena/testimony';
import type { TextPlace } from './locator.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A statement that is in the ledger, with its place in this text. */
export interface ConfirmedClaim {
  readonly id: string;
  readonly title: string;
  readonly place: TextPlace;
  /** Grade that a person gave the statement, 1 to 6; null where nobody did. */
  readonly credibility: string | null;
}

/** One line beside the text: what was proposed, confirmed, or added by a person. */
export interface ReadingLine extends Span {
  /** Of the proposed span, or of the claim that somebody added: stable while the text is. */
  readonly key: string;
  /** `waiting`: confirmed on this device and not yet in the register. */
  readonly state: 'open' | 'confirmed' | 'rejected' | 'waiting';
  readonly proposal: Statement | null;
  readonly claim: ConfirmedClaim | null;
}

export function spanKey({ start, end }: Span): string {
  return `${start}-${end}`;
}

/**
 * The lines of a document in the order of its text. A confirmed statement stands for the proposal of the same span, else
 * for the one it shares most with: a corrected span is still that proposal. Each stands for one proposal only.
 */
export function readingLines(proposals: readonly Statement[], claims: readonly ConfirmedClaim[], rejected: ReadonlySet<string>, waiting: ReadonlySet<string> = new Set()): ReadingLine[] {
  const byProposal = new Map<number, ConfirmedClaim>();
  const exact = claims.filter((claim) => take(claim, proposals.findIndex((one, at) => !byProposal.has(at) && one.start === claim.place.start && one.end === claim.place.end)));
  const near = claims.filter((claim) => !exact.includes(claim)).filter((claim) => take(claim, nearest(claim)));
  function take(claim: ConfirmedClaim, at: number): boolean {
    if (at !== -1) byProposal.set(at, claim);
    return at !== -1;
  }
  function nearest({ place }: ConfirmedClaim): number {
    let best = -1;
    let shared = 0;
    proposals.forEach((one, at) => {
      const length = Math.min(one.end, place.end) - Math.max(one.start, place.start);
      const isMost = length * 2 > Math.min(one.end - one.start, place.end - place.start) && length > shared;
      if (byProposal.has(at) || !isMost) return;
      best = at;
      shared = length;
    });
    return best;
  }
  const proposed = proposals.map((proposal, at): ReadingLine => {
    const claim = byProposal.get(at) ?? null;
    const span = claim === null ? proposal : claim.place;
    return { key: spanKey(proposal), start: span.start, end: span.end, state: claim !== null ? 'confirmed' : waiting.has(spanKey(proposal)) ? 'waiting' : rejected.has(spanKey(proposal)) ? 'rejected' : 'open', proposal, claim };
  });
  const added = claims.filter((claim) => !exact.includes(claim) && !near.includes(claim))
    .map((claim): ReadingLine => ({ key: claim.id, start: claim.place.start, end: claim.place.end, state: 'confirmed', proposal: null, claim }));
  return [...proposed, ...added].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A piece of the text that the same lines cover; nobody's pieces have none. */
export interface Piece extends Span {
  readonly lines: readonly ReadingLine[];
}

/** The whole text in pieces, cut wherever a line begins or ends: lines may overlap. */
export function textPieces(length: number, lines: readonly ReadingLine[]): Piece[] {
  const cuts = [...new Set([0, length, ...lines.flatMap(({ start, end }) => [start, end])])].filter((at) => at >= 0 && at <= length).sort((a, b) => a - b);
  const pieces: Piece[] = [];
  // Lines are in order of their start; those that ended are dropped as the walk goes on.
  let open: ReadingLine[] = [];
  let next = 0;
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const [start = 0, end = 0] = [cuts[at], cuts[at + 1]];
    for (let line = lines[next]; line !== undefined && line.start <= start; line = lines[next]) {
      open.push(line);
      next += 1;
    }
    open = open.filter((line) => line.end > start);
    pieces.push({ start, end, lines: [...open] });
  }
  return pieces;
}

/** The next line in a direction that still waits for a person, going round; the line itself where none waits. */
export function nextOpen(lines: readonly ReadingLine[], from: number, step: 1 | -1): number {
  for (let turn = 1; turn <= lines.length; turn += 1) {
    const at = (from + step * turn + lines.length * turn) % lines.length;
    if (lines[at]?.state === 'open') return at;
  }
  return from;
}

/** A span with one edge moved by a word: never empty, never beyond the text. */
export function moveEdge(text: string, span: Span, { edge, step }: { readonly edge: 'start' | 'end'; readonly step: 1 | -1 }): Span {
  const at = edge === 'start' ? span.start : span.end;
  const moved = step === 1 ? wordAfter(text, at, edge) : wordBefore(text, at, edge);
  const next = { ...span, [edge]: moved };
  return next.start < next.end && text.slice(next.start, next.end).trim() !== '' ? next : span;
}

/** A start stands before a word, an end behind it. */
function wordAfter(text: string, at: number, edge: 'start' | 'end'): number {
  const rest = text.slice(at, at + 2000);
  const match = (edge === 'end' ? /^\s*\S+/ : /^\S*\s+/).exec(rest);
  return match === null ? (edge === 'end' ? text.length : at) : at + match[0].length;
}

function wordBefore(text: string, at: number, edge: 'start' | 'end'): number {
  const from = Math.max(0, at - 2000);
  const match = (edge === 'start' ? /\S+\s*$/ : /\s+\S*$/).exec(text.slice(from, at));
  return match === null ? (edge === 'start' ? from : at) : from + match.index;
}

export type LineGroup = 'said' | 'author';

/** What somebody is said to have said, apart from what the author of the text states himself; what a person added was said. */
export function groupOf({ proposal }: Pick<ReadingLine, 'proposal'>): LineGroup {
  return proposal === null || proposal.kind === 'attributed' ? 'said' : 'author';
}

/**
 * The lines as they are worked through: what was said first, then what the author states, each in the order of the text.
 * Background is shown only where it is asked for; what of it was confirmed always is.
 */
export function workingOrder(lines: readonly ReadingLine[], { background }: { readonly background: 'shown' | 'hidden' }): ReadingLine[] {
  const shown = lines.filter((line) => background === 'shown' || !isBackground(line) || line.state === 'confirmed');
  return [...shown.filter((line) => groupOf(line) === 'said'), ...shown.filter((line) => groupOf(line) === 'author')];
}

/** Whether a document cannot count as read before this line is decided. */
export function isAsked(line: ReadingLine): boolean {
  return line.state === 'confirmed' || !isBackground(line);
}

function isBackground({ proposal }: ReadingLine): boolean {
  return proposal?.kind === 'background';
}
