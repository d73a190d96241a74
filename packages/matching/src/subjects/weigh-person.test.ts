import { describe, expect, it } from 'vitest';
import type { Subject } from '@imena/record';
import { ReportFiles } from '../live/report-files.ts';
import type { EvidenceBasis } from '../match/evidence-basis.ts';
import { fold, uuid } from '../testing/invented-case.ts';
import { auditSubjects } from './audit-subjects.ts';
import { OpenRegister } from './open-register.ts';
import { openEvidenceBasis } from './weigh-evidence.ts';
import { sumOfPerson, weighPerson, type WeighedPerson } from './weigh-person.ts';

type Body = Readonly<Record<string, unknown>>;
const surnames = ['Вигадько', 'Примарна', 'Небувалий', 'Умовна', 'Казкарук'];
const reported = (n: number, more: Body): Subject => fold(uuid(100 + n), [{ type: 'person.reported', code: `MP-${n}`, informant: { relation: 'sister' }, ...more }]);
const named = (n: number) => ({ names: [{ kind: 'legal', script: 'Cyrl', surname: surnames[n % 5], given: 'Марія', patronymic: 'Олексіївна' }] });
const strangers = [1, 2, 3, 4].map((n) => reported(n, { ...named(n), sex: n % 2 === 0 ? 'female' : 'male', birthDate: `${1940 + 8 * n}`, hair: 'русяве', statureMm: { low: 1700 + 10 * n, high: 1700 + 10 * n }, clothing: 'чоботи', lastSeen: { when: '2022-03-08', place: { asSaid: 'Примарне' } } }));
const sister = reported(10, { ...named(0), sex: 'female', birthDate: '1952-03-04', hair: 'русяве', clothing: 'чорна куртка' });
const neighbour = reported(11, { names: [], sex: 'female', hair: 'чорне', statureMm: { low: 1580, high: 1580 }, lastSeen: { when: '2022-03-10', place: { asSaid: 'Вигадане' } } });
const cousin = reported(12, { ...named(0), birthDate: '1952' });
const remains = fold(uuid(50), [
  { type: 'remains.recovered', site: uuid(1), code: 'R-1', completeness: 'complete' },
  { type: 'remains.presumed', ground: 'papers', name: 'Вигадько Марія' },
  { type: 'examination.made', examiner: 'Synthetic', exposure: { knew: false }, sex: { value: 'female' }, ageYears: { low: 60, high: 80 }, statureMm: { low: 1540, high: 1620 } },
  { type: 'remains.described', hair: 'русяве', clothing: 'чорна куртка; чоботи', foundAt: { asSaid: 'Вигадане' }, deathDate: '2022-03' },
]);
const found = { remains, grave: null, amelogenin: null };
const persons = [...strangers, sister, neighbour, cousin];
const basis: EvidenceBasis = openEvidenceBasis(persons, [remains]);
const files = (settled: boolean) => new ReportFiles([{ a: sister.id, b: neighbour.id, probability: settled ? 1 : 0.8 }]);
const weigh = (person: Subject, given: ReportFiles): WeighedPerson => {
  const file = given.of(person.id);
  return weighPerson(basis, { ...found, person }, file === null ? null : { file, persons: file.ids.flatMap((id) => persons.find((one) => one.id === id) ?? []) });
};
const rowOf = ({ rows }: WeighedPerson, kind: string) => rows.find((row) => row.kind === kind);

