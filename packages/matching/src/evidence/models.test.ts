import { expect, test } from 'vitest';
import { birthTable, birthYears } from './age.ts';
import { birthdayWeight } from './birthday.ts';
import { deathTable, spanWeights } from './death.ts';
import { chanceApart, lastSeenSpanWeight, lastSeenWeight } from './last-seen.ts';
import { markerWeight } from './marker.ts';
import { militaryWeight } from './military.ts';
import { defaultSettings, evidenceParameters } from './parameters.ts';
import { addressWeight, placeWeight } from './place.ts';
import { sexRatio, sharesCalled } from './sex.ts';
import { statureTable } from './stature.ts';
import { eyeColourOf, hairColourOf } from './colour-words.ts';
import { termKeys } from './described-thing.ts';
import { documentedQualities } from './quality-weight.ts';
import { nothingThere, traitWeight, type TraitModel } from './traits.ts';

const settings = defaultSettings();
const flat = new Float64Array(birthYears).fill(1 / birthYears);
const population = { M: 0.5, F: 0.5 };

test('each parameter has a source, and a share lies between 0 and 1', () => {
  for (const { source, value } of Object.values(evidenceParameters)) {
    expect(source.length).toBeGreaterThan(10);
    expect(value).toBeGreaterThan(0);
  }
});

test('sex: the worked example of the methods page', () => {
  expect(Math.log10(sexRatio('F', 'F', { errorRate: 0.05, population }))).toBeCloseTo(0.2788, 4);
  expect(Math.log10(sexRatio('F', 'M', { errorRate: 0.05, population }))).toBeCloseTo(-1, 12);
});

const marker = { misplaced: 0.03, ofListed: 0.5, listed: 1000 };

test('a marker: the worked example of the methods page, and no marker says more than that it may stand with another body', () => {
  expect(markerWeight(0, 1, marker)).toBeCloseTo(0, 12);
  // A name as rare as 1 in 10,000, body and marker neither agreeing nor contradicting.
  expect(markerWeight(4, 1, marker)).toBeCloseTo(Math.log10((0.97 * 1e4 + 0.03 * 5.9995) / (0.97 + 0.03 * 5.9995)), 12);
  expect(markerWeight(4, 1, marker)).toBeCloseTo(3.926, 3);
  expect(markerWeight(12, 1, marker)).toBeCloseTo(Math.log10((0.97 * 1000) / 0.015), 3);
  expect(markerWeight(-6, 1, marker)).toBeCloseTo(Math.log10(0.03), 2);
});

test('a marker whose words contradict the body weighs the same for this person however it is found wrong: the body decides', () => {
  // What the body says against the person comes on top: name, dates and age excuse it once together, by the odds of a misplaced marker.
  const excuse = markerWeight(9, 0.001, marker) - markerWeight(9, 1, marker);
  expect(excuse).toBeGreaterThan(0);
  expect(excuse).toBeLessThan(0.01);
});

test('age and birth year are one piece of evidence: an estimate that only repeats a written year adds little', () => {
  const year = birthTable({ birthYear: 1961, birthYears: null, statedAge: null, estimate: null, deathYear: 2022 }, { reportYear: 2022, population: flat }, settings);
  const both = birthTable({ birthYear: 1961, birthYears: null, statedAge: null, estimate: { low: 52, high: 70 }, deathYear: 2022 }, { reportYear: 2022, population: flat }, settings);
  const ageOnly = birthTable({ birthYear: null, birthYears: null, statedAge: null, estimate: { low: 52, high: 70 }, deathYear: 2022 }, { reportYear: 2022, population: flat }, settings);
  const [a, b, c] = [year, both, ageOnly].map((table) => table?.byYear[61] ?? 0);
  expect(c).toBeGreaterThan(0.5);
  expect((b ?? 0) - (a ?? 0)).toBeLessThan(0.1);
});

test('an estimate far from the reported age weighs against, heavily but finitely', () => {
  const table = birthTable({ birthYear: null, birthYears: null, statedAge: null, estimate: { low: 20, high: 30 }, deathYear: 2022 }, { reportYear: 2022, population: flat }, settings);
  const old = table?.byYear[40] ?? 0;
  expect(old).toBeLessThan(-1);
  expect(Number.isFinite(old)).toBe(true);
  expect(birthTable({ birthYear: null, birthYears: null, statedAge: null, estimate: null, deathYear: 2022 }, { reportYear: 2022, population: flat }, settings)).toBeNull();
});

