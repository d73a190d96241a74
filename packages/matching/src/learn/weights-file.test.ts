import { expect, test } from 'vitest';
import { defaultSettings } from '../evidence/parameters.ts';
import { readSettings, readWeightsFile, weightsSchema, writeSettings } from './weights-file.ts';

const named = { version: 'learned-0123456789ab', digest: '0'.repeat(64) };
const file = (settings: unknown, schema: string = weightsSchema): unknown => ({ schema, ...named, settings });
const written = writeSettings(defaultSettings());

test('what is written is read again to the last digit', () => {
  const settings = { ...defaultSettings(), placeSame: 0.88137012345678, numberByChance: 1.25e-7, deathDelayDays: 6.325078 };
  expect(readSettings(writeSettings(settings))).toEqual({ settings, completed: [] });
  expect(readWeightsFile(file(writeSettings(settings)))).toEqual({ ...named, settings });
});

test.each([
  ['nothing in it', null, 'schema'], ['another file', file(written, 'imena-run-input/1'), 'schema'], ['a share of one', file({ ...written, placeSame: '1' }), 'placeSame'],
  ['a share of nothing', file({ ...written, placeSame: '0' }), 'placeSame'], ['a number that is no text', file({ ...written, placeSame: 0.6 }), 'placeSame'], ['an empty number', file({ ...written, placeSame: ' ' }), 'placeSame'],
  ['a negative delay', file({ ...written, deathDelayDays: '-1' }), 'deathDelayDays'], ['a word', file({ ...written, deathDelayDays: 'long' }), 'deathDelayDays'], ['an unknown parameter', file({ ...written, luck: '0.5' }), 'luck'],
  ['a parameter that is not there', file(Object.fromEntries(Object.entries(written).filter(([name]) => name !== 'placeSame'))), 'placeSame'],
])('a file of weights with %s is refused with the field', (_, value, field) => {
  expect(() => readWeightsFile(value)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'matching.weights_unreadable', details: { field } }) as unknown }) as Error);
});

test('settings of an earlier version take the documented value for what was not known then, and it is named', () => {
  const { placeSame, ...rest } = written;
  expect(placeSame).toBe('0.6');
  expect(readSettings({ ...rest, marksFound: '0.7' })).toMatchObject({ settings: { placeSame: 0.6, marksFound: 0.7 }, completed: ['placeSame'] });
});
