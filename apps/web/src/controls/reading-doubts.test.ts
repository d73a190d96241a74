import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeText, charactersOf, readingBody, readingOf, setDoubt } from './reading-doubts.ts';

const reading = { text: 'КОВАЛЬ', doubts: [{ at: 1, alternatives: ['А'] }, { at: 4, alternatives: ['П', 'Л'] }] };

describe('doubtful characters of a marker', () => {
  it('stay at their characters when text is put in before, between or after them', () => {
    expect(changeText(reading, '1 КОВАЛЬ').doubts.map((doubt) => doubt.at)).toEqual([3, 6]);
    expect(changeText(reading, 'КОВВАЛЬ').doubts.map((doubt) => doubt.at)).toEqual([1, 5]);
    expect(changeText(reading, 'КОВАЛЬЧУК').doubts.map((doubt) => doubt.at)).toEqual([1, 4]);
  });
  it('go when their character is replaced', () => {
    expect(changeText(reading, 'КАВАЛЬ').doubts.map((doubt) => doubt.at)).toEqual([4]);
  });
  it('never point outside the text, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
      const doubts = charactersOf({ text: before, doubts: [] }).map(({ at }) => ({ at, alternatives: [] }));
      const changed = changeText({ text: before, doubts }, after);
      expect(changed.doubts.every((doubt) => doubt.at >= 0 && doubt.at < after.length)).toBe(true);
    }));
  });
  it('survive the way into a statement and back', () => {
    expect(readingOf(readingBody(reading))).toEqual(reading);
    expect(readingBody(setDoubt(setDoubt(reading, 1, null), 4, null))).toEqual({ text: 'КОВАЛЬ' });
    expect(readingBody({ text: '', doubts: [] })).toBeUndefined();
  });
});
