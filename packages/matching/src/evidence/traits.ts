import { describedBy } from './described-thing.ts';
import { powerOfTen } from './power-of-ten.ts';
import { qualityRatio, type QualityModel } from './quality-weight.ts';

/** What decides the weight of described things: marks, tattoos, surgery and implants, clothing, belongings, documents. */
export interface TraitModel {
  /** P(found | reported, this person, examined and speaking). */
  readonly foundIfReported: number;
  /** Shares of things, whatever is said beside them. */
  readonly reported: ReadonlyMap<string, number>;
  readonly found: ReadonlyMap<string, number>;
  readonly qualities: QualityModel;
  readonly notAsked: number;
  readonly notExamined: number;
  /** Share of a thing that no list holds, and the least of any: what is seldom written is not seldom worn. */
  readonly rarest: number;
  /** Chance that another person has the same list throughout: clothes bought together, a uniform of work, a list written down once more. */
  readonly ofAnother: number;
}

/** The one entry of a list where somebody looked and there was nothing: neither "not asked" nor "not examined". */
export const nothingThere = '∅';

/**
 * log10 LR of what was found against what was reported, keys of `termKeys`. For each thing k with shares a (reported) and b
 * (found): found again s r/b + 1 - s of the same person, r what colour, side, place and the like say beside it
 * (`qualityRatio`, 1 where a side is silent); reported only (1 - s')/(1 - b), found only (1 - a s'/b)/(1 - a), with
 * s' = s + (1 - s) b. Of several things of one name those that fit best belong together. An empty list is partly "not
 * asked" or "not examined": those shares are neutral.
 * Things of one list are independent given the person but for the chance `ofAnother`, which bounds the whole list.
 */
export function traitWeight(reported: readonly string[], found: readonly string[], model: TraitModel): number {
  return boundedList(apartWeight(reported, found, model), model);
}

/** log10 of R / (1 - c + c R): another person has the same list throughout with chance c. */
export function boundedList(log10Lr: number, { ofAnother }: TraitModel): number {
  const byAnother = ofAnother * powerOfTen(log10Lr);
  // Far below the bound it changes less than single precision of a table would show.
  return byAnother < 1e-6 ? log10Lr : log10Lr - Math.log10(1 - ofAnother + byAnother);
}

function apartWeight(reported: readonly string[], found: readonly string[], model: TraitModel): number {
  const [said, seen] = [reported[0] === nothingThere ? [] : reported, found[0] === nothingThere ? [] : found];
  if (said.length === 0 && seen.length === 0) return 0;
  const onNeither = neitherOfAll(model);
  const ofSaid = said.reduce((sum, key) => sum + traitTerms(key, model).reportedOnly, 0);
  const ofSeen = seen.reduce((sum, key) => sum + traitTerms(key, model).foundOnly, 0);
  if (seen.length === 0) return Math.log10(silentMix(10 ** (onNeither + ofSaid), found.length === 0 ? model.notExamined : 0, model.found));
  if (said.length === 0) return Math.log10(silentMix(10 ** (onNeither + ofSeen), reported.length === 0 ? model.notAsked : 0, model.reported));
  return onNeither + ofSaid + ofSeen + pairThings(reported, found, model).reduce((sum, { gain }) => sum + gain, 0);
}

/** A thing reported and a thing found that are taken as one, with what they weigh beyond being on one list only. */
export interface PairedThing {
  readonly reported: string;
  readonly found: string;
  readonly gain: number;
}

/** The things of both lists that may be one, heaviest first, each once; keys of `termKeys`. */
export function pairThings(reported: readonly string[], found: readonly string[], model: TraitModel): PairedThing[] {
  const possible: PairedThing[] = [];
  for (const other of found) {
    const gains = gainsWith(other, model);
    for (const one of reported) {
      let gain = gains.get(one);
      if (gain === undefined) {
        gain = gainOf(one, other, model);
        if (gains.size < mostKept) gains.set(one, gain);
      }
      if (gain > 0) possible.push({ reported: one, found: other, gain });
    }
  }
  if (possible.length < 2) return possible;
  possible.sort((a, b) => b.gain - a.gain || (a.reported === b.reported ? (a.found < b.found ? -1 : 1) : a.reported < b.reported ? -1 : 1));
  const taken = new Set<string>();
  return possible.filter(({ reported: one, found: other }) => {
    const [said, seen] = [`reported ${one}`, `found ${other}`];
    if (taken.has(said) || taken.has(seen)) return false;
    taken.add(said).add(seen);
    return true;
  });
}

const gainsByModel = new WeakMap<TraitModel, Map<string, Map<string, number>>>();
/** Things found of which gains are kept, and things reported beside each, at most. */
const mostKept = 500;

