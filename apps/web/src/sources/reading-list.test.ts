import { extractStatements } from '@imena/testimony';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBody } from '@imena/record';
import { claimOfStatement } from './claim-of-statement.ts';
import { readLocator, writeLocator } from './locator.ts';
import { isAsked, moveEdge, nextOpen, readingLines, spanKey, textPieces, workingOrder, type ConfirmedClaim } from './reading-list.ts';
import { readingKey } from './use-reading-keys.ts';

const sha256 = 'c'.repeat(64);
const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const text = 'The mayor of the invented town, Vyhadailo Pryklad, said on Friday that at least 12 graves had been found. "We have found 17 bodies in the pit," a resident said.';
const { statements, language } = extractStatements({ id: 'd', text, publishedOn: '2022-09-18' });
const claimAt = (start: number, end: number, number = 1): ConfirmedClaim => ({ id: id(number), title: 't', place: { start, end, sha256 }, credibility: null });

describe('lines beside a text', () => {
  const [first] = statements;
  if (first === undefined) throw new Error('the text holds statements');

  it('wait until a person confirms or rejects them', () => {
    const lines = readingLines(statements, [claimAt(first.start, first.end)], new Set(statements.slice(1).map(spanKey)));
    expect(lines.map((line) => line.state)).toEqual(statements.map((_, at) => (at === 0 ? 'confirmed' : 'rejected')));
    expect(readingLines(statements, [], new Set()).every((line) => line.state === 'open')).toBe(true);
  });
  it('wait no longer for whoever confirmed them on this device, until the register shows them', () => {
    expect(readingLines(statements, [], new Set(), new Set([spanKey(first)])).map((line) => line.state)).toEqual(['waiting', ...statements.slice(1).map(() => 'open')]);
    expect(readingLines(statements, [claimAt(first.start, first.end)], new Set(), new Set([spanKey(first)]))[0]?.state).toBe('confirmed');
  });
  it('know a statement again whose span was corrected, and keep one that a person added apart', () => {
    const lines = readingLines(statements, [claimAt(first.start + 3, first.end), claimAt(0, 9, 2)], new Set());
    expect(lines.map((line) => [line.proposal !== null, line.state])).toContainEqual([false, 'confirmed']);
    expect(lines.filter((line) => line.state === 'confirmed')).toHaveLength(2);
    expect(lines.find((line) => line.key === spanKey(first))).toMatchObject({ state: 'confirmed', start: first.start + 3 });
  });
  it('two statements confirmed at one place stand for one proposal, and the other is shown as well', () => {
    expect(readingLines([first], [claimAt(first.start, first.end, 1), claimAt(first.start, first.end, 2)], new Set()).map((line) => line.claim?.id)).toEqual([id(1), id(2)]);
  });
  it('are gone through in order, going round, and those decided are passed over', () => {
    const lines = readingLines(statements, [], new Set([spanKey(first)]));
    expect(nextOpen(lines, 0, 1)).toBe(1);
    expect(nextOpen(lines, lines.length - 1, 1)).toBe(1);
    expect(nextOpen(lines, 1, -1)).toBe(lines.length === 2 ? 1 : lines.length - 1);
  });
});

describe('a text cut into pieces', () => {
  it('loses no letter, and each piece names all lines that cover it', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 8 });
    fc.assert(fc.property(spans, (made) => {
      const lines = readingLines([], made.map(([start, length], at) => claimAt(start, Math.min(start + length, 80), at + 1)), new Set());
      const pieces = textPieces(80, lines);
      expect(pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0)).toBe(80);
      for (const piece of pieces) expect(piece.lines.map((line) => line.key)).toEqual(lines.filter((line) => line.start <= piece.start && line.end >= piece.end).map((line) => line.key));
    }));
  });
});

