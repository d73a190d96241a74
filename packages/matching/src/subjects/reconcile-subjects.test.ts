import { expect, test } from 'vitest';
import type { Subject } from '@imena/record';
import { fold, uuid } from '../testing/invented-case.ts';
import { reconcileSubjects, type SiteSubjects } from './reconcile-subjects.ts';

// Invented people; nobody of them exists.
const names = ['Вигадько Іван', 'Прикладенко Марія', 'Зразківський Петро', 'Умовна Олена'];
const siteId = uuid(1);
// Entries of a folded subject take its id but for the last six digits.
const idAt = (n: number): string => `${String(n).padStart(8, '0')}-0000-7000-8000-000000000000`;
const [graveId, burialId, bagId] = [100, 200, 300].map((from) => (n: number): string => idAt(from + n)) as [typeof idAt, typeof idAt, typeof idAt];
const site = (...more: Readonly<Record<string, unknown>>[]): Subject => fold(siteId, [{ type: 'site.registered', code: 'ТСТ', name: { uk: 'вигадане' } }, ...more]);
const grave = (n: number, name = names[n - 1], ...more: Readonly<Record<string, unknown>>[]): Subject => fold(graveId(n), [
  { type: 'grave.marked', site: siteId, number: `G-${n}` }, { type: 'grave.marker_transcribed', markerType: 'wooden_cross', markerName: { text: name }, markerNumber: { text: `${n}` } },
  { type: 'grave.emptied', stage: 'emptied' }, ...more,
]);
const burial = (n: number, ...more: Readonly<Record<string, unknown>>[]): Subject => fold(burialId(n), [{ type: 'burial.listed', site: siteId, number: `${n}`, name: names[n - 1] }, ...more]);
const bag = (n: number, inGrave: number, ...more: Readonly<Record<string, unknown>>[]): Subject => fold(bagId(n), [{ type: 'remains.recovered', site: siteId, grave: graveId(inGrave), code: `B-${n}`, completeness: 'complete' }, ...more]);

const agreeing = (): { -readonly [K in keyof SiteSubjects]: SiteSubjects[K] } => ({
  site: site(), burials: [1, 2, 3, 4].map((n) => burial(n)), graves: [1, 2, 3, 4].map((n) => grave(n)), remains: [1, 2, 3, 4].map((n) => bag(n, n)),
});
const explained = (mismatch: string) => ({ type: 'site.mismatch_explained', mismatch, mismatchWords: 'Знайдено 2', explanation: 'Синтетично: двоє в одній могилі' });

test('a site whose lists agree has no mismatch, and the register’s own numbers of graves are not taken for numbers of the journal', () => {
  expect(reconcileSubjects(agreeing()).mismatches).toEqual([]);
});

test('two bags of one grave are two individuals until somebody re-associates them', () => {
  const lists = agreeing();
  lists.remains = [...lists.remains, bag(5, 4)];
  expect(reconcileSubjects(lists).mismatches.map(({ kind }) => kind)).toEqual(['more_found_than_listed']);
  lists.remains = [...lists.remains.slice(0, 4), bag(5, 4, { type: 'remains.reassociated', with: bagId(4), ground: 'refit', explanation: 'Синтетично' })];
  const joined = reconcileSubjects(lists);
  expect(joined.mismatches).toEqual([]);
  expect(joined.individuals.at(-1)).toEqual({ id: bagId(4), remains: [bagId(4), bagId(5)] });
});

test('an explained mismatch stays explained when other evidence comes, and a third body is another mismatch', () => {
  const lists = agreeing();
  lists.remains = [...lists.remains, bag(5, 4)];
  const [found] = reconcileSubjects(lists).mismatches;
  lists.site = site(explained(found?.key ?? ''));
  lists.burials = [...lists.burials, fold(burialId(9), [{ type: 'burial.listed', site: siteId, number: '5', name: 'невідома жінка' }])];
  const later = reconcileSubjects(lists);
  expect(later.mismatches.map(({ kind, explained: why }) => [kind, why?.reason ?? null])).toEqual([['more_found_than_listed', 'Синтетично: двоє в одній могилі'], ['journal_without_grave', null]]);
  lists.remains = [...lists.remains, bag(6, 4)];
  const more = reconcileSubjects(lists);
  expect(more.mismatches.find(({ kind }) => kind === 'more_found_than_listed')?.explained).toBeNull();
  expect(more.stale).toHaveLength(1);
});

test('a person’s placement stands over the proposal; two opposite ones are shown and neither is followed', () => {
  const lists = agreeing();
  const here = { type: 'burial.placed', grave: graveId(2), verdict: 'lies_here', explanation: 'Синтетично: так у довідці' };
  lists.burials = [burial(1, here), ...lists.burials.slice(1)];
  expect(reconcileSubjects(lists).lines.find(({ grave: id }) => id === graveId(2))?.links.find(({ journal }) => journal === burialId(1))?.standing).toBe('decided');
  lists.burials = [burial(1, here, { ...here, verdict: 'lies_elsewhere' }), ...lists.burials.slice(1)];
  const both = reconcileSubjects(lists);
  expect(both.decisions.map(({ followed }) => followed)).toEqual([false, false]);
  expect(both.lines.find(({ grave: id }) => id === graveId(1))?.links.map(({ journal, standing }) => [journal, standing])).toEqual([[burialId(1), 'proposed']]);
});

test('two readings of one marker that name two people are a mismatch, and the line a name fits is named as it is written', () => {
  const lists = agreeing();
  lists.graves = [grave(1, 'Зразківський Петро'), ...lists.graves.slice(1)];
  const [mismatch] = reconcileSubjects(lists).mismatches;
  expect(mismatch).toMatchObject({ kind: 'marker_names_another', details: { marker: 'Зразківський Петро', fits: '3 Зразківський Петро' } });
});
