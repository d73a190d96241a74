import type { PreparedName } from '@imena/names';
import { passing } from '../evidence/room.ts';
import { byTotal, weighPlace, type CandidateSearch, type FoundPlace, type SearchEvidence } from './search-evidence.ts';
import { isTouched, type SearchSpace } from './candidate-space.ts';
import type { RowBounds } from './row-bounds.ts';
import { touchNeeded } from './touch-places.ts';
import { askedWords, UnmetRoles, type AskedWord } from './unmet-roles.ts';
import { leastTold } from './word-index.ts';

/** So many places are looked at with all their evidence, and so many weighed in full, also where none can reach the floor. */
const lookedAtLeast = 14;
const weighedAtLeast = 39;
/** Beside the best, one that weighs less by this much (log10) has a probability of a thousandth of a tenth at most. */
const totalBehind = 4;
const floorBehind = 2.5;
const mostShown = 20;
/** About what a name without a word in common takes away, log10. */
const withoutName = 1.5;
/** Words of one sex are weighed with other errors than words at large, by less than this. */
export const wordSlack = 0.05;

/**
 * log10 LR from which no candidate of a long list is passed over: a third of what gives a pair alone a probability of one
 * half where the individual is as likely on the list as not; of that probability with up to three in four on the list.
 */
export function floorOf(count: number): number {
  return Math.log10(count) - 0.5;
}

/**
 * The best places of a long list. A place can weigh what its words that agree say at the most, the days beside them, the
 * initials of the name, and a bound of all else: first by what stands beside its words, then by every kind.
 * From the highest bound down places are weighed in full until no bound reaches the last of the best, nor the floor.
 * Places without a word in common are found by all else alone.
 */
export function searchByBounds(name: PreparedName | null, evidence: SearchEvidence, search: CandidateSearch): FoundPlace[] {
  const { index, limits: { most }, except = -1 } = search;
  const floor = floorOf(index.names.length);
  const asked = name === null ? [] : askedWords(name.words, index);
  if (asked.every(({ similar }) => similar.words.length === 0) && evidence.day === 0) return except >= 0 ? [] : evidence.highest(most).map((place) => weighPlace(place, evidence)).sort(byTotal);
  const always = wordSlack + evidence.daysMost + (name === null ? 0 : index.mostOfInitials(name) + leastTold);
  const bounds = evidence.bounds();
  const { space, groups } = bounds;
  bounds.beginSearch();
  const unmet = new UnmetRoles(index, groups.buckets.who, groups.kernel);
  const known = weighBest(lookAt(evidence, bounds, { asked, always, floor, unmet, except }), evidence, { space, most, floor });
  // Two reports without a word in common are not told from chance.
  if (except >= 0) return known;
  const best = known[0]?.total ?? -Infinity;
  // Where none reaches the floor, those that fit well without the name are still shown beside the best.
  const shown = Math.max(known[mostShown - 1]?.total ?? -Infinity, best - totalBehind, floor - floorBehind);
  const isKnown = (place: number): boolean => isTouched(space, place);
  const others = evidence.highest(most, best >= floor ? { atLeast: floor, byName: bounds.ofNameUnmet(unmet.byRoles, always), isKnown } : { atLeast: Math.min(floor - always, shown + withoutName), isKnown });
  return others.length === 0 ? known : [...known, ...others.map((place) => weighPlace(place, evidence))].sort(byTotal).slice(0, most);
}

/**
 * Looks closer at the places that can reach the floor, or where these are few at the most promising: the numbers in
 * `looked` of those that still can, the highest bound (`reach`) first.
 */
function lookAt({ day, dayWeight }: SearchEvidence, bounds: RowBounds, { asked, always, floor, unmet, except }: { readonly asked: readonly AskedWord[]; readonly always: number; readonly floor: number; readonly unmet: UnmetRoles; readonly except: number }): Int32Array {
  const { space, space: { looked, reach } } = bounds;
  const least = except < 0 ? floor - floorBehind : floor;
  touchNeeded(asked, { space, from: except + 1, asked: bounds.asked, least: bounds.leastTold(least, always), unmet, day, dayWeight });
  const high = bounds.quickAll(always);
  const from = except < 0 ? Math.max(least, Math.min(floor, reachedBy(lookedAtLeast, space, high))) : least;
  const count = bounds.lookCloser(from);
  const numbers = passing.ints(count);
  for (let t = 0; t < count; t++) numbers[t] = t;
  return numbers.sort((a, b) => (reach[b] ?? 0) - (reach[a] ?? 0) || (looked[a] ?? 0) - (looked[b] ?? 0));
}

/** A bound that about `wanted` of the places touched reach: by steps of a tenth from the highest down. */
function reachedBy(wanted: number, { reach: values, count }: SearchSpace, high: number): number {
  steps.fill(0);
  for (let i = 0; i < count; i++) {
    const below = (10 * (high - (values[i] as number))) | 0;
    const step = below < steps.length ? below : steps.length - 1;
    steps[step] = (steps[step] as number) + 1;
  }
  let seen = 0;
  for (let step = 0; step < steps.length - 1; step++) {
    seen += steps[step] ?? 0;
    if (seen >= wanted) return high - (step + 1) / 10;
  }
  return -Infinity;
}

const steps = new Int32Array(200);

/** Weighs from the highest bound down until no other can be among the best, nor reach the floor. */
function weighBest(numbers: Int32Array, evidence: SearchEvidence, { space: { looked, reach }, most, floor }: { readonly space: SearchSpace; readonly most: number; readonly floor: number }): FoundPlace[] {
  const known: FoundPlace[] = [];
  let weighed = 0;
  for (const t of numbers) {
    const [place, bound] = [looked[t] ?? 0, reach[t] ?? 0];
    if (weighed >= weighedAtLeast && (bound < floor || (known.length >= most && bound < (known.at(-1)?.total ?? 0)))) break;
    weighed++;
    const found = weighPlace(place, evidence);
    if (known.length >= most && found.total <= (known.at(-1)?.total ?? 0)) continue;
    let at = known.length;
    while (at > 0 && byTotal(found, known[at - 1] ?? found) < 0) at--;
    known.splice(at, 0, found);
    if (known.length > most) known.pop();
  }
  // Letters are not in the bounds: some that were weighed for what their words might have said are far behind.
  const least = Math.min(floor - floorBehind, (known[0]?.total ?? 0) - totalBehind);
  return known.filter(({ total }) => total >= least);
}
