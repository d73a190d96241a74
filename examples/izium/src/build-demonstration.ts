import { layOutRows, makeRandom, type Random } from '@imena/synth';
import { inventFamilies, type CastMissing } from './cast/invent-families.ts';
import { planMarkers } from './cast/plan-markers.ts';
import { planRemains } from './cast/plan-remains.ts';
import { addSyntheticPapers } from './reports/add-synthetic-papers.ts';
import { makeRecorder, type Recorder } from './recorder.ts';
import { addFamily, addWithdrawal, type FamilyRecord } from './statements/add-family.ts';
import { addGraves, addReportedMassGrave } from './statements/add-graves.ts';
import { addHardCase } from './statements/add-hard-case.ts';
import { addInventories } from './statements/add-inventories.ts';
import { addJournal } from './statements/add-journal.ts';
import { addOutcome, addPerson, addSecondPerson, type PersonRecord } from './statements/add-person.ts';
import { addOwnProfile, addReferenceProfile, addRemainsProfile, type Offices } from './statements/add-profiles.ts';
import { addRemains, type RemainsRecord } from './statements/add-remains.ts';
import { addSite } from './statements/add-site.ts';
import { demonstrationMarkers, dropGenes, type Genotypes } from './statements/genotypes.ts';
import { makeTour } from './tour.ts';
import type { Demonstration, DemonstrationOptions, DemonstrationProgress } from './types.ts';

/** The seed of the demonstration that `npm start` loads; the codes in the README's tour are those of this seed. */
export const defaultSeed = 20220918;

const graveCount = 440;
const rowCount = 20;

/**
 * Builds the demonstration: the facts of two public reports about Izium, and around them invented graves, remains,
 * missing persons and families, each plainly marked synthetic. Pure: the same seed gives the same bytes.
 * Cost: about a second.
 */
export function buildDemonstration(options: DemonstrationOptions = {}): Demonstration {
  const seed = options.seed ?? defaultSeed;
  const random = makeRandom(seed);
  const report = (stage: DemonstrationProgress['stage'], done: number, total: number): void => options.onProgress?.({ stage, done, total });
  const recorder = makeRecorder(random.fork('ids'));

  const ground = layOutRows(random.fork('ground'), { graves: graveCount, rows: rowCount, origin: { xMm: 0, yMm: 0 } });
  const cast = inventFamilies(random.fork('families'));
  const remainsPlans = planRemains(random.fork('bodies'), { ...cast, ground });
  const markers = planMarkers(random.fork('markers'), { ground, remains: remainsPlans, ...cast });

  const { places, claims } = addSite(recorder);
  report('sources', 1, 1);
  const graves = addGraves(recorder, random.fork('graves'), { places, ground, markers, remains: remainsPlans, onGrave: (done) => report('graves', done, graveCount) });
  addReportedMassGrave(recorder, { places, claim: claims.get('a.17') ?? '' });

  const people = addPeople(recorder, random.fork('people'), { office: places.familyLiaison, ...cast, report });
  const elsewhere = cast.missing.filter((item) => item.family.key === null && !remainsPlans.some((plan) => plan.missing === item));
  (['found_alive', 'found_detained'] as const).forEach((outcome, at) => {
    const record = people.persons.get(elsewhere[at]?.number ?? 0);
    if (record !== undefined) addOutcome(recorder, { office: places.familyLiaison, record, outcome });
  });
  const remains = remainsPlans.map((plan, at) => {
    report('remains', at + 1, remainsPlans.length);
    return addRemains(recorder, random.fork(`remains ${at}`), { plan, izium: places.izium, graves: graves.graves, ground, markers, persons: people.persons });
  });
  addAllProfiles(recorder, random.fork('profiles'), { offices: places, families: people.families, persons: people.persons, missing: cast.missing, remains, report });

  const withdrawn = people.families.find((item) => item.family.sampleState === 'withdrawn');
  for (const relative of withdrawn?.relatives ?? []) addWithdrawal(recorder, { office: places.familyLiaison, relative });
  // Last: what stands before keeps the ids that a seed gave it.
  addSyntheticPapers(recorder, places);
  addInventories(recorder, { izium: places.izium, remains });
  addJournal(recorder, random.fork('journal'), { izium: places.izium, markers, remains: remainsPlans });
  addHardCase(recorder, { izium: places.izium, familyLiaison: places.familyLiaison, remains, persons: people.persons, missing: cast.missing });
  return {
    seed,
    sites: { izium: places.izium, further: places.further },
    offices: { familyLiaison: places.familyLiaison, laboratory: places.laboratory, mortuary: places.mortuary },
    entries: recorder.entries,
    tour: makeTour({ ...people, remains, graves: graves.graves, markers, photographed: graves.photographed, missing: cast.missing }),
    truth: remains.map((item) => ({ remains: item.id, person: item.plan.missing === null ? null : (people.persons.get(item.plan.missing.number)?.id ?? null) })),
  };
}

