import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractStatements, reconcile } from './index.ts';

const pieces = fc.constantFrom(
  ...['“', '”', '"', "'", '’', '«', '»', '„', '(', ')', '.', ',', ';', ':', '-', '–', '\n', '\n\n', ' ', '\u00a0', '•', '%', '#', '\u0000', '😀', '\ud800'],
  ...['said', 'told', 'that', 'he', 'she', 'the mayor', 'Ivan Sokil', 'according to', 'adding', 'what he called', 'who', 'of', 'and', 'but', 'on Friday', 'in May', '12 May 2022', '2022-05-12'],
  ...['at least', 'between', '40', '1,200', 'two hundred and', 'hundreds of', 'thousand', 'bodies', 'graves', 'No.', 'numbered', 'toll', 'to', 'from', 'Telegram', 'in a statement', 'CNN'],
  ...['сказав', 'що', 'за словами', 'про це', 'мер', 'Іван Сокіл', 'у поліції', 'цитує', '— сказав він. —', 'Q:', 'A:', '10:42', '@abc:', '$5m', 'who was', 'called for', 'quoted', 'as saying', 'могил', 'щонайменше', 'у вівторок', 'її'],
);
const texts = fc.oneof(fc.array(pieces, { maxLength: 60 }).map((list) => list.join(' ')), fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')), fc.string({ unit: 'binary', maxLength: 300 }));
const days = fc.constantFrom(null, '2022-09-18', 'no day');

describe('any text whatever', () => {
  it('gives spans that are pieces of the text, in order, the same every time', () => {
    fc.assert(
      fc.property(texts, days, (text, publishedOn) => {
        const document = { id: 'any', text, publishedOn };
        const read = extractStatements(document);
        for (const { start, end, text: piece, quantities, cue, speakerMention } of read.statements) {
          for (const span of [{ start, end, text: piece }, ...quantities, cue, speakerMention]) if (span !== null) expect(text.slice(span.start, span.end)).toBe(span.text);
        }
        const starts = read.statements.map(({ start }) => start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(extractStatements(document)).toEqual(read);
        for (const { a, b } of reconcile([read, { ...read, id: 'other' }])) expect([a.doc, b.doc].every((id) => id === 'any' || id === 'other')).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    ['quotation marks', '"'.repeat(15_000)],
    ['opening marks', '“'.repeat(15_000)],
    ['single marks', "'a ".repeat(5_000)],
    ['commas', 'he, '.repeat(5_000)],
    ['reporting words', 'said '.repeat(5_000)],
    ['names', 'Ivan '.repeat(5_000)],
    ['numbers', '1,000 '.repeat(5_000)],
    ['one long number', '1'.repeat(25_000)],
    ['number words', 'two hundred and '.repeat(2_000)],
    ['ranges', '1 to '.repeat(5_000)],
    ['stops', '. A'.repeat(5_000)],
    ['one long word', 'a-'.repeat(12_000)],
    ['empty lines', '\n'.repeat(25_000)],
    ['according to', 'according to '.repeat(2_000)],
    ['sources before a word', `${'a, '.repeat(5_000)}said`],
    ['of', 'members of '.repeat(2_000)],
    ['stops alone', '. '.repeat(25_000)],
    ['titles and initials', 'Mr. A., '.repeat(4_000)],
    ['speech between dashes', `«${'Так, — сказав він. — '.repeat(2_000)}»`],
    ['turns of an interview', 'Q: How many?\nA: Was 12 of the 40.\n'.repeat(1_500)],
    ['lists and brackets', 'He said:\n- (12 of\n'.repeat(2_000)],
    ['short quotations', 'He said "it is so" and left. '.repeat(1_000)],
  ])('is read to its end, where a rule that takes the square of the length would not come to one: %s', (_, text) => {
    const long = text.repeat(4);
    const read = extractStatements({ id: 'long', text: long, publishedOn: null });
    for (const { start, end } of read.statements) expect(start >= 0 && end <= long.length).toBe(true);
    reconcile([read]);
  });
});
