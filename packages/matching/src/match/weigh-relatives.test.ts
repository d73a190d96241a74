import { expect, test } from 'vitest';
import { makeMatchingSet } from '@imena/synth';
import { defaultSettings } from '../evidence/parameters.ts';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { matchLists } from './match-lists.ts';

const report = { id: 'SISTER', synthetic: true, surname: 'Ескізовець', given: 'Ніна', patronymic: 'Богданівна', sex: 'F', dob: '1980-05-06', last_seen: '2031-05-01', place: 'Уявне' };
const body = { synthetic: true, source: 'marker', sex_estimate: 'F', age_min: 40, age_max: 60, death_from: '2031-05-01', death_to: '2031-05-09', place: 'Уявне' };

/** The probability that a body with such a name is the woman reported, where so many of nobody’s bodies are relatives of the list. */
function probability(name: string, relativesFound: number): number {
  const { missing } = makeMatchingSet({ seed: 'relatives', reports: 100, remains: 1 });
  const rows = [...missing.map((row) => JSON.stringify(row)), JSON.stringify(report)];
  const found = parseRemains(JSON.stringify({ ...body, id: 'BODY', name_raw: name }), { file: 'remains', line: 1 });
  const matched = matchLists(rows.map((row, at) => parseMissing(row, { file: 'missing', line: at + 1 })), [found], { settings: { ...defaultSettings(), relativesFound }, learnFrom: 'documented' });
  return matched.remains[0]?.candidates.find((candidate) => candidate.report === 'SISTER')?.probability ?? 0;
}

test('a sister of the woman reported, with her surname, father, place and day, is no longer nearly surely the woman', () => {
  const [alone, beside] = [0, 0.15].map((share) => probability('Ескізовець Наталія Богданівна', share));
  const odds = (p = 0): number => p / (1 - p);
  expect(alone).toBeGreaterThan(0.8);
  expect(odds(beside)).toBeLessThan(odds(alone) / 4);
});

test('the woman’s own name stays hers', () => {
  expect(probability('Ескізовець Ніна Богданівна', 0.15)).toBeGreaterThan(0.97);
});

test('a body without a name is no relative of anybody', () => {
  expect(probability('', 0.15)).toBeCloseTo(probability('', 0), 2);
});
