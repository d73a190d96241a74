import type { EvidenceSettings } from './parameters.ts';
import { permanentTeeth, toothKey, toothStates, type ChartedTooth, type ToothChart, type ToothState } from './tooth-chart.ts';
import { gapRatio, gapsOf, type GapChart } from './tooth-gaps.ts';
import { groupOf, laterTreatment, restorationDetail, toothTable, type StateShares } from './tooth-table.ts';

/** How one tooth of the ante-mortem chart stands to the same tooth found. */
export interface ToothComparison {
  readonly tooth: number;
  /** `differs`: surfaces, material or what stands in a gap cannot follow by treatment, but charts err there often. */
  readonly relation: 'agrees' | 'later_treatment' | 'differs' | 'contradicts';
  readonly reported: ChartedTooth;
  readonly found: ChartedTooth;
}

/** Chart against chart under one set of settings; terms of teeth that were met are kept. */
export interface TeethModel {
  /** log10 LR of a chart found against an ante-mortem chart. */
  weigh(reported: ToothChart, found: ToothChart): number;
}

/**
 * log10 LRs of a chart of teeth found against ante-mortem charts: for each tooth the hidden state at the time of the
 * chart, treated on its way to death with `toothTreatedBetween`, never back; both charts wrong at a tooth with
 * `toothChartError`. Against the shares of the population in five kinds of mouths, so that thirty sound teeth of a good
 * mouth are not thirty findings. Surfaces, material and what stands in a gap weigh beside the state (`restorationDetail`,
 * `gapTable`), later treatment one way only. A chart of another person in the file bounds all: (1 - m) LR + m, m = `toothChartMixedUp`.
 * LIMIT: shares are unverified and the same for every age; a tooth that moved into a gap counts as mis-charted; teeth
 * that have not come through, milk teeth and dentures as such are not weighed; bite marks, roots and fillings in X-rays
 * are for the examiner. Cost: about 1 µs a pair of charts once their teeth were met.
 */
export function openTeeth(settings: EvidenceSettings): TeethModel {
  const numbers = new Map<string, number>();
  const terms = new Map<number, Float64Array>();
  const prepared = new WeakMap<ToothChart, PreparedChart>();
  const prepare = (chart: ToothChart): PreparedChart => {
    const known = prepared.get(chart);
    if (known !== undefined) return known;
    const codes = Int32Array.from(permanentTeeth, (tooth) => {
      const one = chart.get(tooth);
      if (one === undefined) return 0;
      const key = toothKey(one);
      const code = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, code);
      return code;
    });
    const alone = toothTable.classes.map((mouth) => permanentTeeth.reduce((product, tooth) => product * aloneTerm(chart.get(tooth), mouth.states[groupOf(tooth)], settings), 1));
    const made = { codes, alone, gaps: gapsOf(chart), chance: toothTable.classes.reduce((sum, { share }, c) => sum + share * (alone[c] ?? 0), 0) };
    prepared.set(chart, made);
    return made;
  };
  const termsOf = (at: number, [reported, found]: readonly [ToothChart, ToothChart], code: number): Float64Array => {
    const known = terms.get(code);
    if (known !== undefined) return known;
    const tooth = permanentTeeth[at] ?? 0;
    const made = Float64Array.from(toothTable.classes, (mouth) => bothTerm({ reported: reported.get(tooth), found: found.get(tooth), shares: mouth.states[groupOf(tooth)] }, settings));
    terms.set(code, made);
    return made;
  };
  return {
    weigh: (reported, found) => {
      const [before, after] = [prepare(reported), prepare(found)];
      const product = toothTable.classes.map(({ share }) => share);
      for (let at = 0; at < permanentTeeth.length; at++) {
        const [a, b] = [before.codes[at] ?? 0, after.codes[at] ?? 0];
        if (a === 0 && b === 0) continue;
        const own = termsOf(at, [reported, found], (a * mostCodes + b) * groups + (groupNumbers[at] ?? 0));
        for (let c = 0; c < product.length; c++) product[c] = (product[c] ?? 0) * (own[c] ?? 1);
      }
      const ratio = product.reduce((sum, value) => sum + value, 0) / (before.chance * after.chance);
      const gaps = before.gaps === null || after.gaps === null ? 1 : gapRatio(before.gaps, after.gaps);
      return Math.log10((1 - settings.toothChartMixedUp) * ratio * gaps + settings.toothChartMixedUp);
    },
  };
}

interface PreparedChart {
  /** What each tooth shows, numbered; 0 = the chart is silent. */
  readonly codes: Int32Array;
  readonly gaps: GapChart | null;
  /** P(chart | kind of mouth). */
  readonly alone: readonly number[];
  readonly chance: number;
}

/** Findings of a tooth are fewer than this: states, subsets of seven surfaces, materials and what stands in gaps. */
const mostCodes = 8192;
const groupNames = ['incisor', 'canine', 'premolar', 'molar', 'wisdom'] as const;
const groups = groupNames.length;
const groupNumbers = permanentTeeth.map((tooth) => groupNames.indexOf(groupOf(tooth)));

const byGravity: readonly ToothComparison['relation'][] = ['contradicts', 'differs', 'later_treatment', 'agrees'];

