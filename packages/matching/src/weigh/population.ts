import { birthYears, firstBirthYear } from '../evidence/age.ts';
import { countColouring, type ColouringShares } from '../evidence/colouring.ts';
import type { SexShares } from '../evidence/sex.ts';
import { describedBy } from '../evidence/described-thing.ts';
import { commonMarks } from '../evidence/quality-table.ts';
import { countQualities, type QualityShares } from '../evidence/quality-weight.ts';
import { inWords } from '../records/in-order.ts';
import type { MissingReport, Sex, TraitKind } from '../records/types.ts';
import { countFound, type CountedAsFound, type CountedFound, type ToldList } from './count-found.ts';

/** How often each described thing is reported and found, what is said beside it, and how often nothing was asked or examined. */
export interface TermShares {
  readonly reported: ReadonlyMap<string, number>;
  readonly found: ReadonlyMap<string, number>;
  readonly qualities: QualityShares;
  /** Share of reports that name nothing because nothing was asked, beyond what chance explains. */
  readonly notAsked: number;
  readonly notExamined: number;
}

/** Frequencies in the population concerned: counted on the two lists that are compared, with a little of a flat prior. */
export interface Population {
  /** Reports on the list. */
  readonly listed: number;
  readonly sex: SexShares;
  readonly birth: Float64Array;
  readonly stature: Readonly<Record<Sex | 'all', { readonly meanCm: number; readonly sdCm: number; readonly young: number }>>;
  readonly deathDays: { readonly firstDay: number; readonly count: number };
  readonly death: Float64Array;
  /** Share of reports by day last seen, over the same days. */
  readonly seen: Float64Array;
  readonly places: ReadonlyMap<string, number>;
  readonly soldiers: number;
  readonly traits: Readonly<Record<TraitKind, TermShares>>;
  readonly colouring: ColouringShares;
  /** Year in which reports state ages. */
  readonly reportYear: number;
}

/** Counts the population on both lists; reports against themselves are counted once. Cost: one pass over each. */
export function countPopulation(missing: readonly MissingReport[], remains: Iterable<CountedAsFound>): Population {
  const reported = countFound(missing);
  return populationOf(missing, reported, remains === missing ? reported : countFound(remains));
}

/** The same where what both lists say was counted before, whole or in parts (`joinFound`). */
export function populationOf(missing: readonly MissingReport[], reported: CountedFound, found: CountedFound): Population {
  const deathDays = daysOf(missing, found);
  const reportYear = yearOf(deathDays.firstDay + Math.floor(deathDays.count / 2));
  const birth = birthShares(missing, reportYear);
  const traits = (kind: TraitKind): TermShares => termShares([...reported.told[kind].values()], [...found.told[kind].values()], kind === 'marks' ? commonMarks.shares : {});
  return {
    listed: missing.length, sex: sexShares(missing), birth, stature: statures(missing, youngShare(birth, reportYear)),
    deathDays, death: deathShares(found, deathDays), seen: seenShares(missing, deathDays),
    places: placeShares(found),
    soldiers: (reported.military.yes + found.military.yes + 1) / (reported.military.said + found.military.said + 10),
    traits: { marks: traits('marks'), clothing: traits('clothing'), belongings: traits('belongings') },
    colouring: countColouring(missing),
    reportYear,
  };
}

function sexShares(missing: readonly MissingReport[]): SexShares {
  const men = missing.filter(({ sex }) => sex === 'M').length + 5;
  const women = missing.filter(({ sex }) => sex === 'F').length + 5;
  return { M: men / (men + women), F: women / (men + women) };
}

