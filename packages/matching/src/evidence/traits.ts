/** What decides the weight of described things: marks, tattoos, surgery and implants, clothing, belongings, documents. */
export interface TraitModel {
  /** P(found | reported, this person, examined and speaking). */
  readonly foundIfReported: number;
  readonly reported: ReadonlyMap<string, number>;
  readonly found: ReadonlyMap<string, number>;
  readonly notAsked: number;
  readonly notExamined: number;
}

/** Share of a thing that no list holds. */
const rarest = 0.002;

/**
 * log10 LR of what was found against what was reported. For each thing k with shares a (reported) and b (found):
 * found again with s + (1 - s) b of the same person; reported and found s'/b, reported only (1 - s')/(1 - b), found only
 * (1 - a s'/b)/(1 - a). An empty list is partly "not asked" or "not examined": those shares are neutral.
 * LIMIT: things of one list are taken as independent given the person; a pair is compared by its key only.
 */
export function traitWeight(reported: readonly string[], found: readonly string[], model: TraitModel): number {
  if (reported.length === 0 && found.length === 0) return 0;
  const reportedOnly = (key: string): number => (1 - again(key, model)) / (1 - shareOf(model.found, key));
  const foundOnly = (key: string): number => {
    const a = shareOf(model.reported, key);
    return Math.max(0.1, 1 - (a * again(key, model)) / shareOf(model.found, key)) / (1 - a);
  };
  if (found.length === 0) return Math.log10(silentMix(reported.map(reportedOnly), model.notExamined, model.found));
  if (reported.length === 0) return Math.log10(silentMix(found.map(foundOnly), model.notAsked, model.reported));
  let ratio = 1;
  for (const key of reported) ratio *= found.includes(key) ? again(key, model) / shareOf(model.found, key) : reportedOnly(key);
  for (const key of found) if (!reported.includes(key)) ratio *= foundOnly(key);
  return Math.log10(ratio);
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
  const share = shareOf(model.found, key);
  return Math.min(0.98, model.foundIfReported + (1 - model.foundIfReported) * share);
}

function shareOf(shares: ReadonlyMap<string, number>, key: string): number {
  return shares.get(key) ?? rarest;
}