test('weights of an observed value average to one over strangers: stature, death and day of birth', () => {
  // Σ P(reported) LR(reported) over the population that the denominator describes is 1 for the true model.
  const stature = statureTable({ cm: 176, sdCm: 3.5 }, { meanCm: 176, sdCm: 7, young: 0.02 }, settings);
  let mean = 0;
  for (let cm = 140; cm <= 212; cm++) mean += Math.exp(-0.5 * ((cm - 176) / 7) ** 2) / (7 * Math.sqrt(2 * Math.PI)) * 10 ** (stature[cm - 40] ?? 0);
  expect(mean).toBeCloseTo(1, 1);
  expect(stature[174 - 40]).toBeGreaterThan(0);
  expect(stature[150 - 40]).toBeLessThan(-1);
});

test('death shortly after the day last seen speaks for, death before it against', () => {
  const days = { firstDay: 19_000, count: 300 };
  const table = deathTable({ from: 19_100, to: 19_110 }, days, new Float64Array(300).fill(1 / 300), settings);
  expect(table[95]).toBeGreaterThan(0.5);
  expect(table[200]).toBeLessThan(-1);
  expect(table.every((value) => Number.isFinite(value))).toBe(true);
});

test('a span of years of birth says less than its year, a year in doubt less than a certain one, an open span next to nothing against', () => {
  const spans = [{ from: 1961, to: 1961, isDoubtful: true }, { from: 1960, to: 1969, isDoubtful: false }, { from: null, to: 1970, isDoubtful: false }, { from: 1990, to: 1999, isDoubtful: false }];
  const table = birthTable({ birthYear: 1961, birthYears: null, statedAge: null, estimate: null, deathYear: 2022 }, { reportYear: 2022, population: flat, spans }, settings);
  const [doubtful = 0, decade = 0, open = 0, other = 0] = table?.bySpan ?? [];
  const year = table?.byYear[61] ?? 0;
  expect(year).toBeGreaterThan(doubtful);
  expect(doubtful).toBeGreaterThan(decade);
  expect(decade).toBeGreaterThan(open);
  expect(open).toBeGreaterThan(0);
  expect(other).toBeLessThan(-0.5);
  // The worked example of the methods page: a decade of a flat population of 130 years.
  expect(decade).toBeCloseTo(1.09, 2);
});

test('a span of days last seen is the mean of its days as often as they are named, and one that holds them all says nothing', () => {
  const days = { firstDay: 19_000, count: 300 };
  const table = deathTable({ from: 19_100, to: 19_110 }, days, new Float64Array(300).fill(1 / 300), settings);
  const seen = Float64Array.from({ length: 300 }, (_, day) => (day === 91 ? 2 : 1) / 301);
  const mean = (from: number, to: number): number => {
    let [sum, all] = [0, 0];
    for (let day = from; day <= to; day++) {
      sum += (seen[day] ?? 0) * 10 ** (table[day] ?? 0);
      all += seen[day] ?? 0;
    }
    return sum / all;
  };
  const [three, whole, open] = spanWeights(table, { firstDay: days.firstDay, seen }, [{ from: 19_090, to: 19_092 }, { from: 18_900, to: 20_000 }, { from: null, to: null }]);
  expect(three).toBeCloseTo(Math.log10(mean(90, 92) / mean(0, 299)), 9);
  expect(whole).toBeCloseTo(0, 12);
  expect(open).toBeCloseTo(0, 12);
  expect(deathTable({ from: 19_100, to: null }, days, new Float64Array(300).fill(1 / 300), settings).every((value) => Number.isFinite(value))).toBe(true);
});

const aged = (estimate: { low: number; high: number }) => birthTable({ birthYear: null, birthYears: null, statedAge: null, estimate, deathYear: 2022 }, { reportYear: 2022, population: adults, spans: [] }, settings);
// Mostly grown people: every hundredth a child.
const adults = Float64Array.from({ length: birthYears }, (_, i) => (i < 30 || i > 122 ? 0 : i > 107 ? 0.01 / 15 : 0.99 / 78));

test('a child is hardly taken for a grown person, nor a grown person for a child: -3 or less either way', () => {
  for (const estimate of [{ low: 4, high: 8 }, { low: 12, high: 15 }, { low: 0, high: 1 }]) expect([estimate, (aged(estimate)?.byYear[65] ?? 0) <= -3]).toEqual([estimate, true]);
  for (const estimate of [{ low: 40, high: 50 }, { low: 18, high: 25 }, { low: 18, high: 110 }]) expect([estimate, (aged(estimate)?.byAge[5] ?? 0) <= -3]).toEqual([estimate, true]);
  // Among grown people the tail is lighter than among children, and finite.
  expect(aged({ low: 20, high: 30 })?.byYear[65]).toBeGreaterThan(-3);
});