describe('a person with several reports beside remains', () => {
  it('weighs each kind once, by what all reports say, and says which report said what and what differs', () => {
    const both = weigh(sister, files(true));
    const alone = weigh(sister, new ReportFiles([]));
    // Told alike by both: counted once.
    expect(rowOf(both, 'sex')?.log10Lr).toBeCloseTo(rowOf(alone, 'sex')?.log10Lr ?? NaN, 6);
    // Told by the neighbour alone.
    expect(rowOf(alone, 'place')?.state).toBe('not_recorded');
    expect(rowOf(both, 'place')).toMatchObject({ state: 'weighed', reported: 'Вигадане' });
    expect(rowOf(both, 'place')?.explained.why[0]).toEqual({ en: 'Told in 1 of 2 reports of this person.', uk: 'Про це сказано в 1 з 2 повідомлень про цю особу.' });
    // Told by one of them, and nothing was found to compare it with.
    expect(rowOf(weigh(neighbour, files(true)), 'birth')).toMatchObject({ state: 'not_recorded', reported: '1952-03-04', log10Lr: 0 });
    // They differ about the hair: the mean of both ratios, so less than the sister's alone.
    const hair = rowOf(both, 'hair');
    expect(hair?.explained.why[0]?.en).toContain('They differ');
    const [one, other] = hair?.told.map(({ log10Lr }) => log10Lr) ?? [];
    expect(hair?.log10Lr).toBeCloseTo(Math.log10((10 ** (one ?? NaN) + 10 ** (other ?? NaN)) / 2), 5);
    expect(hair?.told.map(({ person, words }) => [person, words?.en])).toEqual([[sister.id, 'fair'], [neighbour.id, 'black']]);
    expect(rowOf(both, 'reports')?.explained.why).toEqual([{ en: '2 reports are read as one file: people settled that they are of one person.', uk: 'Повідомлень прочитано разом: 2. Люди вирішили, що вони про одну особу.' }]);
  });

  it('adds its rows up to one number, the same from either report, in the lists that stay open and for a joint solution', () => {
    for (const settled of [true, false]) {
      const given = files(settled);
      const [one, other] = [weigh(sister, given), weigh(neighbour, given)];
      for (const weighed of [one, other]) expect(weighed.rows.reduce((sum, { log10Lr }) => sum + log10Lr, 0)).toBeCloseTo(weighed.log10Sum, 9);
      if (settled) expect(one.log10Sum).toBeCloseTo(other.log10Sum, 9);
      const register = new OpenRegister({ persons, remains: [remains], graves: [] });
      const [nearest] = register.findPersons(found, 3, given);
      expect([nearest?.person, nearest?.others]).toEqual([sister.id, [neighbour.id]]);
      expect(nearest?.log10Lr).toBeCloseTo(one.log10Sum, 6);
      expect(register.findRemains(sister, 1, given)[0]?.log10Lr).toBeCloseTo(one.log10Sum, 6);
      expect(register.findRemains(neighbour, 1, given)[0]?.log10Lr).toBeCloseTo(other.log10Sum, 6);
    }
  });

  it('weighs a person of one report as the lists that stay open do, where fields are empty on a side too', () => {
    const register = new OpenRegister({ persons, remains: [remains], graves: [] });
    const nearest = new Map(register.findPersons(found, 50).map(({ person, log10Lr }) => [person, log10Lr]));
    for (const person of persons) expect(nearest.get(person.id)).toBeCloseTo(weigh(person, new ReportFiles([])).log10Sum, 6);
  });

  it('counts the file as far as its reports are of one person, and the report alone for the rest', () => {
    const [settled, proposed, alone] = [weigh(sister, files(true)), weigh(sister, files(false)), weigh(sister, new ReportFiles([]))];
    expect(proposed.log10Sum).toBeCloseTo(Math.log10(0.8 * 10 ** settled.log10Sum + 0.2 * 10 ** alone.log10Sum), 5);
    expect(rowOf(proposed, 'reports')?.explained.why[0]?.en).toContain('80 %');
    expect(proposed.levels).toEqual([{ reports: [sister.id, neighbour.id], together: 0.8 }]);
  });

  it('leaves kinds out at every level, and is parted where two of its reports stand as persons of their own: nothing counts twice', () => {
    const given = files(false);
    const [one, other] = [weigh(sister, given), weigh(neighbour, given)];
    const without = new Set(['name', 'birth', 'place', 'seen', 'height'] as const);
    const hand = (weighed: WeighedPerson, level: number): number => weighed.rows.reduce((sum, row) => (row.kind === 'reports' || without.has(row.kind as 'name') ? sum : sum + (row.byLevel[level] ?? 0)), 0);
    expect(10 ** sumOfPerson(one, without)).toBeCloseTo(0.8 * 10 ** hand(one, 0) + 0.2 * 10 ** hand(one, 1), 6);
    const [settled, apart] = [weigh(sister, files(true)).log10Sum, [sister, neighbour].map((person) => weigh(person, new ReportFiles([])).log10Sum)];
    const parted = [one, other].map((weighed) => 10 ** sumOfPerson(weighed, new Set(), [2])).reduce((sum, ratio) => sum + ratio, 0);
    expect(Math.log10(parted)).toBeCloseTo(Math.log10(0.8 * 10 ** settled + 0.2 * apart.reduce((sum, weight) => sum + 10 ** weight, 0)), 5); // tables are single precision
  });

  it('reads three reports, two of them settled, level by level', () => {
    const three = new ReportFiles([{ a: sister.id, b: cousin.id, probability: 1 }, { a: sister.id, b: neighbour.id, probability: 0.7 }, { a: cousin.id, b: neighbour.id, probability: 0.7 }]);
    const weighed = weigh(cousin, three);
    expect(weighed.levels.map(({ reports, together }) => [reports.length, together])).toEqual([[3, 0.7], [2, 1]]);
    expect(rowOf(weighed, 'birth')?.told.map(({ state }) => state)).toEqual(['not_recorded', 'not_recorded', 'not_recorded']);
    expect(weighed.rows.reduce((sum, { log10Lr }) => sum + log10Lr, 0)).toBeCloseTo(weighed.log10Sum, 9);
  });
});

