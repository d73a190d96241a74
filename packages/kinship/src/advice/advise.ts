import { KinshipError } from '../kinship-error.ts';
import { refuseDuplicateMarkers } from '../likelihood.ts';
import { checkLinkage } from '../linkage/linked-likelihood.ts';
import { asCalculated, prepareMarker } from '../markers/prepare-marker.ts';
import { knownAlleles, observationAt } from '../markers/read-evidence.ts';
import { keepMarkers } from '../missing-person/linked-score.ts';
import { readFamily, type Family } from '../pedigree/family.ts';
import { seededRandom } from '../random.ts';
import { defaultPolicies, type Marker } from '../types.ts';
import { simulateKit } from './kit-outcomes.ts';
import type { OutcomeInput } from './hypotheses.ts';
import { layMarkers, type Asked, type LaidMarkers } from './lay-markers.ts';
import type { Outcomes } from './outcomes.ts';
import { mostSimulations, type AdviceInput, type AdviceOption, type AdviceResult, type Simulated } from './types.ts';

/**
 * What each option would bring to a case that is stuck, and the case as it stands: the LR after it, the probability to pass the threshold, the power to exclude a
 * stranger, by simulation on this pedigree given all that is typed, with the case's theta. Linked markers are drawn and weighed together; where a family is too large
 * for that, one of each group counts in every option and the others are named. Best expected LR first, "now" at the head.
 * Source: Vigeland, Marsico, Herrera Pinero and Egeland 2020 (doi:10.1016/j.fsigen.2020.102376), unverified.
 * @throws KinshipError kinship.advice.*, kinship.missing.*, kinship.linkage.*, kinship.seed
 */
export function advise(input: AdviceInput): AdviceResult[] {
  if (!(Number.isInteger(input.simulations) && input.simulations >= 2 && input.simulations <= mostSimulations)) throw new KinshipError('kinship.advice.simulations', { simulations: String(input.simulations), limit: mostSimulations });
  refuseDuplicateMarkers(input.markers);
  checkLinkage(input.linkage ?? [], input.markers);
  const family = readFamily(input.pedigree);
  const target = family.index.get(input.missing);
  if (target === undefined) throw new KinshipError('kinship.missing.not_in_pedigree', { missing: input.missing });
  if (family.profile[target] !== null) throw new KinshipError('kinship.missing.has_profile', { missing: input.missing });
  const markers = layMarkers(input, input.markers.map((marker) => outcomeInput(input, { family, target, marker })), askedOf(input, family, target));
  const now = simulate(input, { name: 'now', kind: 'now', outcomes: markers.outcomes({ kind: 'now' }), linkedOut: markers.linkedOut });
  const rest = input.options.map((option) => adviseOption(input, { family, target, markers, option }));
  return [now, ...rest.sort((a, b) => b.log10Lr.mean - a.log10Lr.mean || (a.name < b.name ? -1 : 1))];
}

function outcomeInput(input: AdviceInput, at: { family: Family; target: number; marker: Marker }): OutcomeInput {
  const { marker, family, target } = at;
  const seen = family.profile.flatMap((key) => (key === null ? [] : knownAlleles(observationAt(input.profiles[key], marker.name))));
  const policies = input.policies ?? defaultPolicies;
  const prepared = prepareMarker(marker, [...seen, ...knownAlleles(input.remains?.[marker.name])], policies);
  const strict = prepareMarker({ ...prepared.marker, mutation: null }, [], asCalculated);
  return { family, target, marker: prepared, strict, profiles: input.profiles, remains: input.remains ?? null, remainsTyping: input.remainsTyping, settings: input };
}

/** What is asked of every marker of the case. */
function askedOf({ options }: AdviceInput, family: Family, target: number): Asked[] {
  return options.flatMap((option): Asked[] => {
    switch (option.kind) {
      case 'relative': {
        const relative = family.index.get(option.id);
        if (relative === undefined || relative === target || family.profile[relative] !== null) throw new KinshipError('kinship.advice.relative', { id: option.id });
        return [{ kind: 'relative', relative }];
      }
      case 'secondBone':
        return [{ kind: 'secondBone', markers: option.markers }];
      case 'markers':
        return [];
    }
  });
}