test('an open bound of age is flat inside: “adult” says the same of 20 and of 70, and nothing against either', () => {
  const adult = aged({ low: 18, high: 110 });
  const weights = [30, 50, 80, 100].map((year) => adult?.byYear[year] ?? NaN);
  for (const weight of weights) expect(weight).toBeGreaterThan(-0.05);
  expect(Math.max(...weights) - Math.min(...weights)).toBeLessThan(0.05);
  const young = aged({ low: 0, high: 25 });
  expect(Math.abs((young?.byYear[100] ?? 0) - (young?.byYear[120] ?? 0))).toBeLessThan(0.2);
  expect(young?.byYear[60]).toBeLessThan(-2);
});

test('a height that cannot be speaks the more against, the farther it is off, and does not fall silent', () => {
  const of = (cm: number): number => statureTable({ cm, sdCm: 4 }, { meanCm: 176, sdCm: 7, young: 0.02 }, settings)[180 - 40] ?? 0;
  for (const cm of [160, 150]) expect(of(cm)).toBeLessThan(-1.5);
  expect(of(130)).toBeLessThan(-2.5);
  expect(of(110)).toBeLessThan(of(130) - 1);
  expect(statureTable({ cm: 205, sdCm: 4 }, { meanCm: 176, sdCm: 7, young: 0.02 }, settings)[175 - 40]).toBeLessThan(-1);
  // A child as tall as a child.
  expect(statureTable({ cm: 110, sdCm: 4 }, { meanCm: 176, sdCm: 7, young: 0.02 }, settings)[110 - 40]).toBeGreaterThan(0.5);
});

test('streets count inside one settlement only: the worked example of the methods page', () => {
  const model = { share: 0.36, same: 0.6, streetShare: 0.05, streetSame: 0.3 };
  const at = (settlement: string, street: string | null) => ({ settlement, street });
  expect(addressWeight(at('a', 'x'), at('a', 'x'), model)).toBeCloseTo(Math.log10(0.744 / 0.36) + Math.log10(0.335 / 0.05), 12);
  expect(addressWeight(at('a', 'x'), at('a', 'y'), model)).toBeCloseTo(Math.log10(0.744 / 0.36) + Math.log10(0.7), 12);
  expect(addressWeight(at('a', 'x'), at('b', 'x'), model)).toBe(addressWeight(at('a', null), at('b', null), model));
});

test('place, military status and day of birth: the worked examples of the methods page', () => {
  expect(placeWeight(true, 0.36, 0.6)).toBeCloseTo(Math.log10(0.744 / 0.36), 12);
  expect(placeWeight(false, 0.36, 0.6)).toBeCloseTo(Math.log10(0.4), 12);
  expect(militaryWeight(true, true, { share: 0.1, reportError: 0.03, foundError: 0.1 })).toBeGreaterThan(0.4);
  expect(birthdayWeight({ year: 1961, month: 7, day: 3 }, { year: 1961, month: 7, day: 3 }, 0.1)).toBeCloseTo(Math.log10(0.9 * 365.25 + 0.1), 12);
  expect(birthdayWeight({ year: 1961, month: 7, day: 3 }, { year: 1961, month: null, day: null }, 0.1)).toBe(0);
});

const documented = { shares: documentedQualities, errors: 1 };
const model: TraitModel = { foundIfReported: 0.6, reported: new Map([['tattoo', 0.06]]), found: new Map([['tattoo', 0.05]]), qualities: documented, notAsked: 0.3, notExamined: 0.3, rarest: 0.002, ofAnother: 1e-5 };

test('a mark found and reported speaks for by its rarity; two empty lists say nothing', () => {
  expect(traitWeight(['tattoo'], ['tattoo'], model)).toBeCloseTo(Math.log10(0.62 / 0.05), 3);
  expect(traitWeight([], [], model)).toBe(0);
});

test('a reported mark that nobody found weighs less against where remains may not have been examined', () => {
  const examined = traitWeight(['tattoo'], [], { ...model, notExamined: 0 });
  const open = traitWeight(['tattoo'], [], model);
  expect(examined).toBeLessThan(open);
  expect(open).toBeLessThan(0);
});