describe('an identity with one of several reports on a person, in the audit', () => {
  const bodies = [
    { type: 'remains.recovered', site: uuid(1), code: 'R-1', completeness: 'complete' },
    { type: 'remains.presumed', ground: 'papers', name: 'Вигадько Марія' },
    ...[sister, neighbour].map(({ id }) => ({ type: 'remains.presumed', ground: 'recognition', person: id })),
    { type: 'examination.made', examiner: 'Synthetic', exposure: { knew: false }, sex: { value: 'female' }, ageYears: { low: 60, high: 80 }, statureMm: { low: 1540, high: 1620 } },
    { type: 'remains.described', hair: 'русяве', clothing: 'чорна куртка; чоботи', foundAt: { asSaid: 'Вигадане' }, deathDate: '2022-03' },
  ];
  const taken = fold(uuid(50), bodies);
  const audit = (given: ReportFiles) => auditSubjects({ persons, remains: [taken], graves: [], identifications: [] }, new Map(), { ties: given.ties }).identities;

  it('weighs what the page of the pair weighs, and its kinds add up to that', () => {
    for (const settled of [true, false]) {
      const audited = audit(files(settled));
      for (const person of [sister, neighbour]) {
        const one = audited.find(({ identity }) => identity.report === person.id);
        expect(one?.log10Lr).toBeCloseTo(weigh(person, files(settled)).log10Sum, 9);
        expect(one?.evidence.reduce((sum, { log10Lr }) => sum + log10Lr, 0)).toBeCloseTo(one?.log10Lr ?? NaN, 9);
        expect(one?.evidence.find(({ kind }) => kind === 'hair')?.reported?.en.split(' / ').sort()).toEqual(['black', 'fair']);
        expect(one?.evidence.find(({ kind }) => kind === 'reports')?.reported?.en).toContain('2 reports are read as one file');
      }
    }
    const alone = audit(new ReportFiles([])).find(({ identity }) => identity.report === sister.id);
    expect(alone?.log10Lr).toBeCloseTo(weigh(sister, new ReportFiles([])).log10Sum, 9);
  });

  it('does not name the other report of the person as somebody who fits better, and not as a contradiction once people settled that both are one', () => {
    const better = audit(new ReportFiles([])).flatMap(({ reportsThatFitBetter }) => reportsThatFitBetter.map(({ id }) => id));
    expect(better).toContain(sister.id);
    expect(audit(files(false)).map(({ collidesWith }) => collidesWith.length)).toEqual([1, 1]);
    for (const { reportsThatFitBetter, collidesWith } of audit(files(true))) {
      expect(reportsThatFitBetter.some(({ id }) => id === sister.id || id === neighbour.id)).toBe(false);
      expect(collidesWith).toEqual([]);
    }
  });
});
