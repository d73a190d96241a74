import { refuse, type Json } from '@imena/problem';
import { ageIntervalRatio } from './age.ts';
import { birthDateCategory, birthDateRatio } from './birth-date.ts';
import { colourRatio, pigmentationRatios, type Pigmentation } from './colour.ts';
import { preliminaryRatios } from './preliminary.ts';
import { sexRatio } from './sex.ts';

/** The answer to a case of category f, in the shape of `kinship-case/1`. */
export interface NonGeneticAnswer {
  readonly id: string;
  readonly expected: Readonly<Record<string, Json>>;
}

type Parameters = Readonly<Record<string, unknown>>;

/**
 * Answers a `kinship-case/1` case of category `f.non_genetic` by the closed form of its model. Only `id` and
 * `nonGenetic` are read.
 * @throws Problem `matching.case_unreadable`, `matching.case_unknown`
 */
export function answerNonGenetic(input: unknown): NonGeneticAnswer {
  const root = object(input, 'case');
  const id = text(root['id'], 'id');
  const nonGenetic = object(root['nonGenetic'], 'nonGenetic');
  const variable = text(nonGenetic['variable'], 'variable');
  const parameters = object(nonGenetic['parameters'], 'parameters');
  return { id, expected: answer(variable, parameters) };
}

function answer(variable: string, given: Parameters): Record<string, Json> {
  if ('search' in given) return preliminary(variable, given);
  switch (variable) {
    case 'sex': return { LR: (['F', 'M'] as const).map((observed) => ({ observed, LR: sexRatio(sexOf(given['missing']), observed, { errorRate: number(given, 'errorRate'), population: sexShares(given['population']) }) })) };
    case 'age': return ageAnswer(given);
    case 'birthdate': return birthDateAnswer(given);
    case 'hair': {
      const model = { errorMatrix: matrix(given['errorMatrix']), population: numbers(given['population'], 'population') };
      return { LR: model.population.map((_, i) => ({ observed: i + 1, LR: colourRatio(number(given, 'missing') - 1, i, model) })) };
    }
    case 'pigmentation': return pigmentationAnswer(given);
    case 'sex x age x hair': return jointTable(given);
    default: return refuse('matching.case_unknown', { variable });
  }
}

function ageAnswer(given: Parameters): Record<string, Json> {
  const model = { tolerance: number(given, 'tolerance'), errorRate: number(given, 'errorRate'), oldest: oldestOf(given), count: 'inclusive' as const };
  const LR = (['outside', 'inside'] as const).map((observed) => ({ observed: observed === 'inside' ? 'T1' : 'T0', LR: ageIntervalRatio(observed, model) }));
  const [outside, inside] = LR;
  return { LR, extra: { inclusiveLR: { T1: inside?.LR ?? 0, T0: outside?.LR ?? 0 } } };
}

/** `uniform on 1..80`. */
function oldestOf(given: Parameters): number {
  const found = /^uniform on 1\.\.(\d+)$/u.exec(text(given['population'], 'population'));
  return found === null ? refuse('matching.case_unreadable', { field: 'population' }) : Number(found[1]);
}

function birthDateAnswer(given: Parameters): Record<string, Json> {
  const days = Math.round((Date.parse(text(given['declared'], 'declared')) - Date.parse(text(given['actual'], 'actual'))) / 86_400_000);
  const model = { alpha: numbers(given['alpha'], 'alpha'), cuts: numbers(given['cuts'], 'cuts') };
  if (given['type'] !== 'open') refuse('matching.case_unknown', { variable: `birthdate, ${String(given['type'])}` });
  const exactLR = birthDateRatio(days, model);
  return { LR: [{ observed: days, LR: exactLR }], extra: { category: birthDateCategory(days, model.cuts) + 1, exactLR } };
}

