import { agreedValue, type Subject } from '@imena/record';
import { countFromPairs, type NumberFromPairs } from '../reassociation/count-from-pairs.ts';
import { countIndividuals, type MinimumNumber } from '../reassociation/count-individuals.ts';
import { allZones, elements } from '../reassociation/elements.ts';
import type { Side, Specimen } from '../reassociation/types.ts';
import { bonesOf, recordOf } from './bones-of.ts';
import { groupRemains } from './group-remains.ts';
import { proposeParts, type Bag, type PartsProposal, type SameProfile } from './propose-parts.ts';

export interface IndividualsInput {
  readonly remains: readonly Subject[];
  /** Remains with a profile of enough markers to be told from others, by id; empty for who may not see profiles. */
  readonly typed: ReadonlySet<string>;
  readonly same: readonly SameProfile[];
}

export interface IndividualsCounted {
  readonly minimum: MinimumNumber;
  /** Individuals as people brought the bags together; never fewer than the bags need. */
  readonly asStated: number;
  readonly pairs: readonly { readonly element: string; readonly left: number; readonly right: number; readonly paired: number; readonly estimate: NumberFromPairs }[];
  /** Bags taken to hold a whole skeleton, because they were recorded as complete and no inventory was made. */
  readonly assumedWhole: readonly string[];
  /** Bags of which nobody listed the bones: they count by their profile alone. */
  readonly withoutInventory: readonly string[];
  /** Bags with two inventories that differ: left out until a person decides. */
  readonly disputed: readonly string[];
  readonly proposals: readonly PartsProposal[];
}

/** Bones that a body recorded as complete is taken to have. */
const wholeBody: readonly (readonly [string, Side])[] = [
  ['cranium', 'midline'], ['mandible', 'midline'], ...(['os_coxae', 'femur', 'tibia', 'humerus'] as const).flatMap((element) => [[element, 'left'], [element, 'right']] as const),
];

/**
 * How many individuals the bags of a grave or site are at least, what that rests on, and which bags may hold parts of one
 * individual. Bags that people re-associated are one individual: their bones are laid together before anything is counted.
 * @throws Problem of `countIndividuals`: zones that a bone does not have, a side that is impossible
 */
export function individualsOf({ remains, typed, same }: IndividualsInput): IndividualsCounted {
  const groups = groupRemains(remains);
  const nameOf = profileNames(typed, same);
  const bags = new Map(remains.map((bag) => [bag.id, specimensOf(bag, nameOf)]));
  const people = groups.map((group) => laidTogether(group.remains.flatMap(({ id }) => bags.get(id)?.specimens ?? [])));
  const kindOf = (kind: Bag['rests']): string[] => [...bags].filter(([, bag]) => bag.rests === kind).map(([id]) => id);
  return {
    minimum: countIndividuals(people.flat()),
    asStated: groups.length,
    // What is only assumed to be there can be no pair.
    pairs: pairsOf(groups.map((group) => laidTogether(group.remains.flatMap(({ id }) => { const bag = bags.get(id); return bag?.rests === 'inventory' ? bag.specimens : []; })))),
    assumedWhole: kindOf('assumed_whole'), withoutInventory: kindOf('nothing'), disputed: kindOf('disputed'),
    proposals: proposeParts({ remains, same }, bags),
  };
}

function specimensOf(bag: Subject, nameOf: ReadonlyMap<string, string>): Bag {
  const common = { ageGroup: ageGroupOf(bag), profile: nameOf.get(bag.id) ?? null };
  // A bone without zones adds nobody beyond one: it only carries the profile.
  const carrier: Specimen = { id: bag.id, element: 'hand_bone', side: 'unsided', zones: [], ...common };
  if (bag.disagreements.includes('bones')) return { specimens: [carrier], rests: 'disputed' };
  const bones = bonesOf(bag);
  if (bones !== null) return { specimens: bones.map(({ id, element, side, zones }): Specimen => ({ id, element, side, zones, ...common })), rests: 'inventory' };
  if (agreedValue(bag, 'completeness') !== 'complete') return { specimens: [carrier], rests: 'nothing' };
  return { rests: 'assumed_whole', specimens: wholeBody.map(([element, side]): Specimen => ({ id: `${bag.id} ${element} ${side}`, element, side, zones: allZones(element), ...common })) };
}

/** The bones of one individual, of whatever bags: pieces of a bone that a person has once are one bone. */
function laidTogether(specimens: readonly Specimen[]): Specimen[] {
  const profile = specimens.find((one) => one.profile !== null)?.profile ?? null;
  const ages = new Set(specimens.flatMap(({ ageGroup }) => ageGroup ?? []));
  const ageGroup = ages.size === 1 ? ([...ages][0] ?? null) : null;
  const single = new Map<string, Specimen>();
  const rest: Specimen[] = [];
  for (const specimen of specimens) {
    const own = { ...specimen, profile, ageGroup };
    if (elements[specimen.element]?.perSide !== 1 || specimen.side === 'unsided') { rest.push(own); continue; }
    const key = `${specimen.element} ${specimen.side}`;
    const earlier = single.get(key);
    single.set(key, earlier === undefined ? own : { ...earlier, zones: [...new Set([...earlier.zones, ...own.zones])].sort((a, b) => a - b) });
  }
  return [...single.values(), ...rest];
}

/** Left and right bones of each element that pairs reliably; a pair is left and right of one individual as people brought them together. */
function pairsOf(people: readonly (readonly Specimen[])[]): IndividualsCounted['pairs'] {
  return Object.entries(elements).filter(([, element]) => element.pairsReliably).flatMap(([element]) => {
    const has = people.map((bones) => ({ left: bones.some((bone) => bone.element === element && bone.side === 'left'), right: bones.some((bone) => bone.element === element && bone.side === 'right') }));
    const [left, right, paired] = [has.filter((one) => one.left).length, has.filter((one) => one.right).length, has.filter((one) => one.left && one.right).length];
    return left + right === 0 ? [] : [{ element, left, right, paired, estimate: countFromPairs({ left, right, pairs: paired }, { pairsReliably: true }) }];
  });
}

/** One name for all profiles that a run found to be of one person. */
function profileNames(typed: ReadonlySet<string>, same: readonly SameProfile[]): ReadonlyMap<string, string> {
  const name = new Map([...typed].sort().map((id) => [id, id]));
  for (const { a, b } of same) {
    const [first, second] = [name.get(a), name.get(b)];
    if (first === undefined || second === undefined || first === second) continue;
    for (const [id, own] of name) if (own === second) name.set(id, first);
  }
  return name;
}

/** By the examiner's interval, where all of it lies on one side. */
function ageGroupOf(bag: Subject): string | null {
  const { low, high } = recordOf(agreedValue(bag, 'ageYears'));
  return typeof high === 'number' && high < 15 ? 'child' : typeof low === 'number' && low >= 18 ? 'adult' : null;
}
