import { KinshipError } from '../kinship-error.ts';
import type { Observation, Profile, ProfileTyping, TypingModel } from '../types.ts';
import type { Scenario } from './types.ts';

/** How the remains lose and gain alleles in a scenario, and what the calculation takes of it; undefined: typed without error. */
export interface WorldTyping {
  readonly world: ProfileTyping | undefined;
  readonly assumed: ProfileTyping | undefined;
}

/** @throws KinshipError kinship.calibration.drop_out */
export function typingOf(scenario: Scenario, given: ProfileTyping | undefined): WorldTyping {
  if (scenario.kind !== 'dropOut' && scenario.kind !== 'statedDropOut') return { world: given, assumed: given };
  const { kind, probability } = scenario;
  if (!(probability >= 0 && probability <= 1)) throw new KinshipError('kinship.calibration.drop_out', { value: String(probability) });
  const world = loseMore(given ?? { dropOut: 0 }, { dropOut: probability, homozygoteDropOut: kind === 'statedDropOut' ? probability ** 2 : 0 });
  return { world, assumed: kind === 'statedDropOut' ? world : given };
}

/** Two ways of losing an allele, each by itself. */
function loseMore(given: ProfileTyping, more: Required<Omit<TypingModel, 'dropIn'>>): ProfileTyping {
  const either = (a: number, b: number): number => 1 - (1 - a) * (1 - b);
  const of = ({ dropOut, homozygoteDropOut = dropOut * dropOut, dropIn = 0 }: TypingModel): TypingModel => ({
    dropOut: either(dropOut, more.dropOut), homozygoteDropOut: either(homozygoteDropOut, more.homozygoteDropOut), dropIn,
  });
  const own = Object.entries(given.markers ?? {}).map(([marker, model]): [string, TypingModel] => [marker, of(model)]);
  return { ...of(given), ...(own.length > 0 && { markers: Object.fromEntries(own) }) };
}

/** Sets of alleles seen as somebody reads them who knows of no drop-out: one allele is a homozygote's, none is not typed. */
export function readAsCertain(profile: Profile, hasOneAllele: (marker: string) => boolean): Profile {
  return Object.fromEntries(Object.entries(profile).flatMap(([marker, [a, b]]): [string, Observation][] => {
    if (a === undefined) return [];
    return [[marker, hasOneAllele(marker) ? [a] : [a, b ?? a]]];
  }));
}
