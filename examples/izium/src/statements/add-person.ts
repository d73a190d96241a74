import { noisyName, type Random, type SynthPerson } from '@imena/synth';
import type { CastMissing } from '../cast/invent-families.ts';
import { dayOf, statedOn, type Recorder } from '../recorder.ts';
import { belongings, circumstances, clothings, eyes, hairs, hairsOfTheOld, homes, marks, placesAsSaid, relationOf, teeth } from './people-words.ts';
import { teethOf } from './describe-found.ts';
import { inBoth } from './in-both.ts';

export interface PersonRecord {
  readonly id: string;
  readonly code: string;
  readonly told: ToldOfPerson;
}

/** What the first informant told of looks, clothes and things; what was not told is not there. */
export interface ToldOfPerson {
  readonly lastSeen?: string;
  readonly hair?: string;
  readonly marks?: string;
  readonly clothing?: string;
  readonly belongings?: string;
}

export function personCode(number: number): string {
  return `AM-${String(number).padStart(4, '0')}`;
}

/** The first report about a missing person, and for some a second informant's and a further description. */
export function addPerson(recorder: Recorder, random: Random, { office, missing }: { office: string; missing: CastMissing }): PersonRecord {
  const { person, family } = missing;
  const [id, code] = [recorder.newId(), personCode(missing.number)];
  const tour = family.key !== null;
  const reportedOn = dayOf(random.int(18, 110));
  const informant = family.family.members.find((member) => member.state === 'alive') ?? null;
  const report = {
    type: 'person.reported', basis: 'told' as const, when: statedOn(reportedOn), code, reportCode: `R-2022-${String(missing.number).padStart(4, '0')}`,
    informant: { relation: informant === null ? 'neighbour' : relationOf[informant.role], language: random.chance(0.75) ? 'uk' : 'ru', ...(informant === null ? {} : { name: `${informant.person.uk.surname} ${informant.person.uk.given}` }) },
    consent: { purposes: ['identification', 'contact'], given: true, on: reportedOn },
    names: namesOf(random, person), sex: person.sex, birthDate: birthDateOf(random, person, tour), ...(random.chance(0.5) ? { birthPlace: { asSaid: random.pick(homes) } } : {}),
    residence: { asSaid: random.pick(homes) }, lastSeen: lastSeenOf(random, person),
    ...(tour || random.chance(0.85) ? { statureMm: toldStature(random, person.statureMm) } : {}),
    hair: random.pick(person.birth.year < 1965 ? hairsOfTheOld : hairs), eyes: random.pick(eyes),
    ...(random.chance(0.45) ? { marks: random.pick(marks) } : {}), ...(random.chance(0.6) ? { clothing: random.pick(clothings) } : {}), ...(random.chance(0.4) ? { belongings: random.pick(belongings) } : {}),
  };
  recorder.addSynthetic(office, id, report);
  const { lastSeen: { when }, hair, marks: ownMarks, clothing, belongings: things } = report;
  const record: PersonRecord = {
    id, code, told: { lastSeen: when, hair, ...(ownMarks === undefined ? {} : { marks: ownMarks }), ...(clothing === undefined ? {} : { clothing }), ...(things === undefined ? {} : { belongings: things }) },
  };
  if (random.fork('dentist').chance(0.2)) recorder.addSynthetic(office, id, { type: 'person.described', basis: 'document', when: statedOn(dayOf(120)), toothChart: teethOf(person) });
  if (!tour && random.chance(0.26)) addSecondReport(recorder, random, { office, missing, record });
  if (!tour && random.chance(0.15)) {
    recorder.addSynthetic(office, record.id, { type: 'person.described', basis: 'told', when: statedOn(dayOf(random.int(111, 150))), teeth: random.pick(teeth) });
  }
  return record;
}

/** What became known of a person who is not among the dead: the search for them ends, the record stays. */
export function addOutcome(recorder: Recorder, { office, record, outcome }: { office: string; record: PersonRecord; outcome: 'found_alive' | 'found_detained' }): void {
  const explanation = outcome === 'found_alive' ? inBoth('Зателефонував (зателефонувала) родині; дзвінок підтвердив другий родич.', 'Called the family; the call was verified by a second relative.') : inBoth('Бачила в ув’язненні людина, яку відтоді звільнено; повідомлення треба підтвердити.', 'Seen in detention by a person since released; the report is to be confirmed.');
  recorder.addSynthetic(office, record.id, { type: 'person.outcome', basis: 'told', when: statedOn('2023-01-20'), outcome, explanation });
}

