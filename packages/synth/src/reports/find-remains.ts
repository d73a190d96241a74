import type { Random } from '../random.ts';
import type { CasePerson } from './invent-case.ts';
import { clothing, features, places } from './lexicon.ts';
import type { RemainsRow, RemainsSource } from './matching-rows.ts';
import { isoDay, yearOf } from './report-person.ts';
import { writeName, type Hand, type NameNoiseRates, type WrittenName } from './write-name.ts';

/** Markers are painted in haste, papers printed, lists written and typed. Guesses. */
const foundNoise: Readonly<Record<Exclude<RemainsSource, 'nameless'>, NameNoiseRates>> = {
  marker: { russian: 0.45, latin: 0, short: 0.08, letter: { pen: 0.05, paint: 0.05, print: 0.05, typed: 0.05 }, byEar: 0.08, lookAlikes: 0.02, otherSurname: 0.03 },
  document: { russian: 0.3, latin: 0.4, short: 0, letter: { pen: 0.02, paint: 0.02, print: 0.02, typed: 0.02 }, byEar: 0, lookAlikes: 0.05, otherSurname: 0.06 },
  list: { russian: 0.35, latin: 0.08, short: 0.05, letter: { pen: 0.025, paint: 0.025, print: 0.025, typed: 0.025 }, byEar: 0.06, lookAlikes: 0.03, otherSurname: 0.03 },
};

const hands: Readonly<Record<Exclude<RemainsSource, 'nameless'>, readonly Hand[]>> = { marker: ['paint', 'pen'], document: ['print'], list: ['pen', 'typed'] };

export interface FoundRow {
  readonly row: RemainsRow;
  /** Which parts of the name are there. */
  readonly form: string;
}

/** What is found of a person: a name on a marker, paper or list, or none, and what an examination says. */
export function findRemains(random: Random, subject: CasePerson, id: string): FoundRow {
  const kind = random.next();
  const source: RemainsSource = kind < 0.45 ? 'marker' : kind < 0.6 ? 'document' : kind < 0.85 ? 'list' : 'nameless';
  const named = source === 'nameless' ? null : nameFound(random, subject, source);
  const year = subject.person.birth.year;
  const age = yearOf(subject.deathDay) - year;
  const estimate = ageEstimate(random, age);
  const isDated = random.chance(0.35);
  const beside = source === 'nameless' ? null : statedBeside(random, { source, year, age, deathYear: yearOf(subject.deathDay) });
  const name = named === null || named.text === '' ? null : [beside?.number, named.text, beside?.text].filter((part) => part !== undefined && part !== '').join(' ');
  const sex = subject.person.sex === 'male' ? 'M' : 'F';
  const row: RemainsRow = {
    id,
    synthetic: true,
    source,
    script: named?.written.script ?? null,
    name_raw: name,
    lang: named?.written.lang ?? null,
    grave_number: random.chance(0.5) ? random.int(1, 449) : null,
    birth_year: source === 'document' && random.chance(0.7) ? year : null,
    age_stated: source === 'list' && random.chance(0.4) ? age + random.int(-2, 2) : null,
    death_date: isDated ? isoDay(subject.deathDay + random.int(-2, 2)) : null,
    death_from: isoDay(subject.deathDay - random.int(0, 20)),
    death_to: isoDay(subject.deathDay + random.int(0, 20)),
    place: random.chance(0.05) ? random.pick(places).uk : subject.burialPlace.uk,
    sex_estimate: random.chance(0.08) ? null : random.chance(0.03) ? (sex === 'M' ? 'F' : 'M') : sex,
    ...estimate,
    ...statureEstimate(random, subject.person.statureMm / 10),
    military: random.chance(0.4) ? null : subject.isMilitary !== random.chance(0.05),
    features: [...subject.features.filter(() => random.chance(0.5)), ...(random.chance(0.05) ? [random.pick(features)] : [])].map((term) => term.uk),
    clothing: [...subject.clothing.filter(() => random.chance(0.55)), ...(random.chance(0.25) ? [random.pick(clothing)] : [])].map((term) => term.uk),
  };
  return { row, form: named?.form ?? 'none' };
}

