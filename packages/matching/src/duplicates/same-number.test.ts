import { expect, test } from 'vitest';
import { plainNumber } from '../evidence/numbers.ts';
import { openMatching } from '../match/open-matching.ts';
import { emptyReport, type MissingReport } from '../records/types.ts';
import { inventedLists } from '../testing/invented-lists.ts';
import { findDuplicates } from './find-duplicates.ts';

const passport = (id: string, number: string, more: Partial<MissingReport> = {}): MissingReport => ({ ...emptyReport(id), numbers: [{ kind: 'passport', number: plainNumber(number) }], ...more });
const { missing } = inventedLists(12, 60, 0);
const pairsOf = (reports: readonly MissingReport[]): string[] => findDuplicates(openMatching(reports, [])).filter(({ probability }) => probability >= 0.5).map(({ a, b }) => `${reports[a]?.id ?? ''} ${reports[b]?.id ?? ''}`);

test('two reports without names that give the number of one document are proposed as one person; other numbers are not', () => {
  const reports = [...missing, passport('N1', 'СИНТ004711'), passport('N2', 'CИНТ004711'), passport('N3', 'СИНТ004799')];
  expect(pairsOf(reports)).toContain('N1 N2');
  expect(pairsOf(reports).some((pair) => pair.includes('N3'))).toBe(false);
});

test('a number finds the pair also where one of the two reports has a name', () => {
  const named = passport('N1', 'СИНТ004711', { surname: 'Вигадько', given: 'Марія', name: 'Вигадько Марія', sex: 'F' });
  expect(pairsOf([...missing, named, passport('N2', 'СИНТ004711', { sex: 'F' })])).toContain('N1 N2');
  expect(pairsOf([...missing, passport('N0', 'СИНТ004711', { sex: 'F' }), named])).toContain('N0 N1');
});

test('a number that more than twenty reports give proposes nobody', () => {
  const many = Array.from({ length: 22 }, (_, at) => passport(`N${at}`, 'СИНТ000000'));
  expect(pairsOf([...missing, ...many])).toEqual([]);
});