/** What things reported gain with one found, as far as it was asked for under a model: lists describe the same few things again and again. */
function gainsWith(found: string, model: TraitModel): Map<string, number> {
  let known = gainsByModel.get(model);
  if (known === undefined) gainsByModel.set(model, (known = new Map<string, Map<string, number>>()));
  let gains = known.get(found);
  if (gains === undefined) {
    if (known.size >= mostKept) known.clear();
    known.set(found, (gains = new Map<string, number>()));
  }
  return gains;
}

/** What one thing on both lists weighs more than on each alone; 0 of two things. */
function gainOf(reported: string, found: string, model: TraitModel): number {
  if (describedBy(reported).thing !== describedBy(found).thing) return 0;
  const { foundShare, foundAgain, neither, reportedOnly, foundOnly } = traitTerms(found, model);
  return Math.log10((foundAgain * qualityRatio(reported, found, model.qualities)) / foundShare + 1 - foundAgain) - neither - reportedOnly - foundOnly;
}

/** What one thing says alone, log10: only reported, only found, beyond being on neither side; and what it is reckoned from. */
export interface TraitTerms {
  readonly reportedOnly: number;
  readonly foundOnly: number;
  /** What it says that neither side names it. */
  readonly neither: number;
  readonly foundShare: number;
  /** P(the very thing found | reported). */
  readonly foundAgain: number;
}

const termsByModel = new WeakMap<TraitModel, Map<string, TraitTerms>>();

/** The terms of a thing under a model, whatever is said beside it; kept for the next asking. */
export function traitTerms(key: string, model: TraitModel): TraitTerms {
  let known = termsByModel.get(model);
  if (known === undefined) termsByModel.set(model, (known = new Map<string, TraitTerms>()));
  const { thing } = describedBy(key);
  const kept = known.get(thing);
  if (kept !== undefined) return kept;
  const [reportedShare, foundShare] = [shareOf(model, 'reported', thing), shareOf(model, 'found', thing)];
  const foundAgain = foundAgainOf(model, reportedShare, foundShare);
  const neither = neitherTerm(model, thing);
  const terms = {
    foundShare, foundAgain, neither,
    reportedOnly: Math.log10(1 - foundAgain) - neither,
    foundOnly: Math.log10((1 - (reportedShare * (foundAgain + (1 - foundAgain) * foundShare)) / foundShare) / (1 - reportedShare)) - neither,
  };
  known.set(thing, terms);
  return terms;
}

/** log10 of P(neither reported nor found | one person) / P(the same | two): 1 + a s / (1 - a), by the share that was counted. */
function neitherTerm(model: TraitModel, thing: string): number {
  const [reported, found] = [model.reported.get(thing) ?? 0, model.found.get(thing) ?? 0];
  if (reported === 0 || found === 0) return 0;
  return Math.log10(1 + (reported * foundAgainOf(model, reported, found)) / (1 - reported));
}

/** P(the very thing found | reported) that both shares allow: of what is found at most nine in ten, beyond chance, were reported. */
function foundAgainOf({ foundIfReported }: TraitModel, reported: number, found: number): number {
  const most = (found / reported) * (reported + 0.9 * (1 - reported));
  return Math.max(0, Math.min(foundIfReported, (Math.min(0.98, most) - found) / (1 - found)));
}

const neitherKnown = new WeakMap<TraitModel, number>();

/** The sum of these over all things: what two lists that share nothing and name nothing have in common. */
export function neitherOfAll(model: TraitModel): number {
  const known = neitherKnown.get(model);
  if (known !== undefined) return known;
  const sum = [...model.reported.keys()].reduce((all, thing) => all + neitherTerm(model, thing), 0);
  neitherKnown.set(model, sum);
  return sum;
}

function silentMix(product: number, silent: number, shares: ReadonlyMap<string, number>): number {
  const nothing = (1 - silent) * emptyChance(shares);
  return (silent + nothing * product) / (silent + nothing);
}

const emptyChances = new WeakMap<ReadonlyMap<string, number>, number>();

/** Π (1 - share): the chance that somebody asked or examined has none of all things. */
function emptyChance(shares: ReadonlyMap<string, number>): number {
  const known = emptyChances.get(shares);
  if (known !== undefined) return known;
  const chance = [...shares.values()].reduce((all, share) => all * (1 - share), 1);
  emptyChances.set(shares, chance);
  return chance;
}

function shareOf(model: TraitModel, side: 'reported' | 'found', thing: string): number {
  return Math.max(model.rarest, model[side].get(thing) ?? 0);
}
