import { makeMatchingSet } from '@imena/synth';
import { expect, test } from 'vitest';
import { parseMissing } from '../records/parse-record.ts';
import { emptyRemains, type MissingReport } from '../records/types.ts';
import { candidatesOf } from './candidates-of.ts';
import { joinEvidence } from './join-evidence.ts';
import { openMatching } from './open-matching.ts';
import { weighPairs } from './weigh-pairs.ts';

// Long lists are not looked through whole: who is found, is found by an index.
const reports = makeMatchingSet({ seed: 12, reports: 20_000, remains: 10 }).missing.map((row, i): MissingReport => {
  const report = parseMissing(JSON.stringify(row), { file: 'missing', line: i + 1 });
  // Every twentieth woman has a maiden name: the surname of somebody else on the list.
  return report.sex === 'F' && i % 20 === 0 && row.given !== null ? { ...report, otherNames: [`Вигад${row.surname?.toLowerCase() ?? ''} ${row.given}`] } : report;
});
const place = 13_000;
const target: MissingReport = { ...(reports[place] ?? fail()), id: 'target', surname: 'Приміренко', given: 'Мокрина', patronymic: null, name: 'Приміренко Мокрина', otherNames: ['Зразкохвощ Мокрина Пилипівна'], sex: 'F' };
const list = reports.with(place, target);
const found = { ...emptyRemains('R'), name: 'ЗРАЗКОХВОЩ М. П.', sex: 'F' as const, place: target.place };
const matching = openMatching(list, [found]);

function fail(): never {
  throw new Error('the list is too short');
}

test('a marker with the maiden name finds its report among 20,000, by the search of one individual and by that of lists', () => {
  const [best] = candidatesOf(matching, found, 5);
  expect(best?.report).toBe('target');
  const part = { from: 0, to: 1 };
  const pairs = joinEvidence(matching, weighPairs(matching, part), { part, outside: [] });
  const highest = [...pairs.weight.keys()].sort((a, b) => (pairs.weight[b] ?? 0) - (pairs.weight[a] ?? 0))[0] ?? -1;
  expect(list[pairs.report[highest] ?? -1]?.id).toBe('target');
  expect(pairs.weight[highest]).toBeCloseTo(best?.log10Lr ?? 0, 5);
});

test('a misread maiden name finds it too, and a name that nobody bears brings nobody by it', () => {
  expect(candidatesOf(matching, { ...found, name: 'Зразкохвош' }, 5)[0]?.report).toBe('target');
  expect(candidatesOf(matching, { ...found, name: 'Ґвинтокрилюк Килина' }, 5).map(({ report }) => report)).not.toContain('target');
});