/** Years of birth, smoothed over about ± 4 years, with a tenth of a flat share from 1925 on. */
function birthShares(missing: readonly MissingReport[], reportYear: number): Float64Array {
  const counts = new Float64Array(birthYears);
  const kernel = [0.16, 0.15, 0.12, 0.09, 0.06];
  for (const report of missing) {
    // A span of years would widen what the single years say; most reports give one.
    const year = report.birthYears !== null ? null : (report.birth?.year ?? (report.age === null ? null : reportYear - report.age));
    if (year === null) continue;
    for (let d = -4; d <= 4; d++) {
      const index = year - firstBirthYear + d;
      if (index >= 0 && index < birthYears) counts[index] = (counts[index] ?? 0) + (kernel[Math.abs(d)] ?? 0);
    }
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const oldest = Math.max(0, reportYear - 97 - firstBirthYear);
  const youngest = Math.min(birthYears - 1, reportYear - firstBirthYear);
  const span = youngest - oldest + 1;
  return counts.map((count, i) => (count + (i >= oldest && i <= youngest ? (0.1 * total + 10) / span : 0)) / (1.1 * total + 10));
}

/** Share of people below sixteen: they have no grown height yet. */
function youngShare(birth: Float64Array, reportYear: number): number {
  return birth.reduce((sum, share, i) => (firstBirthYear + i > reportYear - 16 ? sum + share : sum), 0);
}

function statures(missing: readonly MissingReport[], young: number): Population['stature'] {
  const heights: Record<Sex | 'all', number[]> = { M: [], F: [], all: [] };
  for (const { heightCm, sex, age, birth } of missing) {
    if (heightCm === null || heightCm <= 130 || (age ?? 30) < 16 || (birth?.year ?? 1980) >= 2006) continue;
    heights.all.push(heightCm);
    if (sex !== null) heights[sex].push(heightCm);
  }
  const of = (own: readonly number[], mean: number, sd: number): Population['stature'][Sex] => {
    // Twenty imagined people of the default keep a short list from deciding alone.
    const n = own.length + 20;
    const average = (own.reduce((sum, h) => sum + h, 0) + 20 * mean) / n;
    const variance = (own.reduce((sum, h) => sum + (h - average) ** 2, 0) + 20 * sd ** 2) / n;
    return { meanCm: average, sdCm: Math.sqrt(variance), young };
  };
  return { M: of(heights.M, 176, 7), F: of(heights.F, 163, 6.5), all: of(heights.all, 170, 9.5) };
}

function daysOf(missing: readonly MissingReport[], { deaths }: CountedFound): { firstDay: number; count: number } {
  const stated: number[] = [];
  const add = (day: number | null, rows: number): void => { for (let row = 0; day !== null && row < rows; row++) stated.push(day); };
  for (const { lastSeen } of missing) add(lastSeen, 1);
  for (const { span: { from, to }, rows } of deaths.values()) {
    add(from, rows);
    add(to, rows);
  }
  const days = new Float64Array(stated).sort();
  if (days.length === 0) return { firstDay: 19_000, count: 1 };
  // A misdated line must not stretch every table: at most twenty years around the middle.
  const middle = days[Math.floor(days.length / 2)] ?? 0;
  const first = Math.max(days[0] ?? 0, middle - 3650);
  const last = Math.min(days.at(-1) ?? 0, middle + 3650);
  return { firstDay: first, count: last - first + 1 };
}

function deathShares({ deaths }: CountedFound, { firstDay, count }: { firstDay: number; count: number }): Float64Array {
  const density = new Float64Array(count);
  // Fractions are added up in one order, whichever parts of the list were counted first.
  const inOrder = [...deaths].sort(([a], [b]) => inWords(a, b));
  for (const [, { span, rows }] of inOrder) {
    const from = Math.max(0, (span.from ?? firstDay) - firstDay - 5);
    const to = Math.min(count - 1, (span.to ?? firstDay + count) - firstDay + 5);
    for (let day = from; day <= to; day++) density[day] = (density[day] ?? 0) + rows / (to - from + 1);
  }
  const total = density.reduce((sum, value) => sum + value, 0);
  return density.map((value) => (value + (0.1 * total + 1) / count) / (1.1 * total + 1));
}

/** Days last seen, smoothed over a week, with a tenth of a flat share. */
function seenShares(missing: readonly MissingReport[], { firstDay, count }: { firstDay: number; count: number }): Float64Array {
  const density = new Float64Array(count);
  let total = 0;
  for (const { lastSeen, lastSeenSpan } of missing) {
    if (lastSeen === null || lastSeenSpan !== null) continue;
    for (let day = lastSeen - 3; day <= lastSeen + 3; day++) {
      const at = day - firstDay;
      if (at < 0 || at >= count) continue;
      density[at] = (density[at] ?? 0) + 1 / 7;
      total += 1 / 7;
    }
  }
  return density.map((value) => (value + (0.1 * total + 1) / count) / (1.1 * total + 1));
}

function placeShares({ places }: CountedFound): Map<string, number> {
  const all = [...places.values()].reduce((sum, { rows }) => sum + rows, 0);
  return new Map([...places].map(([place, { rows }]) => [place, (rows + 0.5) / (all + 1)]));
}

function termShares(reported: readonly ToldList[], found: readonly ToldList[], documented: Readonly<Record<string, number>>): TermShares {
  const [a, b] = [sideShares(reported, documented), sideShares(found, documented)];
  return { reported: a.shares, found: b.shares, qualities: countQualities([...reported, ...found]), notAsked: a.silent, notExamined: b.silent };
}

/**
 * Shares of each thing among lists that say anything, and the share of lists that are silent: with mean m of terms on
 * lists that speak, a Poisson list is empty with e^-λ, λ/(1-e^-λ) = m; empties beyond that were not asked.
 */
function sideShares(lists: readonly ToldList[], documented: Readonly<Record<string, number>>): { shares: Map<string, number>; silent: number } {
  const counts = new Map<string, number>();
  let speaking = 0;
  let terms = 0;
  let all = 0;
  for (const { keys, rows } of lists) {
    const things = new Set(keys.map((key) => describedBy(key).thing));
    all += rows;
    if (things.size > 0) speaking += rows;
    terms += rows * things.size;
    for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + rows);
  }
  const mean = speaking === 0 ? 1 : terms / speaking;
  let rate = mean;
  for (let i = 0; i < 60; i++) rate = mean * (1 - Math.exp(-rate));
  const empty = Math.exp(-rate);
  const asked = Math.min(all, Math.max(speaking, speaking / Math.max(0.05, 1 - empty)));
  // In one order, whichever rows came first: what nobody says of all of them is added up.
  const things = [...new Set([...counts.keys(), ...Object.keys(documented)])].sort(inWords);
  const share = (thing: string): number => {
    const [count, known] = [counts.get(thing) ?? 0, documented[thing]];
    return known === undefined ? (count + 0.5) / (asked + 1) : (count + commonMarks.imagined * known) / (asked + commonMarks.imagined);
  };
  const shares = new Map(things.map((thing) => [thing, Math.min(0.9, share(thing))]));
  return { shares, silent: all === 0 ? 0 : 1 - asked / all };
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
