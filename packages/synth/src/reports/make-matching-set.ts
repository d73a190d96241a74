import { inventOtherPeople, type OtherPerson } from '../elsewhere/people.ts';
import { findOtherRemains, reportOtherPerson } from '../elsewhere/rows.ts';
import { makeRandom, type Random } from '../random.ts';
import { drawConditions } from '../villages/conditions.ts';
import { inventVillagers, type Villager } from '../villages/people.ts';
import { findVillager, reportVillager } from '../villages/rows.ts';
import { findRemains } from './find-remains.ts';
import { inventCasePeople, type CasePerson } from './invent-case.ts';
import { inventDetails } from './invent-details.ts';
import type { MatchingSet } from './matching-rows.ts';
import { reportPerson } from './report-person.ts';
import { findDetails, tellDetails } from './tell-details.ts';

export interface MatchingSetPlan {
  readonly seed: number | string;
  /** Lines of the list of missing persons. */
  readonly reports: number;
  readonly remains: number;
  /** Share of the reports that are about a person reported before, 0..1. */
  readonly repeated?: number;
  /** Share of the remains whose person somebody reported, 0..1. */
  readonly reported?: number;
  /** `all` adds hair, eyes, streets, belongings, numbers, teeth and vaguer dates to the same lists; `plain` is the default. */
  readonly evidence?: 'plain' | 'all';
  /**
   * `second` is another world: other names, places and words, other hands and other errors, and much left out. `third` is
   * another one with every seed: villages of few surnames, errors of kinds the others do not have, all rates drawn anew.
   * Both `plain` only.
   */
  readonly world?: 'first' | 'second' | 'third';
}

interface World<Person extends { readonly id: string }> {
  readonly invent: (random: Random, count: number) => readonly Person[];
  readonly report: (random: Random, person: Person, id: string) => MatchingSet['missing'][number];
  readonly find: (random: Random, person: Person, id: string) => { readonly row: MatchingSet['remains'][number]; readonly form: string };
}

const secondWorld: World<OtherPerson> = { invent: inventOtherPeople, report: reportOtherPerson, find: findOtherRemains };

function thirdWorld(random: Random): World<Villager> {
  const conditions = drawConditions(random.fork('conditions'));
  let others: readonly Villager[] = [];
  return {
    invent: (inventing, count) => (others = inventVillagers(inventing, count, conditions)),
    report: (reporting, villager, id) => reportVillager(reporting, villager, { id, conditions }),
    find: (finding, villager, id) => findVillager(finding, villager, { id, conditions, others }),
  };
}

function firstWorld(random: Random, evidence: 'plain' | 'all'): World<CasePerson> {
  if (evidence === 'plain') return { invent: inventCasePeople, report: reportPerson, find: findRemains };
  const detailsOf = (subject: CasePerson) => inventDetails(random.fork(`details ${subject.id}`), subject);
  return {
    invent: inventCasePeople,
    report: (reporting, subject, id) => tellDetails(random.fork(`told ${id}`), reportPerson(reporting, subject, id), { subject, truth: detailsOf(subject) }),
    find: (finding, subject, id) => {
      const { row, form } = findRemains(finding, subject, id);
      return { row: findDetails(random.fork(`found ${id}`), row, { subject, truth: detailsOf(subject) }), form };
    },
  };
}

/**
 * Makes two lists to be matched, invented throughout, and apart from them who is who. People, names, places, words and
 * errors are drawn from this package's own lexicon and rates, which were not fitted to any other set. The same plan gives
 * the same lists on every machine. About 1 s for 20,000 lines.
 */
export function makeMatchingSet(plan: MatchingSetPlan): MatchingSet {
  const random = makeRandom(plan.seed);
  switch (plan.world ?? 'first') {
    case 'first': return makeIn(firstWorld(random, plan.evidence ?? 'plain'), random, plan);
    case 'second': return makeIn(secondWorld, random, plan);
    case 'third': return makeIn(thirdWorld(random), random, plan);
  }
}

function makeIn<Person extends { readonly id: string }>(world: World<Person>, random: Random, { seed, reports, remains, repeated = 0.12, reported = 0.6 }: MatchingSetPlan): MatchingSet {
  const reportedPeople = Math.max(1, Math.round(reports * (1 - repeated)));
  const foundReported = Math.min(reportedPeople, Math.round(remains * reported));
  const people = world.invent(random.fork('people'), reportedPeople + (remains - foundReported));
  const subjects = random.fork('order').shuffle(people.map((_, at) => at));
  const missingOnes = subjects.slice(0, reportedPeople);
  const nobody = subjects.slice(reportedPeople);
  const reporting = random.fork('reports');
  const about = reporting.shuffle([...missingOnes, ...Array.from({ length: reports - missingOnes.length }, () => reporting.pick(missingOnes))]);
  const amPerson: Record<string, string> = {};
  const reportsOf = new Map<string, string[]>();
  const missing: MatchingSet['missing'][number][] = [];
  for (const at of about) {
    const subject = people[at];
    if (subject === undefined) throw new RangeError('a report about nobody');
    const id = `AM-${String(missing.length + 1).padStart(6, '0')}`;
    missing.push(world.report(reporting, subject, id));
    amPerson[id] = subject.id;
    reportsOf.set(subject.id, [...(reportsOf.get(subject.id) ?? []), id]);
  }
  const finding = random.fork('remains');
  const found = finding.shuffle([...finding.sample(missingOnes, foundReported), ...nobody]);
  const pmPerson: Record<string, string | null> = {};
  const pmSource: Record<string, string> = {};
  const links: [string, string][] = [];
  const rows: MatchingSet['remains'][number][] = [];
  for (const at of found) {
    const subject = people[at];
    if (subject === undefined) throw new RangeError('remains of nobody');
    const id = `PM-${String(rows.length + 1).padStart(6, '0')}`;
    const { row, form } = world.find(finding, subject, id);
    rows.push(row);
    const about = reportsOf.get(subject.id);
    pmPerson[id] = about === undefined ? null : subject.id;
    pmSource[id] = `${row.source}:${form}`;
    for (const report of about ?? []) links.push([id, report]);
  }
  return { missing, remains: rows, truth: { schema: 'names-truth/1', SYNTHETIC: true, seed, am_person: amPerson, pm_person: pmPerson, pm_source: pmSource, links } };
}
