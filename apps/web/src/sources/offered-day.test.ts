import { describe, expect, it } from 'vitest';
import { answerDocument } from './document-protocol.ts';
import { offeredDay } from './offered-day.ts';

describe('a day of publication that a text states in its head', () => {
  it('is offered with the words in which it stands', () => {
    expect(offeredDay('Date: 2022-09-18\n\nThe mayor of an invented town said that 12 graves had been found.')).toEqual({ day: '2022-09-18', words: 'Date: 2022-09-18' });
  });
  it('is none where the text only tells of days', () => {
    expect(offeredDay('On 16 September 2022 the invented mayor said that 12 graves had been found.')).toBeNull();
  });
  it('is never taken for the day of the document itself', async () => {
    const read = await answerDocument({ kind: 'typed', text: 'Date: 2022-09-18\n\nInvented.', fileName: '' });
    expect(read).toMatchObject({ publishedOn: null, offeredDay: { day: '2022-09-18' } });
  });
});