test('that somebody looked and there was nothing says more than silence, and a refusal says nothing', () => {
  const silent = traitWeight(['tattoo'], [], model);
  expect(traitWeight(['tattoo'], [nothingThere], model)).toBeLessThan(silent);
  expect(traitWeight([nothingThere], ['tattoo'], model)).toBeLessThan(0);
  expect(traitWeight([nothingThere], [nothingThere], model)).toBe(0);
});

const keyOf = (text: string): string => termKeys(text).join('|');

test('one mark has one key in both languages', () => {
  expect(keyOf('татуировка на предплечье')).toBe(keyOf('татуювання на передпліччі'));
  expect(keyOf('нет переднего зуба')).toBe(keyOf('відсутній передній зуб'));
  expect(keyOf('золота коронка')).not.toBe(keyOf('зубний протез'));
});

test.each([
  ['татуювання якір на лівому передпліччі', 'татуировка якорь левое предплечье', 'anchor tattoo on the left forearm'],
  ['ендопротез кульшового суглоба', 'эндопротез тазобедренного сустава', 'hip replacement'],
  ['запальничка', 'зажигалка', 'lighter'],
  ['шкіряний гаманець', 'кожаный кошелек', 'leather wallet'],
  ['халат', 'халат', 'dressing gown'],
  ['шкарпетки', 'носки', 'socks'],
  ['водій ритму серця', 'водитель ритма сердца', 'pacemaker, heart'],
])('%s, %s and %s are one thing', (...texts) => {
  expect(new Set(texts.map(keyOf)).size).toBe(1);
});

test.each([
  ['запальничка', 'запонки'], ['серце', 'сірий'], ['лев', 'лівий'], ['поясниця', 'пояс'], ['рукав', 'рукавиці'], ['білизна', 'біла'],
  ['ушиб', 'вухо'], ['army', 'arm'], ['necklace', 'neck'], ['handbag', 'hand'], ['водійське посвідчення', 'водій ритму'], ['карта', 'картата'],
])('%s is not %s', (a, b) => {
  expect(keyOf(a)).not.toBe(keyOf(b));
});

test('a colour that is denied is none, and light brown hair is русяве', () => {
  expect(hairColourOf('не чорне')).toBeNull();
  expect(eyeColourOf('not blue')).toBeNull();
  expect(hairColourOf('light brown')).toBe(hairColourOf('русяве'));
});

test('two reports that name one month do not say one day: they weigh less than an equal day, and more than months far apart', () => {
  const model = { spreadDays: 7, grossError: 0.1, chance: chanceApart(Array.from({ length: 400 }, (_, day) => day)) };
  const [may, august] = [{ from: 0, to: 30 }, { from: 92, to: 122 }];
  const day = { from: 15, to: 15 };
  expect(lastSeenSpanWeight(day, day, model)).toBeCloseTo(lastSeenWeight(0, model), 12);
  expect(lastSeenSpanWeight(may, may, model)).toBeLessThan(lastSeenWeight(0, model) - 0.8);
  expect(lastSeenSpanWeight(may, may, model)).toBeGreaterThan(lastSeenSpanWeight(may, august, model) + 0.5);
  expect(lastSeenSpanWeight(may, august, model)).toBeCloseTo(lastSeenSpanWeight(august, may, model), 12);
});

test('a long list of plain things says no more than that another person has them all', () => {
  const plain: TraitModel = { foundIfReported: 0.4, reported: new Map(), found: new Map(), qualities: documented, notAsked: 0.3, notExamined: 0.3, rarest: 0.02, ofAnother: 1e-3 };
  const eight = Array.from({ length: 8 }, (_, i) => `garment ${i}`);
  expect(traitWeight(eight, eight, plain)).toBeCloseTo(3, 2);
  expect(traitWeight(['garment 1'], ['garment 1'], plain)).toBeLessThan(Math.log10(0.412 / 0.02));
});

test('an estimate of sex in doubt says less either way than a sure one, and still speaks for the sex it names where most are of it', () => {
  const shares = { M: 0.8, F: 0.2 };
  const [sure, doubted] = [{ errorRate: 0.055, population: shares }, { errorRate: 0.255, population: sharesCalled(shares, 0.255) }];
  expect(sharesCalled(shares, 0.255).M + sharesCalled(shares, 0.255).F).toBeCloseTo(1, 12);
  expect(sexRatio('M', 'M', doubted)).toBeGreaterThan(1);
  expect(sexRatio('F', 'F', doubted)).toBeLessThan(sexRatio('F', 'F', sure));
  expect(sexRatio('F', 'M', doubted)).toBeGreaterThan(sexRatio('F', 'M', sure));
  expect(sexRatio('F', 'M', doubted)).toBeLessThan(1);
});
