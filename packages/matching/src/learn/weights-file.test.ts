import { expect, test } from 'vitest';
import { defaultSettings } from '../evidence/parameters.ts';
import { readPlaces, writePlaces } from './places-file.ts';
import { digestedWeights, readSettings, readWeightsFile, weightsSchema, writeSettings } from './weights-file.ts';

const named = { version: 'learned-0123456789ab', digest: '0'.repeat(64) };
const file = (settings: unknown, schema: string = weightsSchema): unknown => ({ schema, ...named, settings });
const written = writeSettings(defaultSettings());

test('what is written is read again to the last digit', () => {
  const settings = { ...defaultSettings(), placeSame: 0.88137012345678, numberByChance: 1.25e-7, deathDelayDays: 6.325078 };
  expect(readSettings(writeSettings(settings))).toEqual({ settings, completed: [] });
  expect(readWeightsFile(file(writeSettings(settings)))).toEqual({ ...named, settings, placesTaught: null });
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

const placesTaught = { imagined: 20, settlements: [{ reported: 'kazkov', own: 0.973, found: [['kazkov', 2.25], ['novi tsvintar', 11.5]] as const, scattered: 1.07 }] };

test('what was learned of places is written and read again with the settings, and its digest is another', () => {
  const places = writePlaces(placesTaught);
  expect(readPlaces(JSON.parse(JSON.stringify(places)))).toEqual(placesTaught);
  expect(readWeightsFile({ ...Object(file(written)) as object, places }).placesTaught).toEqual(placesTaught);
  // Weights without places keep the digest that they had before places were known.
  expect(digestedWeights(written, null)).toBe(written);
  expect(digestedWeights(written, places)).toEqual({ settings: written, places });
});

test.each([
  ['a list', []], ['a share above one', { imagined: '20', settlements: [{ settlement: 'a', own: '1.2', found: [], scattered: '0' }] }], ['people below nothing', { imagined: '20', settlements: [{ settlement: 'a', own: '1', found: [{ settlement: 'b', people: '-1' }], scattered: '0' }] }],
  ['a number that is no text', { imagined: 20, settlements: [] }], ['no settlements', { imagined: '20' }], ['a place without a name', { imagined: '20', settlements: [{ own: '1', found: [], scattered: '0' }] }],
])('places written as %s are refused', (_, places) => {
  expect(() => readWeightsFile({ ...Object(file(written)) as object, places })).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'matching.weights_unreadable', details: { field: 'places' } }) as unknown }) as Error);
});