/** Every tooth that both charts tell of, contradictions first. */
export function compareTeeth(reported: ToothChart, found: ToothChart): ToothComparison[] {
  const compared = permanentTeeth.flatMap((tooth): ToothComparison[] => {
    const [before, after] = [reported.get(tooth), found.get(tooth)];
    return before === undefined || after === undefined ? [] : [{ tooth, relation: relationOf(before, after), reported: before, found: after }];
  });
  return byGravity.flatMap((relation) => compared.filter((one) => one.relation === relation));
}

/** A tooth lost cannot be there again and a restored one not be sound: those contradict. What more was done later explains. */
function relationOf(before: ChartedTooth, after: ChartedTooth): ToothComparison['relation'] {
  if (before.seen === 'gone' || before.seen === 'missing') return after.seen === 'gone' || after.seen === 'missing' ? gapRelation(before, after) : 'contradicts';
  if (after.seen === 'missing' || after.seen === 'present' || before.seen === 'present') return 'agrees';
  const [from, to] = [toothStates.indexOf(before.seen), toothStates.indexOf(after.seen)];
  if (to !== from) return to < from ? 'contradicts' : 'later_treatment';
  const [surfaces, material] = [surfacesOf(before, after), materialRelation(before, after)];
  if (surfaces === 'smaller' || surfaces === 'other' || material === 'other') return 'differs';
  return surfaces === 'larger' || material === 'renewed' ? 'later_treatment' : 'agrees';
}

/** A gap may be filled and a root drawn later; an implant stays, and no root grows. A denture may have been lost with the body. */
function gapRelation({ replacement: before }: ChartedTooth, { replacement: after }: ChartedTooth): ToothComparison['relation'] {
  if (before === null || after === null || before === after || (before === 'replaced' && after === 'bare')) return 'agrees';
  return before === 'implant' || after === 'root' ? 'differs' : 'later_treatment';
}

interface ToothPair {
  readonly reported: ChartedTooth | undefined;
  readonly found: ChartedTooth | undefined;
  readonly shares: StateShares;
}

/** P(what a chart shows of a tooth | kind of mouth); 1 where it is silent. */
function aloneTerm(seen: ChartedTooth | undefined, shares: StateShares, settings: EvidenceSettings): number {
  return seen === undefined ? 1 : toothStates.reduce((sum, state, a) => sum + (shares[a] ?? 0) * chance(seen.seen, state, shares, settings), 0);
}

/**
 * P(both charts of one tooth | kind of mouth). The state at death is the state of the chart or a later one; what an
 * unrelated person's mouth shows has the same shares.
 */
function bothTerm({ reported, found, shares }: ToothPair, settings: EvidenceSettings): number {
  // A tooth of which only one chart tells says nothing of the pair: no treatment is reckoned with.
  if (reported === undefined || found === undefined) return aloneTerm(reported ?? found, shares, settings);
  const detail = detailRatio(reported, found);
  return toothStates.reduce((sum, before, a) => {
    const said = chance(reported.seen, before, shares, settings);
    const treated = before === 'gone' ? 0 : settings.toothTreatedBetween;
    const seen = toothStates.reduce((reach, after, b) => {
      const moved = (a === b ? 1 - treated : 0) + treated * (laterTreatment[before][b] ?? 0);
      return moved === 0 ? reach : reach + moved * chance(found.seen, after, shares, settings) * (a === b && before === reported.seen ? detail : 1);
    }, 0);
    return sum + (shares[a] ?? 0) * said * seen;
  }, 0);
}

/** P(charted so | true state): wrong with the error of charting, then anything by its share. */
function chance(seen: ChartedTooth['seen'], state: ToothState, shares: readonly number[], { toothChartError: error, toothLostAfterDeath: lost }: EvidenceSettings): number {
  const isGone = state === 'gone';
  if (seen === 'present') return isGone ? error : 1 - error;
  if (seen === 'missing') return isGone ? 1 - error : lost;
  return (seen === state ? 1 - error : 0) + error * (shares[toothStates.indexOf(seen)] ?? 0);
}

/** Surfaces and materials of fillings, materials of crowns, where both charts show the same kind of work. */
function detailRatio(reported: ChartedTooth, found: ChartedTooth): number {
  if (reported.seen !== found.seen) return 1;
  if (reported.seen !== 'filled' && reported.seen !== 'crowned') return 1;
  const [surfaces, material] = [surfacesOf(reported, found), materialRelation(reported, found)];
  return (surfaces === null ? 1 : quotient(restorationDetail.surfaces[surfaces])) * (material === null ? 1 : quotient(restorationDetail.material[material]));
}

function materialRelation({ material: before }: ChartedTooth, { material: after }: ChartedTooth): keyof typeof restorationDetail.material | null {
  if (before === null || after === null) return null;
  if (before === after) return 'same';
  return after === 'tooth_coloured' || after === 'ceramic' ? 'renewed' : 'other';
}

function surfacesOf({ surfaces: before }: ChartedTooth, { surfaces: after }: ChartedTooth): keyof typeof restorationDetail.surfaces | null {
  if (before === '' || after === '') return null;
  if (before === after) return 'same';
  const within = (some: string, all: string): boolean => Array.from(some).every((letter) => all.includes(letter));
  if (within(before, after)) return 'larger';
  return within(after, before) ? 'smaller' : 'other';
}

function quotient([same, other]: readonly [number, number]): number {
  return same / other;
}
