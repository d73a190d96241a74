import { expect, test } from 'vitest';
import { fold } from '../testing/invented-case.ts';
import { auditSubjects, standingIdentities } from './audit-subjects.ts';

// Invented people; nobody of them exists.
const idAt = (n: number): string => `${String(n).padStart(8, '0')}-0000-7000-8000-000000000000`;
const person = (n: number, surname: string, sex: 'male' | 'female') => fold(idAt(n), [{ type: 'person.reported', code: `МП-${n}`, informant: { relation: 'sister' }, sex, names: [{ kind: 'legal', script: 'Cyrl', surname, given: sex === 'male' ? 'Іван' : 'Олена' }] }]);
const remains = (n: number, sex: 'male' | 'female', presumed: number) => fold(idAt(n), [
  { type: 'remains.recovered', site: idAt(1), code: `B-${n}`, completeness: 'complete' },
  { type: 'examination.made', examiner: 'Експерт (синтетичний)', sex: { value: sex }, exposure: { knew: false } },
  { type: 'remains.presumed', ground: 'marker', name: 'Вигадько Іван', person: idAt(presumed) },
]);
const persons = [person(11, 'Вигадько', 'male'), person(12, 'Умовна', 'female'), person(13, 'Зразківський', 'male'), person(14, 'Казкар', 'female')];
const found = [remains(21, 'female', 11), remains(22, 'male', 13)];
const identification = fold(idAt(31), [{ type: 'identification.proposed', basis: 'decided', code: 'ID-1', remains: [idAt(22)], person: idAt(13), ground: 'dna', contradictions: [], argument: 'синтетично' }]);

test('a presumption that names a person is an identity; a proposal is none', () => {
  expect(standingIdentities({ remains: found, identifications: [identification] }).map(({ id, standing, grounds }) => [id, standing, grounds])).toEqual([
    [`${idAt(21)} ${idAt(11)}`, 'presumed', ['marker']], [`${idAt(22)} ${idAt(13)}`, 'presumed', ['marker']],
  ]);
});

test('a man’s name on the marker of a woman stands before one that nothing speaks against; DNA against it weighs most', () => {
  const subjects = { persons, remains: found, graves: [], identifications: [] };
  const [first, second] = auditSubjects(subjects, new Map()).identities;
  expect(first?.identity.report).toBe(idAt(11));
  expect(first?.evidence[0]).toMatchObject({ kind: 'sex', verdict: 'against', counts: true });
  expect(first?.evidence.find(({ kind }) => kind === 'name')?.counts).toBe(false);
  expect(second?.wrong).toBeLessThan(first?.wrong ?? 0);
  const [byDna] = auditSubjects(subjects, new Map([[`${idAt(22)} ${idAt(13)}`, -9]])).identities;
  expect(byDna?.identity.report).toBe(idAt(13));
  expect(byDna?.wrong).toBeGreaterThan(0.999);
});
