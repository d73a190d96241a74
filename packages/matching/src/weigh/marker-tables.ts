import type { PreparedName } from '@imena/names';
import { markerWeight, readOfAnother, type MarkerModel } from '../evidence/marker.ts';
import { sexErrorOf, sexRatio, sharesCalled } from '../evidence/sex.ts';
import type { FoundRemains, Sex } from '../records/types.ts';
import { birthTableOf } from './birth-tables.ts';
import type { FoundBirths } from './found-keys.ts';
import { foundNamesOf } from './name-weight.ts';
import type { TableContext } from './remains-tables.ts';
import { lasting } from '../evidence/room.ts';

/** What was read for one individual (names, date of birth, age), beside the body that was examined. Weights are log10. */
export interface MarkerTables {
  /** By code of birth of the report: what was written of it, given the body's estimate; null where nothing was. */
  readonly written: Float32Array | null;
  /** By sex of the report (unknown, M, F): the sex that the name tells. */
  readonly sex: readonly [number, number, number];
  /** P(read | body, marker right) / P(read | anybody): by age, and by age and sex together; below 1 they contradict. */
  readonly ageConcordance: number;
  readonly concordance: number;
  readonly model: MarkerModel;
  /** By code of birth: what this weighs without any name, bounded by the marker's error. */
  readonly alone: Float32Array | null;
}

/** The tables of what was read; null where nothing was. */
export function markerTables(remains: FoundRemains, births: FoundBirths, context: TableContext): MarkerTables | null {
  const { settings, population, marker: model } = context;
  const written = writtenBirth(births, context);
  const names = foundNamesOf(remains);
  if (written === null && names.every(({ words }) => words.length === 0)) return null;
  const told = sexTold(names);
  const bySex = told === null ? 1 : concordanceOfSex(told, remains, context);
  const ageConcordance = written?.concordance ?? 1;
  const ofSex = (sex: Sex): number => (told === null ? 0 : Math.log10((sex === told ? 1 - settings.nameSexError : settings.nameSexError) / population.sex[told]));
  return { written: written?.codes ?? null, sex: [Math.log10(bySex), ofSex('M'), ofSex('F')], ageConcordance, concordance: ageConcordance * bySex, model, alone: written?.alone ?? null };
}

/** The sex that names tell; null where none does, or they differ. */
function sexTold(names: readonly PreparedName[]): Sex | null {
  const told = names.find(({ sex }) => sex !== null)?.sex ?? null;
  if (told === null || names.some(({ sex }) => sex !== null && sex !== told)) return null;
  return told === 'male' ? 'M' : 'F';
}

/**
 * What `markerWeight(x)` exceeds max(0, x) by at the most: its numerator is at most 10^x above 0, at most 1 below, its
 * denominator at least that of x far below 0. Without an error of the marker it is x - log10(c).
 */
export function mostOfMarker({ concordance, ageConcordance, model }: MarkerTables): number {
  return -leastDenominator(Math.min(concordance, ageConcordance), model);
}

/** `markerWeight` of an individual from above, less than a hundredth beyond it where the list is long: hundreds are asked for in a search. Never below it. */
export function openMarkerBound({ concordance, model }: Pick<MarkerTables, 'concordance' | 'model'>): (agreement: number) => number {
  if (model.misplaced === 0) return (agreement) => markerWeight(agreement, concordance, model);
  const tops = numeratorsOf(model);
  const least = leastDenominator(concordance, model);
  return (agreement) => (agreement > farthest ? markerWeight(agreement, concordance, model) : (tops[Math.max(0, Math.ceil(steps * (agreement + farthest)))] as number) - least);
}

/** log10 of what the denominator of `markerWeight` is at least. */
function leastDenominator(concordance: number, model: MarkerModel): number {
  return Math.log10((1 - model.misplaced) * concordance + Math.max(0, readOfAnother(0, model)));
}

/** Steps of one (log10) in which agreement is looked up, and how far. */
const [steps, farthest] = [200, 12];
const numerators = new WeakMap<MarkerModel, Float64Array>();

/** log10 of the numerator of `markerWeight` by steps of agreement. */
function numeratorsOf(model: MarkerModel): Float64Array {
  const known = numerators.get(model);
  if (known !== undefined) return known;
  const tops = Float64Array.from({ length: 2 * steps * farthest + 1 }, (_, step) => {
    const ratio = 10 ** (step / steps - farthest);
    return Math.log10((1 - model.misplaced) * ratio + readOfAnother(ratio, model));
  });
  numerators.set(model, tops);
  return tops;
}

/** What was written of a birth, beside the body. */
export interface WrittenBirth {
  /** By code of birth, log10. */
  readonly codes: Float32Array;
  /** The same bounded by the marker's error, without any name. */
  readonly alone: Float32Array;
  readonly concordance: number;
}

/**
 * What was written of the birth given the estimate: P(written, estimate | report) / (P(written) P(estimate | report)).
 * Both observe one hidden year, so that a year and an age are not counted twice. Null where nothing was written.
 */
function writtenBirth({ both, written, estimated }: FoundBirths, context: TableContext): WrittenBirth | null {
  if (written === null || both === null) return null;
  return context.written.of(both.key, () => {
    const together = birthTableOf(both, context);
    const codes = lasting.floats(together.codes.length);
    codes.set(together.codes);
    let concordance = 1;
    if (estimated !== null) {
      const body = birthTableOf(estimated, context);
      concordance = together.expected / (birthTableOf(written, context).expected * body.expected);
      const shift = Math.log10(concordance);
      for (let code = 0; code < codes.length; code++) codes[code] = (together.codes[code] ?? 0) + shift - (body.codes[code] ?? 0);
    }
    const alone = lasting.floats(codes.length);
    for (let code = 0; code < codes.length; code++) alone[code] = markerWeight(codes[code] ?? 0, concordance, context.marker);
    return { codes, alone, concordance };
  });
}

/** What a name tells of sex against the sex of the body: ((1 - e) P(body | told) + e P(body | other)) / P(body). */
function concordanceOfSex(told: Sex, { sex: observed, isSexInDoubt }: Pick<FoundRemains, 'sex' | 'isSexInDoubt'>, { settings, population: { sex: shares } }: TableContext): number {
  if (observed === null) return 1;
  const errorRate = sexErrorOf({ isSexInDoubt }, settings);
  const model = { errorRate, population: isSexInDoubt ? sharesCalled(shares, errorRate) : shares };
  return (1 - settings.nameSexError) * sexRatio(told, observed, model) + settings.nameSexError * sexRatio(told === 'M' ? 'F' : 'M', observed, model);
}
