import { makeCode } from '@imena/record';
import type { GroundGrave, Random } from '@imena/synth';
import type { MarkerPlan } from '../cast/plan-markers.ts';
import type { RemainsPlan } from '../cast/plan-remains.ts';
import { dayOf, statedOn, type Recorder } from '../recorder.ts';
import type { GraveRecord } from './add-graves.ts';
import type { PersonRecord } from './add-person.ts';
import { foundDescription } from './describe-found.ts';
import { inBoth } from './in-both.ts';

export interface RemainsRecord {
  readonly id: string;
  readonly code: string;
  readonly plan: RemainsPlan;
}

interface Ground {
  readonly izium: string;
  readonly graves: readonly GraveRecord[];
  readonly ground: readonly GroundGrave[];
  readonly markers: readonly MarkerPlan[];
  /** Records of missing persons by their number in the cast. */
  readonly persons: ReadonlyMap<number, PersonRecord>;
}

/** Records one bag of remains: recovery, other numbers, what it was presumed to be, and the examination. */
export function addRemains(recorder: Recorder, random: Random, { plan, ...ground }: Ground & { plan: RemainsPlan }): RemainsRecord {
  const team = random.chance(0.6) ? 'A' : 'B';
  const record = { id: recorder.newId(), code: makeCode({ place: 'IZM', team, number: plan.number }), plan };
  const grave = ground.graves[plan.grave];
  const place = ground.ground[plan.grave];
  const recoveredDay = 15 + Math.floor(plan.number / 6);
  const bag = `B-${String(plan.number).padStart(4, '0')}`;
  recorder.addSynthetic(ground.izium, record.id, {
    type: 'remains.recovered', basis: 'observed', when: statedOn(dayOf(recoveredDay)), site: ground.izium, ...(grave === undefined ? {} : { grave: grave.id }), code: record.code,
    completeness: plan.completeness, condition: random.pick(['decomposed', 'decomposed', 'partly_skeletonised', 'skeletonised']), bag, seal: `S-${String(random.int(10_000, 99_999))}`,
    ...(place === undefined ? {} : { position: { xMm: place.xMm + random.int(-200, 200), yMm: place.yMm + random.int(-150, 150), uncertaintyMm: 50, method: 'total_station' } }),
  });
  const marker = ground.markers[plan.grave];
  if (marker?.number != null) recorder.addSynthetic(ground.izium, record.id, { type: 'subject.aliased', basis: 'observed', alias: marker.number, origin: inBoth('номер на хресті', 'number on the cross') });
  if (random.chance(0.3)) recorder.addSynthetic(ground.izium, record.id, { type: 'subject.aliased', basis: 'document', alias: `M-${random.int(100, 999)}`, origin: inBoth('бирка моргу', 'tag of the mortuary') });
  if (marker?.name != null) {
    const named = marker.name.missing === null ? undefined : ground.persons.get(marker.name.missing.number);
    recorder.addSynthetic(ground.izium, record.id, {
      type: 'remains.presumed', basis: 'observed', when: statedOn(dayOf(recoveredDay)), ground: 'marker', name: marker.name.text, ...(named === undefined ? {} : { person: named.id }),
      explanation: inBoth('Ім’я на знаку цієї могили; припущення, не ідентифікація.', 'The name on the marker of this grave; a presumption, not an identification.'),
    });
  }
  if (plan.examined) addExamination(recorder, random, { izium: ground.izium, record, day: recoveredDay + random.int(4, 30) });
  if (plan.examined) {
    const told = plan.missing === null ? null : (ground.persons.get(plan.missing.number)?.told ?? null);
    recorder.addSynthetic(ground.izium, record.id, { type: 'remains.described', basis: 'observed', when: statedOn(dayOf(recoveredDay + 4)), ...foundDescription(random.fork('found'), plan, told) });
  }
  return record;
}

function addExamination(recorder: Recorder, random: Random, { izium, record, day }: { izium: string; record: RemainsRecord; day: number }): void {
  const { plan } = record;
  const { person } = plan;
  const part = plan.completeness === 'body_part';
  const absent = { absent: 'not_assessable' } as const;
  const tour = plan.key !== null;
  const exposed = !tour && random.chance(0.09);
  // One case of the tour: the wrong box was ticked, and only the contradiction shows it.
  const sex = plan.key === 'contradiction' ? 'female' : person.sex;
  recorder.addSynthetic(izium, record.id, {
    type: 'examination.made', basis: 'measured', when: statedOn(dayOf(day)), examiner: random.pick([inBoth('Експерт 1 (синтетичний)', 'Examiner 1 (synthetic)'), inBoth('Експерт 2 (синтетичний)', 'Examiner 2 (synthetic)'), inBoth('Експерт 3 (синтетичний)', 'Examiner 3 (synthetic)')]),
    sex: part ? absent : !tour && random.chance(0.05) ? { value: 'undetermined', method: inBoth('таз і череп, візуально', 'pelvis and skull, visual') } : { value: sex, method: inBoth('таз і череп, візуально', 'pelvis and skull, visual') },
    ageYears: part || (!tour && random.chance(0.06)) ? absent : foundAge(random, 2022 - person.birth.year),
    statureMm: part || (!tour && random.chance(0.12)) ? absent : foundStature(random, { statureMm: person.statureMm, sure: tour }),
    ...(part ? { findings: inBoth('Ліва нижня кінцівка від середини стегна донизу.', 'Left lower limb, from the middle of the thigh downwards.') } : {}),
    injuries: random.pick([{ absent: 'not_observed' }, { absent: 'not_observed' }, absent, inBoth('Записано на схемі ушкоджень; тут не повторено.', 'Recorded on the injury chart; not repeated here.')]),
    exposure: exposed ? { knew: true, what: inBoth('Ім’я в документах у кишені', 'A name on papers in a pocket'), from: inBoth('документи, під час знімання одягу', 'the papers, on undressing'), since: dayOf(day) } : { knew: false },
  });
}

/** Broad, as such estimates are: the half width stands for a 95 % interval. */
function foundAge(random: Random, ageYears: number): unknown {
  const half = ageYears < 35 ? 9 : 15;
  const middle = Math.round(ageYears + random.normal(0, half / 3));
  return { low: Math.max(15, middle - half), high: Math.min(105, middle + half), method: inBoth('лобковий симфіз, Suchey-Brooks 1990', 'pubic symphysis, Suchey-Brooks 1990') };
}

function foundStature(random: Random, { statureMm, sure }: { statureMm: number; sure: boolean }): unknown {
  const middle = Math.round(statureMm + random.normal(0, sure ? 15 : 33));
  return { low: middle - 65, high: middle + 65, method: inBoth('стегнова кістка, Trotter–Gleser 1952', 'femur, Trotter and Gleser 1952'), population: inBoth('за публікацією; на цій популяції не перевірено', 'as published; not tested on this population') };
}