describe('a span moved by words', () => {
  const words = 'one two three';
  it('grows and shrinks by whole words at either edge', () => {
    expect(moveEdge(words, { start: 0, end: 3 }, { edge: 'end', step: 1 })).toEqual({ start: 0, end: 7 });
    expect(moveEdge(words, { start: 0, end: 7 }, { edge: 'end', step: -1 })).toEqual({ start: 0, end: 3 });
    expect(moveEdge(words, { start: 0, end: 7 }, { edge: 'start', step: 1 })).toEqual({ start: 4, end: 7 });
    expect(moveEdge(words, { start: 4, end: 7 }, { edge: 'start', step: -1 })).toEqual({ start: 0, end: 7 });
  });
  it('is never empty and never leaves the text', () => {
    const moves = fc.array(fc.record({ edge: fc.constantFrom('start' as const, 'end' as const), step: fc.constantFrom(1 as const, -1 as const) }), { maxLength: 30 });
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 40 }).filter((one) => one.trim() !== ''), moves, (line, steps) => {
      const span = steps.reduce((now, step) => moveEdge(line, now, step), { start: 0, end: line.length });
      expect(span.start >= 0 && span.start < span.end && span.end <= line.length).toBe(true);
    }));
  });
});

describe('a proposed statement as the ledger takes it', () => {
  it('is a whole statement that says no more than the text does', () => {
    const bodies = statements.map((one) => parseBody({ type: 'claim.stated', basis: 'document', document: id(9), locator: writeLocator({ start: one.start, end: one.end, sha256 }), ...claimOfStatement(one, { language, site: null }) }));
    expect(bodies.map((body) => body['quantities'])).toEqual([[{ bound: 'at_least', value: '12', unit: 'graves' }], [{ bound: 'exact', value: '17', unit: 'bodies' }]]);
    expect(bodies.map((body) => body['saidOn'])).toEqual(['2022-09-16', undefined]);
    expect(bodies[0]?.['speaker']).toMatchObject({ name: 'Vyhadailo Pryklad', named: true });
    expect(bodies[1]?.['speaker']).toMatchObject({ named: false, role: { en: expect.stringContaining('resident') as unknown } });
  });
  it('has a place that is found again', () => {
    expect(readLocator(writeLocator({ start: 3, end: 9, sha256 }))).toEqual({ start: 3, end: 9, sha256 });
    expect(['paragraph 3', `utf16=9,3;sha256=${sha256}`].map(readLocator)).toEqual([null, null]);
  });
});

describe('what somebody said and what the author states', () => {
  const said = { ...statements[0], kind: 'attributed', start: 40, end: 50 } as const;
  const seen = { ...statements[0], kind: 'observation', start: 20, end: 30 } as const;
  const background = { ...statements[0], kind: 'background', start: 0, end: 10 } as const;
  const proposals = [background, seen, said] as unknown as typeof statements;
  const keys = (claims: readonly ConfirmedClaim[], shown: 'shown' | 'hidden'): string[] => workingOrder(readingLines(proposals, claims, new Set()), { background: shown }).map((line) => line.key);

  it('stand apart, each in the order of the text, background only where it is asked for', () => {
    expect(keys([], 'hidden')).toEqual(['40-50', '20-30']);
    expect(keys([], 'shown')).toEqual(['40-50', '0-10', '20-30']);
  });
  it('no document waits for its background, but what of it was confirmed is never hidden', () => {
    expect(readingLines(proposals, [], new Set()).filter(isAsked).map((line) => line.key)).toEqual(['20-30', '40-50']);
    expect(keys([claimAt(0, 10)], 'hidden')).toEqual(['40-50', '0-10', '20-30']);
    expect(readingLines(proposals, [claimAt(0, 10)], new Set()).filter(isAsked)).toHaveLength(3);
  });
});

describe('a key of the reading page', () => {
  const asked = (code: string, shiftKey = false): string[] => {
    const called: string[] = [];
    const note = (name: string) => (grade?: string): void => { called.push(grade === undefined ? name : `${name} ${grade}`); };
    readingKey({ code, shiftKey })?.({ confirm: note('confirm'), correct: note('correct'), reject: note('reject'), add: note('add'), next: note('next'), previous: note('previous'), background: note('background'), credibility: note('credibility'), reliability: note('reliability') });
    return called;
  };
  it('grades the statement with a digit and the source with Shift and a letter, apart from what the letter alone does', () => {
    expect([asked('Digit2'), asked('Numpad6'), asked('KeyC', true), asked('KeyC'), asked('KeyF', true)]).toEqual([['credibility 2'], ['credibility 6'], ['reliability C'], ['confirm'], ['reliability F']]);
    expect([asked('Digit7'), asked('Digit1', true), asked('KeyG', true), asked('KeyF')]).toEqual([[], [], [], []]);
  });
});
