import type { Random } from '../random.ts';
import type { CasePerson } from './invent-case.ts';
import { typedNumber, type PersonDetails } from './invent-details.ts';
import { belongings, eyes, hairs, streets } from './lexicon.ts';
import type { DetailsFound, DetailsTold, MissingRow, RemainsRow, ToothRow } from './matching-rows.ts';
import { isoDay } from './report-person.ts';

const notAssessable = { absent: 'not_assessable' } as const;

/** An invented person with what else is true of them. */
export interface DetailedPerson {
  readonly subject: CasePerson;
  readonly truth: PersonDetails;
}

/** A report with the further kinds of evidence: colours, street, belongings, numbers, a dentist's chart, vaguer dates. Guesses. */
export function tellDetails(random: Random, row: MissingRow, { subject, truth }: DetailedPerson): MissingRow & DetailsTold {
  const word = (term: { readonly uk: string; readonly ru: string }): string => term[row.lang];
  const year = Number(row.dob?.slice(0, 4));
  const vague = random.next();
  return {
    ...row,
    ...(row.dob === null || Number.isNaN(year) || vague > 0.12 ? {} : { dob: vague < 0.04 ? `${year}~` : vague < 0.08 ? `${String(year).slice(0, 3)}X` : `${year - 2}/${year + 3}` }),
    ...(row.last_seen !== null && random.chance(0.15) ? { last_seen: random.chance(0.5) ? row.last_seen.slice(0, 7) : `${row.last_seen}/${isoDay(subject.lastSeenDay + random.int(5, 14))}` } : {}),
    hair: random.chance(0.2) ? null : word(random.chance(0.08) ? random.pick(hairs) : truth.hair),
    eyes: random.chance(0.3) ? null : word(random.chance(0.1) ? random.pick(eyes) : truth.eyes),
    street: row.place === null || random.chance(0.5) ? null : word(truth.street),
    belongings: random.chance(0.1) ? { absent: random.pick(['refused', 'not_asked'] as const) } : truth.belongings.filter(() => random.chance(0.6)).map(word),
    numbers: truth.numbers.filter(({ kind }) => random.chance(kind === 'implant' ? 0.6 : 0.35)).map((one) => typedNumber(random, one)),
    teeth: random.chance(0.12) ? chartAgain(random, truth.teeth, 0) : null,
  };
}

/** What is found, with the further kinds of evidence. */
export function findDetails(random: Random, row: RemainsRow, { subject, truth }: DetailedPerson): RemainsRow & DetailsFound {
  const isHome = subject.burialPlace === subject.place;
  const papers = truth.numbers.filter(({ kind }) => random.chance(kind === 'implant' ? 0.85 : kind === 'tax_number' ? 0.05 : 0.12));
  return {
    ...row,
    hair: random.chance(0.5) ? notAssessable : (random.chance(0.12) ? random.pick(hairs) : truth.hair).uk,
    eyes: random.chance(0.9) ? notAssessable : (random.chance(0.12) ? random.pick(eyes) : truth.eyes).uk,
    street: isHome && random.chance(0.4) ? (random.chance(0.6) ? truth.street : random.pick(streets)).uk : null,
    belongings: [...truth.belongings.filter(() => random.chance(0.35)), ...(random.chance(0.1) ? [random.pick(belongings)] : [])].map(({ uk }) => uk),
    // A wallet of somebody else is in the pocket now and then.
    numbers: random.chance(0.01) ? [{ kind: 'passport', number: `МТ ${random.int(100_000, 999_999)}` }] : papers.map((one) => typedNumber(random, one)),
    teeth: random.chance(0.6) ? chartAgain(random, truth.teeth, 0.08) : notAssessable,
  };
}

/** Teeth charted with slips; at death some are treated further or have fallen out. */
function chartAgain(random: Random, truth: ToothRow, lost: number): ToothRow {
  const chart: Record<string, string> = { others: truth['others'] ?? 'present_sound' };
  const all = [1, 2, 3, 4].flatMap((quadrant) => [1, 2, 3, 4, 5, 6, 7].map((tooth) => String(10 * quadrant + tooth)));
  for (const tooth of all) {
    const own = truth[tooth];
    if (own !== 'missing_antemortem' && random.chance(lost)) chart[tooth] = 'missing_postmortem';
    else if (lost > 0 && own !== 'missing_antemortem' && random.chance(0.02)) chart[tooth] = own === undefined ? 'filling_tooth_coloured:O' : random.pick(['crown_metal_ceramic', 'missing_antemortem']);
    else if (random.chance(0.015)) chart[tooth] = random.pick(['present_sound', 'filling_unspecified', 'missing_antemortem']);
    else if (own !== undefined) chart[tooth] = own;
  }
  return chart;
}
