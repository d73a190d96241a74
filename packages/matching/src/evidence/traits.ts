/** What decides the weight of described things: marks, tattoos, surgery and implants, clothing, belongings, documents. */
export interface TraitModel {
  /** P(found | reported, this person, examined and speaking). */
  readonly foundIfReported: number;
  readonly reported: ReadonlyMap<string, number>;
  readonly found: ReadonlyMap<string, number>;
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
 * log10 LR of what was found against what was reported. For each thing k with shares a (reported) and b (found):
 * found again with s + (1 - s) b of the same person; reported and found s'/b, reported only (1 - s')/(1 - b), found only
 * (1 - a s'/b)/(1 - a). An empty list is partly "not asked" or "not examined": those shares are neutral.
 * Things of one list are independent given the person but for the chance `ofAnother`, which bounds the whole list.
 * LIMIT: a pair is compared by its key only.
 */
export function traitWeight(reported: readonly string[], found: readonly string[], model: TraitModel): number {
  return boundedList(apartWeight(reported, found, model), model);
}

/** log10 of R / (1 - c + c R): another person has the same list throughout with chance c. */
export function boundedList(log10Lr: number, { ofAnother }: TraitModel): number {
  // Far below the bound it changes less than single precision of a table would show.
  if (ofAnother * 10 ** log10Lr < 1e-6) return log10Lr;
  return log10Lr - Math.log10(1 - ofAnother + ofAnother * 10 ** log10Lr);
}

function apartWeight(reported: readonly string[], found: readonly string[], model: TraitModel): number {
  const [said, seen] = [reported[0] === nothingThere ? [] : reported, found[0] === nothingThere ? [] : found];
  if (said.length === 0 && seen.length === 0) return 0;
  if (seen.length === 0) return Math.log10(silentMix(said.map((key) => 10 ** traitTerms(key, model).reportedOnly), found.length === 0 ? model.notExamined : 0, model.found));
  if (said.length === 0) return Math.log10(silentMix(seen.map((key) => 10 ** traitTerms(key, model).foundOnly), reported.length === 0 ? model.notAsked : 0, model.reported));
  let sum = 0;
  for (const key of reported) {
    const { both, reportedOnly } = traitTerms(key, model);
    sum += found.includes(key) ? both : reportedOnly;
  }
  for (const key of found) if (!reported.includes(key)) sum += traitTerms(key, model).foundOnly;
  return sum;
}

/** What one thing says alone, log10: found again, only reported, only found. */
export interface TraitTerms {
  readonly both: number;
  readonly reportedOnly: number;
  readonly foundOnly: number;
}

const termsByModel = new WeakMap<TraitModel, Map<string, TraitTerms>>();

/** The three weights of a thing under a model; kept for the next asking. */
export function traitTerms(key: string, model: TraitModel): TraitTerms {
  let known = termsByModel.get(model);
  if (known === undefined) termsByModel.set(model, (known = new Map<string, TraitTerms>()));
  const found = known.get(key);
  if (found !== undefined) return found;
  const [reportedShare, foundShare, same] = [shareOf(model, 'reported', key), shareOf(model, 'found', key), again(key, model)];
  const terms = {
    both: Math.log10(same / foundShare),
    reportedOnly: Math.log10((1 - same) / (1 - foundShare)),
    foundOnly: Math.log10(Math.max(0.1, 1 - (reportedShare * same) / foundShare) / (1 - reportedShare)),
  };
  known.set(key, terms);
  return terms;
}

function silentMix(ratios: readonly number[], silent: number, shares: ReadonlyMap<string, number>): number {
  const product = ratios.reduce((all, ratio) => all * ratio, 1);
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

function again(key: string, model: TraitModel): number {
  const share = shareOf(model, 'found', key);
  return Math.min(0.98, model.foundIfReported + (1 - model.foundIfReported) * share);
}

function shareOf(model: TraitModel, side: 'reported' | 'found', key: string): number {
  return Math.max(model.rarest, model[side].get(key) ?? 0);
}
