import { refuse } from '@imena/problem';
import type { EvidenceSettings, ParameterName } from '../evidence/parameters.ts';

/** One pair with the probability that it is one person, as the joint solution gave it; of two reports both are places in one list. */
export interface LearningPair {
  readonly remains: number;
  readonly report: number;
  readonly probability: number;
}

/** What one parameter is learned from: the log10 LR of its kind of evidence for a pair under given settings. */
export type KindWeigher = (settings: EvidenceSettings, pair: LearningPair) => number;

export interface Learner {
  readonly parameter: ParameterName;
  /** `share` moves on the logit scale, `amount` on the log scale. */
  readonly scale: 'share' | 'amount';
  readonly weigh: KindWeigher;
}

/** What became of one parameter. */
export interface LearnedParameter {
  readonly parameter: ParameterName;
  readonly documented: number;
  readonly learned: number;
  /** Expected pairs of one person of which both sides tell something of it. */
  readonly pairs: number;
  /** `too_few`: the documented value stays; `at_edge`: the lists ask for more than the prior lets one learning move. */
  readonly state: 'learned' | 'too_few' | 'at_edge';
}

export interface LearnedSettings {
  readonly settings: EvidenceSettings;
  readonly parameters: readonly LearnedParameter[];
}

/** Fewer expected matches than this teach nothing. */
export const leastLearningMatches = 40;
/** Fewer pairs of one person that tell of a parameter than this leave it as documented. */
export const leastTellingPairs = 20;
/** How far, on its scale, one standard deviation of the documented prior reaches. */
const priorSpread = 0.7;
/** Steps that are tried first, from one end of what one learning may move to the other; then finer ones around the best. */
const steps = [-2.4, -1.2, 0, 1.2, 2.4];
const finer = [0.6, 0.3, 0.15];
const farthest = Math.max(...steps);

/**
 * One maximisation step of generalised expectation-maximisation, without labels: each parameter in turn moves to where
 * Σ P(pair) ln LR(pair) + ln prior is highest among steps around its documented value; the prior is normal on the scale
 * of the parameter, so that little data changes little. The denominators of the LRs do not depend on the parameters
 * learned here, so that a higher sum is a better account of the pairs.
 * @throws Problem `matching.too_little_to_learn`
 */
export function learnSettings(documented: EvidenceSettings, pairs: readonly LearningPair[], learners: readonly Learner[]): LearnedSettings {
  const expected = pairs.reduce((sum, { probability }) => sum + probability, 0);
  if (expected < leastLearningMatches) refuse('matching.too_little_to_learn', { found: Math.floor(expected), needed: leastLearningMatches });
  let settings = documented;
  const parameters: LearnedParameter[] = [];
  for (const { parameter, scale, weigh } of learners) {
    const value = documented[parameter];
    const telling = pairs.filter((pair) => weigh(settings, pair) !== 0);
    const count = telling.reduce((sum, { probability }) => sum + probability, 0);
    const step = count < leastTellingPairs ? 0 : bestStep(telling, (at) => ({ ...settings, [parameter]: moved(value, at, scale) }), weigh);
    const learned = step === 0 ? value : moved(value, step, scale);
    settings = { ...settings, [parameter]: learned };
    parameters.push({ parameter, documented: value, learned, pairs: count, state: count < leastTellingPairs ? 'too_few' : Math.abs(step) === farthest ? 'at_edge' : 'learned' });
  }
  return { settings, parameters };
}

function bestStep(pairs: readonly LearningPair[], settingsAt: (step: number) => EvidenceSettings, weigh: KindWeigher): number {
  let best = { step: 0, score: -Infinity };
  const tryStep = (step: number): void => {
    const tried = settingsAt(step);
    const likelihood = pairs.reduce((sum, pair) => sum + pair.probability * Math.LN10 * weigh(tried, pair), 0);
    const score = likelihood - (step / priorSpread) ** 2 / 2;
    if (score > best.score) best = { step, score };
  };
  for (const step of steps) tryStep(step);
  for (const by of finer) {
    const { step } = best;
    for (const beside of [step - by, step + by]) if (Math.abs(beside) <= farthest) tryStep(Math.round(100 * beside) / 100);
  }
  return best.step;
}

function moved(value: number, step: number, scale: Learner['scale']): number {
  if (scale === 'amount') return value * Math.exp(step);
  const odds = (value / (1 - value)) * Math.exp(step);
  return odds / (1 + odds);
}
