import { describe, expect, it } from 'vitest';
import type { Subject } from '@imena/record';
import { placeKey } from '@imena/names';
import type { EvidenceBasis } from '../match/evidence-basis.ts';
import { matchLists } from '../match/match-lists.ts';
import { fold, uuid } from '../testing/invented-case.ts';
import { foundOfRemains, reportOfPerson } from './from-subjects.ts';
import { openEvidenceBasis, weighEvidence, type WeighedKind, type WeighedRow } from './weigh-evidence.ts';

type Body = Readonly<Record<string, unknown>>;

const names = ['Коваленко Олена Іванівна', 'Петренко Іван Олексійович', 'Мельник Ганна Петрівна', 'Шевчук Петро Іванович', 'Бондар Ніна Юріївна'];
const personOf = (n: number, more: Body = {}, ...later: readonly Body[]): Subject => {
  const [surname, given, patronymic] = (names[n % names.length] ?? '').split(' ');
  return fold(uuid(100 + n), [{
    type: 'person.reported', code: `MP-${n}`, informant: { relation: 'mother' }, names: [{ kind: 'legal', script: 'Cyrl', surname, given, patronymic }],
    sex: n % 2 === 0 ? 'female' : 'male', birthDate: `${1940 + 9 * n}-05-1${n % 9}`, statureMm: { low: 1600 + 20 * n, high: 1660 + 20 * n }, ...more,
  }, ...later]);
};
const remainsOf = (examined: Body = {}, ...more: readonly Body[]): Subject => fold(uuid(50), [
  { type: 'remains.recovered', site: uuid(1), code: 'R-1', completeness: 'complete' },
  { type: 'examination.made', examiner: 'Synthetic', exposure: { knew: false }, ...examined }, ...more,
]);
const graveOf = (text: string, dates?: string): Subject => fold(uuid(60), [
  { type: 'grave.marked', site: uuid(1), number: '1' },
  { type: 'grave.marker_transcribed', markerType: 'wooden_cross', markerName: { text }, ...(dates === undefined ? {} : { markerDates: { text: dates } }) },
]);

const persons = [0, 1, 2, 3, 4].map((n) => personOf(n));
const basis = openEvidenceBasis(persons, [remainsOf()]);
const found = { sex: { value: 'male' }, ageYears: { low: 55, high: 75 }, statureMm: { low: 1600, high: 1680 } };
const of = (rows: readonly WeighedRow[], kind: WeighedKind): WeighedRow | undefined => rows.find((row) => row.kind === kind);
const weigh = (person: Subject, remains: Subject, grave: Subject | null = null, amelogenin: string | null = null): WeighedRow[] => weighEvidence(basis, { person, remains, grave, amelogenin });

describe('the evidence besides DNA of one pair in the register', () => {
  it('weighs as much, row by row, as the same pair does in “imena match”', () => {
    const remains = remainsOf(found);
    const grave = graveOf('Петренко Іван', '1949 – 2022');
    const list = persons.map(reportOfPerson);
    const read = { ...foundOfRemains({ remains, grave, amelogenin: null }), name: 'Петренко Іван' };
    const { remains: [matched] } = matchLists(list, [read], { learnFrom: 'documented' });
    const alone = openEvidenceBasis(persons, [remains]);
    for (const person of persons) {
      const sum = weighEvidence(alone, { person, remains, grave, amelogenin: null }).reduce((total, row) => total + row.log10Lr, 0);
      const line = matched?.candidates.find((one) => one.report === person.id);
      if (line !== undefined) expect(sum).toBeCloseTo(line.log10Lr, 5); // tables there are single precision
    }
    expect(matched?.candidates[0]?.report).toBe(persons[1]?.id);
  });

  it('speaks for the person whose sex, age, stature and marker name agree, and against one of the other sex', () => {
    const grave = graveOf('Петренко Иван', '1949 – 2022');
    const right = weigh(persons[1] ?? personOf(1), remainsOf(found), grave);
    const wrong = weigh(persons[2] ?? personOf(2), remainsOf(found), grave);
    for (const kind of ['name', 'sex', 'birth', 'height'] as const) expect([kind, (of(right, kind)?.log10Lr ?? 0) > 0]).toEqual([kind, true]);
    expect(of(wrong, 'sex')?.log10Lr).toBeLessThan(-0.5);
    expect(of(wrong, 'name')?.log10Lr).toBeLessThan(0);
    expect(of(right, 'name')?.nameReasons.map((reason) => reason.role)).toContain('surname');
  });

  it('what is missing on one side, or disputed, weighs nothing and says so', () => {
    const rows = weigh(persons[0] ?? personOf(0), remainsOf());
    expect(rows.filter((row) => row.state !== 'not_recorded')).toEqual([]);
    expect(rows.every((row) => row.log10Lr === 0)).toBe(true);
    const disputed = personOf(1, {}, { type: 'person.described', statureMm: { low: 1900, high: 1950 } });
    expect(of(weigh(disputed, remainsOf(found)), 'height')).toMatchObject({ state: 'people_disagree', log10Lr: 0 });
  });

  it('a sex by DNA counts where no examiner gave one, never twice, and not where the two differ', () => {
    const person = persons[1] ?? personOf(1);
    const examined = of(weigh(person, remainsOf(found)), 'sex')?.log10Lr;
    expect(of(weigh(person, remainsOf(found), null, 'XY'), 'sex')?.log10Lr).toBe(examined);
    expect(of(weigh(person, remainsOf(), null, 'XY'), 'sex')?.log10Lr).toBe(examined);
    expect(of(weigh(person, remainsOf(), null, 'X'), 'sex')).toMatchObject({ state: 'not_recorded', log10Lr: 0 });
    expect(of(weigh(person, remainsOf(found), null, 'XX'), 'sex')).toMatchObject({ state: 'people_disagree', log10Lr: 0 });
  });

  it('a second name read for the same body takes from what the first said: one of the two is wrong', () => {
    const person = persons[1] ?? personOf(1);
    const grave = graveOf('Іван');
    const one = of(weigh(person, remainsOf(), grave), 'name')?.log10Lr ?? 0;
    const two = of(weigh(person, remainsOf({}, { type: 'remains.presumed', ground: 'papers', name: 'Шульга Денис' }), grave), 'name')?.log10Lr ?? 0;
    // Less than half where the bound of all that is read is near.
    expect(one - two).toBeGreaterThan(0.05);
    expect(one - two).toBeLessThan(Math.log10(2) + 0.01);
    const same = of(weigh(person, remainsOf({}, { type: 'remains.presumed', ground: 'marker', name: 'Іван' }), grave), 'name')?.log10Lr;
    expect(same).toBe(one);
  });
});