interface People {
  /** By the number of the missing person in the cast. */
  readonly persons: ReadonlyMap<number, PersonRecord>;
  /** The second record of the person who was reported twice. */
  readonly second: PersonRecord;
  readonly families: readonly FamilyRecord[];
}

type Report = (stage: DemonstrationProgress['stage'], done: number, total: number) => void;

function addPeople(recorder: Recorder, random: Random, cast: { office: string; missing: readonly CastMissing[]; families: readonly CastMissing['family'][]; report: Report }): People {
  const { office } = cast;
  const persons = new Map(cast.missing.map((missing) => [missing.number, addPerson(recorder, random.fork(`person ${missing.number}`), { office, missing })]));
  const twice = cast.missing.find((item) => item.family.key === 'reportedTwice');
  if (twice === undefined) throw new Error('nobody is reported twice');
  const second = addSecondPerson(recorder, random, { office, missing: twice, number: cast.missing.length + 1 });
  const families = cast.families.map((family, at) => {
    cast.report('families', at + 1, cast.families.length);
    const missing = cast.missing.filter((item) => item.family === family).flatMap((item) => {
      const record = persons.get(item.number);
      return record === undefined ? [] : [{ cast: item, record }];
    });
    return addFamily(recorder, random.fork(`family ${family.number}`), { office, family, missing });
  });
  return { persons, second, families };
}

function addAllProfiles(
  recorder: Recorder, random: Random,
  cast: { offices: Offices; families: readonly FamilyRecord[]; persons: People['persons']; missing: readonly CastMissing[]; remains: readonly RemainsRecord[]; report: Report },
): void {
  const { offices } = cast;
  const markers = demonstrationMarkers();
  const individuals = new Map<string, Genotypes>();
  const ownThings = new Set(cast.missing.filter((item) => item.family.key === null).filter((_, at) => at === 20 || at === 70));
  let reference = 0;
  cast.families.forEach((record, at) => {
    cast.report('profiles', at + 1, cast.families.length);
    const { family } = record.family;
    const genotypes = dropGenes(random.fork(`genes ${record.family.number}`), markers, family.members);
    for (const item of cast.missing.filter((one) => one.family === record.family)) {
      const own = genotypes.get(item.memberId);
      const person = cast.persons.get(item.number);
      if (own === undefined) continue;
      individuals.set(`missing ${item.number}`, own);
      if (ownThings.has(item) && person !== undefined) addOwnProfile(recorder, { offices, person, number: item.number, genotypes: own, sex: item.person.sex });
    }
    for (const relative of record.relatives) {
      const member = family.members.find((item) => item.id === relative.memberId);
      const typed = genotypes.get(relative.memberId);
      if (member === undefined || typed === undefined || (relative.consent !== 'given' && relative.consent !== 'withdrawn')) continue;
      reference += 1;
      addReferenceProfile(recorder, random.fork(`reference ${reference}`), { offices, relative, number: reference, genotypes: typed, sex: member.sex, full: record.family.key !== null });
    }
  });
  for (const remains of cast.remains) {
    const { individual, person } = remains.plan;
    const genotypes = individuals.get(individual) ?? dropGenes(random.fork(`genes ${individual}`), markers, [{ id: 'self', father: null, mother: null, sex: person.sex }]).get('self');
    if (genotypes !== undefined) addRemainsProfile(recorder, random.fork(`typing ${remains.plan.number}`), { offices, remains, genotypes });
  }
}