interface NameFound {
  readonly text: string;
  readonly form: string;
  readonly written: WrittenName;
}

function nameFound(random: Random, subject: CasePerson, source: Exclude<RemainsSource, 'nameless'>): NameFound {
  const hand = random.pick(hands[source]);
  const written = writeName(random, subject.person, { rates: foundNoise[source], hand, otherSurname: subject.otherSurname });
  const { surname, given, patronymic } = written;
  const kind = source === 'document' ? 0.9 * random.next() * 0.6 : random.next();
  const initial = (text: string): string => `${text.charAt(0)}.`;
  const [form, parts] =
    kind < 0.32 ? (['full', random.chance(0.8) ? [surname, given, patronymic] : [given, patronymic, surname]] as const)
    : kind < 0.68 ? (['full', random.chance(0.6) ? [surname, given] : [given, surname]] as const)
    : kind < 0.83 ? (['initials', random.chance(0.6) ? [surname, initial(given), initial(patronymic)] : [surname, initial(given)]] as const)
    : kind < 0.92 ? (['surname-only', [surname]] as const)
    : kind < 0.96 ? (['given-patronymic', [given, patronymic]] as const)
    : (['given-only', [given]] as const);
  const joined = parts.join(' ');
  const blotted = source === 'marker' && random.chance(0.08);
  const text = blotted ? blot(random, joined) : joined;
  return { text: source === 'marker' && random.chance(0.2) ? text.toUpperCase() : text, form: blotted ? `${form}+illegible` : form, written };
}

/** Part of a word is lost: washed off, torn, or said to be unreadable. */
function blot(random: Random, text: string): string {
  const words = text.split(' ');
  const at = random.int(0, words.length - 1);
  const word = words[at] ?? '';
  if (word.length < 5) return text;
  const from = random.int(1, word.length - 3);
  const to = Math.min(word.length, from + random.int(1, 3));
  const lost = random.pick(['…', '..', '?'.repeat(to - from), '[нерозб.]', '***']);
  words[at] = word.slice(0, from) + lost + word.slice(to);
  return words.join(' ');
}

interface Beside {
  readonly number: string;
  readonly text: string;
}

function statedBeside(random: Random, { source, year, age, deathYear }: { readonly source: RemainsSource; readonly year: number; readonly age: number; readonly deathYear: number }): Beside {
  if (source !== 'marker') return { number: '', text: '' };
  const said = random.chance(0.08) ? random.pick([-10, -1, 1, 10]) : 0;
  const text = random.pick(['', '', `${year + said} р.н.`, `${year + said} г.р.`, `${age + random.int(-1, 1)} років`, `${age + random.int(-1, 1)} лет`, `${year + said}–${deathYear}`]);
  return { number: random.pick(['', '', `№ ${random.int(1, 449)}`, String(random.int(1, 449))]), text };
}

function ageEstimate(random: Random, age: number): Pick<RemainsRow, 'age_min' | 'age_max'> {
  if (random.chance(0.06)) return { age_min: null, age_max: null };
  const half = age < 30 ? random.int(4, 7) : random.int(7, 14);
  const middle = age + random.normal(0, half / 2.2);
  return { age_min: Math.min(90, Math.max(0, Math.round(middle - half))), age_max: Math.min(105, Math.max(1, Math.round(middle + half))) };
}

function statureEstimate(random: Random, cm: number): Pick<RemainsRow, 'stature_cm' | 'stature_sd'> {
  if (random.chance(0.2)) return { stature_cm: null, stature_sd: null };
  const sd = random.pick([3.3, 3.8, 4.2]);
  return { stature_cm: Math.round(cm + random.normal(0, sd)), stature_sd: sd };
}
