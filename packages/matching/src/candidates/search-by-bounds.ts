import type { PreparedName } from '@imena/names';
import { byTotal, weighPlace, type CandidateSearch, type FoundPlace, type SearchEvidence } from './search-evidence.ts';
import { cellWidth, isTouched, namesAt, openSearch, type CandidateSpace } from './candidate-space.ts';
import { touchPlaces } from './touch-places.ts';
import { leastTold } from './word-index.ts';

/** So many places are looked at with all their evidence, and so many weighed in full, also where none can reach the floor. */
const lookedAtLeast = 100;
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
 * initials of the name, and a bound of all else: first by sex, birth, day and place alone, then by every kind. From the
 * highest bound down places are weighed in full until no bound reaches the last of the best, nor the floor. Places
 * without a word in common are found by all else alone.
 */
export function searchByBounds(name: PreparedName | null, evidence: SearchEvidence, { index, space, limits: { most }, except = -1 }: CandidateSearch): FoundPlace[] {
  const floor = floorOf(index.names.length);
  if (name === null) openSearch(space);
  else touchPlaces(name, index, { space, from: except + 1 });
  if (space.count === 0) return except >= 0 ? [] : evidence.highest(most).map((place) => weighPlace(place, evidence)).sort(byTotal);
  touchDays(evidence.onDay, { space, from: except + 1, weight: evidence.dayWeight });
  const always = wordSlack + evidence.daysMost + (name === null ? 0 : index.mostOfInitials(name) + leastTold);
  const known = weighBest(lookAt(evidence, { space, always, floor }), evidence, { most, floor });
  // Two reports without a word in common are not told from chance.
  if (except >= 0) return known;
  // Where few reach the floor, those that fit well without the name are still shown beside the best.
  const shown = Math.max(known[mostShown - 1]?.total ?? -Infinity, (known[0]?.total ?? -Infinity) - totalBehind, floor - floorBehind) + withoutName;
  const least = Math.min(floor - always, shown);
  const others = evidence.highest(most, least).filter((place) => !isTouched(space, place));
  return others.length === 0 ? known : [...known, ...others.map((place) => weighPlace(place, evidence))].sort(byTotal).slice(0, most);
}

function touchDays(places: Int32Array, { space, from, weight }: { readonly space: CandidateSpace; readonly from: number; readonly weight: number }): void {
  for (const place of places) {
    if (place < from) continue;
    const at = cellWidth * place;
    if (!isTouched(space, place)) {
      space.cells[at] = space.serial;
      space.weights[at + 1] = 0;
      space.touched[space.count++] = place;
    }
    space.weights[at + 1] = (space.weights[at + 1] ?? 0) + weight;
  }
}

interface Bounded {
  readonly place: number;
  readonly bound: number;
}

/** The places that can reach the floor, or the most promising where few can, with the bound of each; the highest first. */
function lookAt({ bounds }: SearchEvidence, { space, always, floor }: { readonly space: CandidateSpace; readonly always: number; readonly floor: number }): Bounded[] {
  const { touched, reach, count } = space;
  bounds.quickAll(space, always);
  const from = Math.min(floor, highestReached(reach, count, lookedAtLeast));
  const looked: Bounded[] = [];
  for (let t = 0; t < count; t++) {
    if ((reach[t] ?? 0) < from) continue;
    const place = touched[t] ?? 0;
    const bound = bounds.closer(place, namesAt(space, place) + always, (reach[t] ?? 0) - from);
    if (bound > -Infinity) looked.push({ place, bound });
  }
  return looked.sort((a, b) => b.bound - a.bound || a.place - b.place);
}

/** A value that about `wanted` of the first `count` reach: by steps of a tenth from the highest down. */
function highestReached(values: Float32Array, count: number, wanted: number): number {
  let high = -Infinity;
  for (let i = 0; i < count; i++) {
    const value = values[i] ?? 0;
    if (value > high) high = value;
  }
  steps.fill(0);
  for (let i = 0; i < count; i++) {
    const below = (10 * (high - (values[i] ?? 0))) | 0;
    const step = below < steps.length ? below : steps.length - 1;
    steps[step] = (steps[step] ?? 0) + 1;
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
function weighBest(places: readonly Bounded[], evidence: SearchEvidence, { most, floor }: { readonly most: number; readonly floor: number }): FoundPlace[] {
  const known: FoundPlace[] = [];
  let weighed = 0;
  for (const { place, bound } of places) {
    if (weighed >= weighedAtLeast && (bound < floor || (known.length >= most && bound < (known.at(-1)?.total ?? 0)))) break;
    weighed++;
    const found = weighPlace(place, evidence);
    if (known.length >= most && found.total <= (known.at(-1)?.total ?? 0)) continue;
    let at = known.length;
    while (at > 0 && byTotal(found, known[at - 1] ?? found) < 0) at--;
    known.splice(at, 0, found);
    if (known.length > most) known.pop();
  }
  return known;
}