/** A second informant adds what they know; some of it disagrees with the first report, and both stand. */
function addSecondReport(recorder: Recorder, random: Random, { office, missing, record }: { office: string; missing: CastMissing; record: PersonRecord }): void {
  const { person } = missing;
  const on = dayOf(random.int(60, 140));
  const disagrees = random.pick(['name', 'stature', 'year', 'clothing'] as const);
  const noisy = noisyName(random, person, random.pick(['russian', 'latin', 'misspelt'] as const));
  recorder.addSynthetic(office, record.id, {
    type: 'person.reported', basis: 'told', when: statedOn(on), code: record.code, reportCode: `R-2022-${String(missing.number).padStart(4, '0')}-B`,
    informant: { relation: random.pick(['neighbour', 'friend', 'colleague']), language: random.chance(0.5) ? 'uk' : 'ru' }, consent: { purposes: ['identification'], given: true, on },
    ...(disagrees === 'name' ? { names: [{ kind: 'as_said', script: noisy.script, full: noisy.full }] } : {}),
    ...(disagrees === 'stature' ? { statureMm: toldStature(random, person.statureMm + random.pick([-90, -70, 70, 90])) } : {}),
    ...(disagrees === 'year' ? { birthDate: `${person.birth.year + random.pick([-2, -1, 1, 2])}~` } : {}),
    ...(disagrees === 'clothing' ? { clothing: random.pick(clothings) } : {}),
    marks: random.pick(marks),
  });
}

/** The same person reported once more by somebody else, under a code of its own: whether it is one person is for people to say. */
export function addSecondPerson(recorder: Recorder, random: Random, { office, missing, number }: { office: string; missing: CastMissing; number: number }): PersonRecord {
  const { person } = missing;
  const record: PersonRecord = { id: recorder.newId(), code: personCode(number), told: {} };
  const on = dayOf(95);
  const { surname, given, patronymic } = noisyName(random, person, 'russian').form;
  recorder.addSynthetic(office, record.id, {
    type: 'person.reported', basis: 'told', when: statedOn(on), code: record.code, reportCode: `R-2022-${String(number).padStart(4, '0')}`,
    informant: { relation: 'colleague', language: 'ru' }, consent: { purposes: ['identification', 'contact'], given: true, on },
    names: [{ kind: 'as_said', script: 'Cyrl', surname, given, patronymic }], sex: person.sex, birthDate: String(person.birth.year),
    residence: { asSaid: 'Изюм' }, lastSeen: { when: '2022-04', place: { asSaid: 'Изюм, возле рынка' } }, statureMm: toldStature(random, person.statureMm),
  });
  return record;
}

function namesOf(random: Random, person: SynthPerson): unknown[] {
  const names: unknown[] = [{ kind: 'legal', script: 'Cyrl', ...person.uk }];
  if (random.chance(0.35)) names.push({ kind: 'as_said', script: 'Cyrl', ...person.ru });
  if (random.chance(0.15)) names.push({ kind: 'on_document', script: 'Latn', surname: person.latin.surname, given: person.latin.given });
  return names;
}

function birthDateOf(random: Random, { birth }: SynthPerson, exact: boolean): string {
  const draw = exact ? 0 : random.next();
  if (draw < 0.75) return `${birth.year}-${String(birth.month).padStart(2, '0')}-${String(birth.day).padStart(2, '0')}`;
  return draw < 0.9 ? String(birth.year) : `${birth.year + random.int(-1, 1)}~`;
}

function lastSeenOf(random: Random, person: SynthPerson) {
  const month = random.int(3, 6);
  const padded = String(month).padStart(2, '0');
  const when = random.pick([`2022-${padded}-${String(random.int(1, 28)).padStart(2, '0')}`, `2022-${padded}`, `2022-${padded}~`, `2022-${padded}/2022-${String(month + 1).padStart(2, '0')}`]);
  return { when, place: { asSaid: random.pick(placesAsSaid) }, circumstances: random.pick(circumstances)[person.sex === 'male' ? 0 : 1] };
}

/** Relatives speak of stature in round centimetres, a few off. */
function toldStature(random: Random, statureMm: number): { low: number; high: number } {
  const middle = Math.round((statureMm + random.normal(0, 12)) / 10) * 10;
  return { low: middle - 30, high: middle + 30 };
}