describe('what was found on the remains beside what was told', () => {
  const described = (body: Body): Body => ({ type: 'remains.described', ...body });
  const person = personOf(1, {
    hair: 'русяве', eyes: 'карі', marks: 'рубець після апендициту', clothing: 'синя куртка; чоботи', belongings: 'обручка', lastSeen: { when: '2022-03-10/2022-03-20', place: { asSaid: 'Вигадане, біля ринку' } },
    military: 'civilian', numbers: [{ thing: 'implant', number: 'АС 20-4417' }], toothChart: { 14: [{ finding: 'crown_metal' }], 36: [{ finding: 'missing_antemortem' }] },
  });
  const agreeing = remainsOf(found, described({
    hair: 'русяве', eyes: { absent: 'not_assessable' }, marks: 'рубец после аппендицита', clothing: 'чоботи', belongings: { absent: 'absent' }, foundAt: { asSaid: 'с. Вигадане' }, deathDate: '2022-03/2022-04',
    military: 'civilian', numbers: [{ thing: 'implant', number: 'AC204417' }], toothChart: { 14: [{ finding: 'crown_metal' }], 36: [{ finding: 'missing_antemortem' }] },
  }));
  const own = openEvidenceBasis([...persons.slice(2), person], [agreeing]);

  it('is weighed kind by kind, with words of both sides and reasons in both languages', () => {
    const rows = weighEvidence(own, { person, remains: agreeing, grave: null, amelogenin: null });
    for (const kind of ['hair', 'marks', 'teeth', 'numbers'] as const) expect([kind, (of(rows, kind)?.log10Lr ?? 0) > 0]).toEqual([kind, true]);
    for (const row of rows) if (row.kind !== 'name' && row.state === 'weighed') expect([row.kind, row.explained.sides !== null, row.explained.why.length > 0]).toEqual([row.kind, true, true]);
    expect(of(rows, 'seen')?.state).toBe('weighed');
    expect(of(rows, 'eyes')).toMatchObject({ state: 'not_recorded', log10Lr: 0 });
    expect(of(rows, 'belongings')?.log10Lr).toBeLessThan(0);
    expect(of(rows, 'numbers')?.explained.why[0]).toEqual({ en: 'implant: the same number.', uk: 'імплант: той самий номер.' });
  });

  it('where the lists teach that the dead of a settlement lie elsewhere, the place weighs by it, and the reason says so', () => {
    const elsewhere = remainsOf(found, described({ foundAt: { asSaid: 'Новий Вигаданий Цвинтар' } }));
    const lists = openEvidenceBasis([...persons.slice(2), person], [elsewhere, agreeing]);
    const placesTaught = { imagined: 5, settlements: [{ reported: placeKey('Вигадане'), own: 1, found: [[placeKey('Новий Вигаданий Цвинтар'), 20]] as const, scattered: 4 }] };
    const placeRow = (basis: EvidenceBasis) => of(weighEvidence(basis, { person, remains: elsewhere, grave: null, amelogenin: null }), 'place');
    expect(placeRow(lists)?.log10Lr).toBeLessThan(0);
    expect(placeRow({ ...lists, placesTaught })?.log10Lr).toBeGreaterThan(0);
    expect(placeRow({ ...lists, placesTaught })?.explained.why[1]).toEqual({ en: 'The lists teach: of about 24 people last seen there and found, about 20 lay here.', uk: 'Навчено на переліках: із приблизно 24 знайдених, кого востаннє бачили там, тут лежали близько 20.' });
    expect(placeRow(lists)?.explained.why.some(({ en }) => en.startsWith('The lists teach'))).toBe(false);
  });

  it('a tooth that was lost and is there again contradicts, and is named', () => {
    const wrong = remainsOf(found, described({ toothChart: { 14: [{ finding: 'crown_metal' }], 36: [{ finding: 'present_sound' }] } }));
    const row = of(weighEvidence(own, { person, remains: wrong, grave: null, amelogenin: null }), 'teeth');
    expect(row?.log10Lr).toBeLessThan(of(weighEvidence(own, { person, remains: agreeing, grave: null, amelogenin: null }), 'teeth')?.log10Lr ?? 0);
    expect(row?.explained.why[0]?.en).toContain('Tooth 36');
    expect(row?.explained.why[0]?.uk).toContain('Зуб 36');
  });
});
