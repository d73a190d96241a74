import { describe, expect, it } from 'vitest';
import type { Mismatch, ReconciledLine, Reconciliation } from './reconciliation-api.ts';
import { countKinds, lookupOf, openByGrave, selectLines } from './select-lines.ts';

const line = (grave: string | null, mismatches: readonly string[], more: Partial<ReconciledLine> = {}): ReconciledLine =>
  ({ grave, journal: [], markers: [], individuals: [], listed: null, found: null, links: [], alternatives: [], mismatches: [...mismatches], ...more });
const mismatch = (key: string, kind: Mismatch['kind'], explained = false): Mismatch => ({
  key, kind, words: { en: key, uk: key }, explained: explained ? { entry: 'e', by: 'a', at: '2022-10-01T10:00:00Z', on: 's', reason: 'синтетично' } : null,
});
const data: Reconciliation = {
  lines: [line('g1', ['sex']), line('g2', ['more']), line('g3', []), line(null, ['alone'], { journal: ['j9'] })],
  journal: [{ id: 'j9', number: '400', name: 'невідома жінка', sex: null, birth: null, death: null, people: null, disputed: false }],
  markers: [], individuals: [], decisions: [], synthetic: true,
  mismatches: [mismatch('sex', 'sex_differs'), mismatch('more', 'more_found_than_listed', true), mismatch('alone', 'journal_without_grave'), mismatch('gap', 'number_missing')],
  names: [{ id: 'g1', kind: 'grave', code: 'G-001', title: '' }],
};
const lookup = lookupOf(data);
const graves = (filter: Partial<Parameters<typeof selectLines>[1]>): (string | null)[] => selectLines(data.lines, { shows: 'open', kind: null, text: '', ...filter }, lookup).map(({ grave }) => grave);

describe('lines of a reconciled site', () => {
  it('show what waits for a person first; an explained mismatch is one choice away and never gone', () => {
    expect(graves({})).toEqual(['g1', null]);
    expect(graves({ shows: 'explained' })).toEqual(['g2']);
    expect(graves({ shows: 'all' })).toEqual(['g1', 'g2', 'g3', null]);
    expect(graves({ shows: 'all', kind: 'sex_differs' })).toEqual(['g1']);
  });

  it('are found by the number of the grave and by what the journal says', () => {
    expect(graves({ text: 'g-001' })).toEqual(['g1']);
    expect(graves({ text: 'Невідома' })).toEqual([null]);
    expect(graves({ text: '400' })).toEqual([null]);
  });

  it('mark on the plan only graves whose mismatch nobody explained', () => {
    expect([...openByGrave(data.lines, lookup).keys()]).toEqual(['g1']);
  });

  it('begin with who lies where; a line that only has none in the journal comes last', () => {
    const mismatches = [mismatch('none', 'grave_without_journal'), mismatch('sex', 'sex_differs'), mismatch('two', 'more_found_than_listed')];
    const lines = [line('g1', ['none']), line('g2', ['none', 'sex']), line('g3', ['two']), line('g4', ['none'])];
    expect(selectLines(lines, { shows: 'open', kind: null, text: '' }, lookupOf({ ...data, lines, mismatches })).map(({ grave }) => grave)).toEqual(['g3', 'g2', 'g1', 'g4']);
  });

  it('are counted by kind, the gravest first; a mismatch of the series stands in no line', () => {
    expect(countKinds(data.lines, 'open', lookup)).toEqual([{ kind: 'sex_differs', count: 1 }, { kind: 'journal_without_grave', count: 1 }]);
    expect(countKinds(data.lines, 'explained', lookup)).toEqual([{ kind: 'more_found_than_listed', count: 1 }]);
  });
});
