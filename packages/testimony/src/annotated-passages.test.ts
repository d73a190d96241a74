import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractStatements, type ReadDocument, type Statement } from './index.ts';

interface Gold {
  readonly doc: { readonly id: string; readonly publication_date: string | null };
  readonly text: string;
  readonly statements: readonly GoldStatement[];
}

interface GoldStatement {
  readonly id: string;
  readonly kind: string;
  readonly kind_accept?: readonly string[];
  readonly span: { readonly start: number; readonly end: number };
  readonly speaker?: { readonly accept: readonly string[] };
  readonly said_on: { readonly accept: readonly (string | null)[] };
}

const folders = { own: path.resolve(import.meta.dirname, '../fixtures'), shared: path.resolve(import.meta.dirname, '../../../../shared/cases/statements') };
const goldIn = (folder: string, pattern: RegExp): Gold[] => (existsSync(folder) ? readdirSync(folder).filter((file) => pattern.test(file)).sort().map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Gold) : []);
const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
const read = ({ doc, text }: Gold): ReadDocument => extractStatements({ id: doc.id, text, publishedOn: doc.publication_date });
const found = ({ statements }: ReadDocument, gold: GoldStatement): Statement | undefined => statements.find((one) => one.kind === 'attributed' && overlap(one, gold.span) >= 0.5);
const isWanted = ({ kind, kind_accept: accept }: GoldStatement): boolean => kind === 'attributed' && accept === undefined;

/** Share of annotated statements found, and days that no annotator accepts. */
function measure(golds: readonly Gold[]): { share: number; invented: string[] } {
  const wanted = golds.flatMap((gold) => gold.statements.filter(isWanted).map((statement) => ({ statement, answer: found(read(gold), statement) })));
  return {
    share: wanted.filter(({ answer }) => answer !== undefined).length / wanted.length,
    invented: wanted.filter(({ statement, answer }) => answer?.saidOn?.iso != null && !statement.said_on.accept.includes(answer.saidOn.iso)).map(({ statement }) => statement.id),
  };
}

describe.each([
  ['our own English passages', goldIn(folders.own, /^E(?:0\d|1[0-2])\.json$/), 0.95],
  ['our own Ukrainian passages', goldIn(folders.own, /^U0[1-6]\.json$/), 0.9],
  ['English passages written after the grammar', goldIn(folders.own, /^E(?:1[3-9]|[23]\d)\.json$/), 0.8],
  ['Ukrainian passages written after the grammar', goldIn(folders.own, /^U(?:0[7-9]|1\d)\.json$/), 0.65],
  ['the two reports of the demonstration', goldIn(folders.shared, /^seed-\d\.json$/), 1],
  ['the public passages', goldIn(path.join(folders.shared, 'public'), /^P\d+\.json$/), 0.95],
  ['the hard passages', goldIn(path.join(folders.shared, 'public-hard'), /^PX\d+\.json$/), 0.85],
])('%s', (name, golds, share) => {
  it.skipIf(golds.length === 0)(`has its statements found, and no day invented${golds.length === 0 ? ' (the annotated cases are not on this machine)' : ''}`, () => {
    const measured = measure(golds);
    expect(measured.invented).toEqual([]);
    expect(measured.share, name).toBeGreaterThanOrEqual(share);
  });

  it.skipIf(golds.length === 0)('has offsets that are pieces of the text', () => {
    for (const gold of golds) for (const { start, end, text } of read(gold).statements) expect(gold.text.slice(start, end)).toBe(text);
  });
});

describe('our own passages', () => {
  it('are annotated with spans of their text and marked as synthetic', () => {
    const own = goldIn(folders.own, /\.json$/);
    expect(own.length).toBeGreaterThanOrEqual(48);
    for (const { text, statements } of own) {
      expect(text).toMatch(/synthetic|Синтетичний/i);
      for (const { span } of statements) expect(text.slice(span.start, span.end).length).toBe(span.end - span.start);
    }
  });
});