interface Case {
  readonly family: Family;
  readonly target: number;
  readonly markers: LaidMarkers;
  readonly option: AdviceOption;
}

function adviseOption(input: AdviceInput, { family, target, markers, option }: Case): AdviceResult {
  const { linkedOut } = markers;
  switch (option.kind) {
    case 'relative':
      return simulate(input, { name: option.id, kind: option.kind, outcomes: markers.outcomes({ kind: 'relative', relative: family.index.get(option.id) ?? -1 }), linkedOut });
    case 'secondBone':
      return simulate(input, { name: 'second bone', kind: option.kind, outcomes: markers.outcomes({ kind: 'secondBone', markers: option.markers }), linkedOut });
    case 'markers': {
      const fresh = option.markers.filter((m) => input.markers.every((own) => own.name !== m.name));
      const linkage = (option.linkage ?? []).map((group) => keepMarkers(group, (name) => fresh.some((m) => m.name === name))).filter((group) => group.markers.length > 1);
      const added = simulateKit({ ...input, family, target, markers: fresh, linkage }, seededRandom((input.seed ^ 0x5bd1e995) >>> 0));
      return simulate(input, { name: option.name, kind: option.kind, outcomes: markers.outcomes({ kind: 'now' }), added, linkedOut });
    }
  }
}

interface Simulation {
  readonly name: string;
  readonly kind: AdviceResult['kind'];
  readonly outcomes: readonly Outcomes[];
  readonly linkedOut: AdviceResult['linkedOut'];
  /** ln LR and share of strangers not excluded that new markers add, by simulation. */
  readonly added?: { readonly ifTrue: Float64Array; readonly ifFalse: Float64Array; readonly notExcluded: Float64Array };
}

function simulate(input: AdviceInput, what: Simulation): AdviceResult {
  const random = seededRandom(input.seed);
  const n = input.simulations;
  const lnTrue = what.added?.ifTrue.slice() ?? new Float64Array(n);
  const lnFalse = what.added?.ifFalse.slice() ?? new Float64Array(n);
  const notExcluded = what.added?.notExcluded.slice() ?? new Float64Array(n).fill(1);
  for (const outcome of what.outcomes) {
    for (let s = 0; s < n; s++) {
      const seen = outcome.ifTrue(random);
      lnTrue[s] = (lnTrue[s] ?? NaN) + outcome.lnLr(seen);
      lnFalse[s] = (lnFalse[s] ?? NaN) + outcome.lnLr(outcome.ifFalse(random));
      notExcluded[s] = (notExcluded[s] ?? NaN) * (1 - outcome.excluded(seen));
    }
  }
  const passes = (ln: Float64Array): Simulated => meanOf(ln.map((x) => (x >= input.lnThreshold ? 1 : 0)));
  const sorted = lnTrue.slice().sort((a, b) => a - b);
  const point = (q: number): number => (sorted[Math.min(n - 1, Math.floor(q * n))] ?? NaN) / Math.LN10;
  return {
    name: what.name,
    kind: what.kind,
    log10Lr: meanOf(lnTrue.map((x) => x / Math.LN10)),
    quantiles: [point(0.05), point(0.5), point(0.95)],
    passes: passes(lnTrue),
    passesFalsely: passes(lnFalse),
    exclusionPower: meanOf(notExcluded.map((x) => 1 - x)),
    simulations: n,
    seed: input.seed,
    linkedOut: what.linkedOut,
  };
}

function meanOf(values: Float64Array): Simulated {
  const n = values.length;
  const mean = values.reduce((x, y) => x + y, 0) / n;
  if (!Number.isFinite(mean)) return { mean, standardError: 0 };
  const variance = values.reduce((x, y) => x + (y - mean) ** 2, 0) / (n - 1);
  return { mean, standardError: Math.sqrt(variance / n) };
}