function pigmentationAnswer(given: Parameters): Record<string, Json> {
  const sample = list(given['population'], 'population').map((row): Pigmentation => {
    const item = object(row, 'population');
    return { hair: number(item, 'hair'), skin: number(item, 'skin'), eye: number(item, 'eye'), count: number(item, 'count') };
  });
  const missing = { hair: number(given, 'hair'), skin: number(given, 'skin'), eye: number(given, 'eye') };
  const errors = { hair: number(given, 'errorHair'), skin: number(given, 'errorSkin'), eye: number(given, 'errorEye') };
  const ratios = pigmentationRatios(missing, errors, sample);
  const order = [...ratios].sort(({ combination: a }, { combination: b }) => a.hair - b.hair || a.skin - b.skin || a.eye - b.eye);
  return { table: order.map(({ combination, share, numerator, ratio }) => ({ hair_colour: combination.hair, skin_colour: combination.skin, eye_colour: combination.eye, f_h_s_y: share, numerators: numerator, LR: ratio })) };
}

/** Sex × age group × hair colour, independent given the person; age by the peer's half-open count, on which its table rests. */
function jointTable(given: Parameters): Record<string, Json> {
  const errors = object(given['errors'], 'errors');
  const sexes = sexShares(given['populationSex']);
  const hair = numbers(given['populationHair'], 'populationHair');
  const errorRow = matrix(given['errorMatrix'])[number(given, 'hair') - 1] ?? [];
  const missing = sexOf(given['sex']);
  const inside = (2 * number(given, 'tolerance')) / 80;
  const rows = (['F', 'M'] as const).flatMap((sex) => (['T1', 'T0'] as const).map((age) => {
    const person = (sex === missing ? 1 - number(errors, 'sex') : number(errors, 'sex')) * (age === 'T1' ? 1 - number(errors, 'age') : number(errors, 'age'));
    const population = sexes[sex] * (age === 'T1' ? inside : 1 - inside);
    return { name: `${sex}-${age}`, person: errorRow.map((p) => person * p), population: hair.map((p) => population * p) };
  }));
  return {
    rows: rows.map(({ name }) => name), columns: hair.map((_, i) => String(i + 1)),
    missingPerson: rows.map(({ person }) => person), population: rows.map(({ population }) => population),
    LR: rows.map(({ person, population }) => person.map((p, i) => p / (population[i] ?? 0))),
  };
}

function preliminary(variable: string, given: Parameters): Record<string, Json> {
  const errorRate = number(given, 'errorRate');
  if (given['search'] === 'open') {
    const chance = variable === 'region' ? 1 / number(given, 'numberOfRegions') : 0.5;
    return { pMatchUnrelated: chance, LR: preliminaryRatios(chance, errorRate).map((row) => ({ ...row })) };
  }
  if (given['search'] !== 'closed') return refuse('matching.case_unknown', { variable: `${variable}, ${String(given['search'])}` });
  const database = list(given['database'], 'database');
  const isNumber = variable === 'age' || variable === 'height';
  const alike = database.filter((value) => (isNumber ? typeof value === 'number' && Math.abs(value - number(given, 'missing')) < number(given, 'tolerance') : value === given['missing']));
  const chance = alike.length / database.length;
  return { pMatchUnrelated: chance, LR: preliminaryRatios(chance, errorRate).map((row) => ({ ...row })) };
}

function object(value: unknown, field: string): Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Parameters) : refuse('matching.case_unreadable', { field });
}

function text(value: unknown, field: string): string {
  return typeof value === 'string' ? value : refuse('matching.case_unreadable', { field });
}

function number(from: Parameters, field: string): number {
  const value = from[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse('matching.case_unreadable', { field });
}

function list(value: unknown, field: string): readonly unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : refuse('matching.case_unreadable', { field });
}

function numbers(value: unknown, field: string): number[] {
  return list(value, field).map((item) => (typeof item === 'number' ? item : refuse('matching.case_unreadable', { field })));
}

function matrix(value: unknown): number[][] {
  return list(value, 'errorMatrix').map((row) => numbers(row, 'errorMatrix'));
}

function sexOf(value: unknown): 'M' | 'F' {
  return value === 'M' || value === 'F' ? value : refuse('matching.case_unreadable', { field: 'sex' });
}

function sexShares(value: unknown): { M: number; F: number } {
  const shares = object(value, 'population');
  return { M: number(shares, 'M'), F: number(shares, 'F') };
}
