import { KinshipError } from '../kinship-error.ts';
import { prepareMarker } from '../markers/prepare-marker.ts';
import { prepareMissingPerson } from '../missing-person/prepare.ts';
import { scoreRemains } from '../missing-person/score.ts';
import { mostSimulations } from '../advice/types.ts';
import { addStranger } from '../pedigree/with-strangers.ts';
import { seededRandom } from '../random.ts';
import { simulateFamily } from '../simulate.ts';
import { defaultPolicies, type Marker, type Pedigree, type ProfileTyping } from '../types.ts';
import { drawSubpopulation } from './subpopulation.ts';
import { summarise } from './summarise.ts';
import type { CalibrationFamily, CalibrationInput, CalibrationResult, Scenario } from './types.ts';
import { readAsCertain, typingOf } from './world-typing.ts';

/**
 * Simulates true pairs (remains that are the missing person) and false ones (a stranger) for each family and scenario, and shows whether LRs mean what they say: the
 * posterior against the truth, false positives at thresholds (at most 1 / threshold if the model is right), what a wrong model costs.
 * Source: Turing's rule as in Good 1985 (Bayesian Statistics 2:249-270), unverified; Brummer and du Preez 2006 (doi:10.1016/j.csl.2005.08.001) for the cost.
 * @throws KinshipError kinship.calibration.*, kinship.missing.*, kinship.seed
 */
export function calibrate(input: CalibrationInput): CalibrationResult[] {
  if (!(Number.isInteger(input.simulations) && input.simulations >= 2 && input.simulations <= mostSimulations)) throw new KinshipError('kinship.calibration.simulations', { simulations: String(input.simulations), limit: mostSimulations });
  const markers = input.markers.map((marker) => prepareMarker(marker, [], input.policies ?? defaultPolicies).marker);
  return input.families.flatMap((family) => input.scenarios.map((scenario) => calibrateOne({ ...input, markers }, family, scenario)));
}

function calibrateOne(input: CalibrationInput, family: CalibrationFamily, scenario: Scenario): CalibrationResult {
  const random = seededRandom(input.seed);
  const { individuals } = family.pedigree;
  const person = individuals.find((i) => i.id === family.missing);
  if (person === undefined) throw new KinshipError('kinship.missing.not_in_pedigree', { missing: family.missing });
  const typed = new Set(individuals.filter((i) => i.profile !== undefined && i.id !== family.missing).map((i) => i.id));
  if (typed.size === 0) throw new KinshipError('kinship.calibration.nobody_typed', { family: family.name });
  const pedigree: Pedigree = { ...family.pedigree, individuals: individuals.map(({ profile: _given, ...i }) => (typed.has(i.id) ? { ...i, profile: i.id } : i)) };
  const { pedigree: everybody, id: stranger } = addStranger(pedigree, person.sex);
  const linkage = input.linkage ?? [];
  const typing = Object.fromEntries(individuals.flatMap((i): [string, ProfileTyping][] => {
    const model = typed.has(i.id) && i.profile !== undefined ? family.typing?.[i.profile] : undefined;
    return model === undefined ? [] : [[i.id, model]];
  }));
  const { world, assumed } = typingOf(scenario, family.remainsTyping);
  const worldTyping = world === undefined ? typing : { ...typing, [family.missing]: world, [stranger]: world };
  const haploid = new Set(person.sex === 'male' ? input.markers.flatMap((marker) => (marker.chrom === 'X' ? [marker.name] : [])) : []);
  const lnTrue: number[] = [];
  const lnFalse: number[] = [];
  let failed = 0;
  for (let s = 0; s < input.simulations; s++) {
    const all = simulateFamily({ pedigree: everybody, markers: worldOf(scenario, input.markers, random), linkage, typing: worldTyping, random });
    const profiles = Object.fromEntries([...typed].map((id) => [id, all[id] ?? {}]));
    const prepared = prepareMissingPerson({ pedigree, missing: family.missing, profiles, markers: input.markers, linkage, theta: input.theta ?? 0, typing });
    for (const [id, into] of [[family.missing, lnTrue], [stranger, lnFalse]] as const) {
      const seen = world !== undefined && assumed === undefined ? readAsCertain(all[id] ?? {}, (marker) => haploid.has(marker)) : (all[id] ?? {});
      try {
        into.push(scoreRemains(prepared, seen, assumed).lnLr);
      } catch (error) {
        if (!(error instanceof KinshipError) || error.code !== 'kinship.both_impossible') throw error;
        failed += 1;
      }
    }
  }
  return { family: family.name, scenario: nameOf(scenario), simulations: input.simulations, seed: input.seed, failed, ...summarise(Float64Array.from(lnTrue), Float64Array.from(lnFalse)) };
}

/** The markers with the frequencies of the people who are simulated; mutation stays that of the calculation. */
function worldOf(scenario: Scenario, markers: readonly Marker[], random: () => number): readonly Marker[] {
  switch (scenario.kind) {
    case 'asAssumed':
    case 'dropOut':
    case 'statedDropOut':
      return markers;
    case 'subpopulation':
      if (!(scenario.theta > 0 && scenario.theta < 1)) throw new KinshipError('kinship.theta', { value: scenario.theta });
      return markers.map((m) => drawSubpopulation(m, scenario.theta, random));
    case 'otherPopulation':
      return markers.map((marker) => otherFrequencies(marker, scenario));
  }
}

/** The other population's frequencies for the alleles that the calculation knows; its further alleles cannot be calculated with and are left out. */
function otherFrequencies(marker: Marker, scenario: { readonly name: string; readonly markers: readonly Marker[] }): Marker {
  const other = scenario.markers.find((m) => m.name === marker.name);
  if (other === undefined) throw new KinshipError('kinship.table.no_marker', { marker: marker.name, table: scenario.name });
  const freqs = marker.alleles.map((allele) => other.freqs[other.alleles.indexOf(allele)] ?? 0);
  const sum = freqs.reduce((x, y) => x + y, 0);
  if (!(sum > 0)) throw new KinshipError('kinship.marker.frequency_sum', { marker: marker.name, sum });
  return { ...marker, freqs: freqs.map((p) => p / sum) };
}

function nameOf(scenario: Scenario): string {
  switch (scenario.kind) {
    case 'asAssumed':
      return 'as assumed';
    case 'subpopulation':
      return `subpopulation, F_ST ${String(scenario.theta)}`;
    case 'otherPopulation':
      return `population ${scenario.name}`;
    case 'dropOut':
      return `unnoticed drop-out ${String(scenario.probability)}`;
    case 'statedDropOut':
      return `stated drop-out ${String(scenario.probability)}`;
  }
}
