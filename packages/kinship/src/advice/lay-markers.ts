import { observationAt } from '../markers/read-evidence.ts';
import { keepMarkers } from '../missing-person/linked-score.ts';
import type { LinkageGroup } from '../types.ts';
import { hypothesesOf, type OutcomeInput } from './hypotheses.ts';
import { linkedBone, linkedNow, linkedRelative, type LinkedInput } from './linked-outcomes.ts';
import { outcomesNow, outcomesOfBone, outcomesOfRelative, type Outcomes } from './outcomes.ts';
import type { AdviceInput, LinkedOut } from './types.ts';

/** What is asked of the markers of a case. */
export type Asked =
  | { readonly kind: 'now' }
  | { readonly kind: 'relative'; readonly relative: number }
  | { readonly kind: 'secondBone'; readonly markers: readonly string[] | undefined };

export interface LaidMarkers {
  /** One for each marker that counts by itself and for each group of linked ones. */
  readonly outcomes: (asked: Asked) => readonly Outcomes[];
  readonly linkedOut: readonly LinkedOut[];
}

/**
 * Lays the markers of a case out by themselves and in linkage groups. A group that is too large for one of the questions
 * counts by one of its markers in all of them: otherwise what an option brings would partly be what linkage brings.
 */
export function layMarkers(input: AdviceInput, inputs: readonly OutcomeInput[], asked: readonly Asked[]): LaidMarkers {
  const known = new Map<string, Outcomes | null>();
  const questions: readonly Asked[] = [{ kind: 'now' }, ...asked];
  const ofGroup = (group: LinkageGroup, question: Asked): { readonly inside: ReadonlySet<string>; readonly outcomes: Outcomes | null } | null => {
    const usable = keepMarkers(group, (name) => isUsable(inputs.find((one) => one.marker.marker.name === name), question));
    if (usable.markers.length < 2) return null;
    const key = JSON.stringify([usable.markers, question]);
    const outcomes = known.get(key) ?? linkedOutcomes({ inputs: usable.markers.flatMap((name) => inputs.find((one) => one.marker.marker.name === name) ?? []), recombination: usable.recombination }, question);
    known.set(key, outcomes);
    return { inside: new Set(usable.markers), outcomes };
  };
  const linkage = input.linkage ?? [];
  const tooLarge = linkage.filter((group) => questions.some((question) => ofGroup(group, question)?.outcomes === null));
  const linkedOut = tooLarge.flatMap((group) => leaveOneOf(group, input));
  const counted = inputs.filter((one) => linkedOut.every(({ marker }) => marker !== one.marker.marker.name));
  return {
    linkedOut,
    outcomes: (question) => {
      const groups = linkage.filter((group) => !tooLarge.includes(group)).flatMap((group) => ofGroup(group, question) ?? []);
      const alone = counted.filter((one) => !groups.some(({ inside }) => inside.has(one.marker.marker.name)));
      return [...alone.map((one) => outcomesOf(one, question)), ...groups.flatMap(({ outcomes }) => outcomes ?? [])];
    },
  };
}

/** As the case is scored: a marker without typed relatives, or where they are impossible together, is in no group; a further relative can change the first. */
function isUsable(one: OutcomeInput | undefined, question: Asked): boolean {
  if (one === undefined) return false;
  const { isSomebodyTyped, lnReferences } = hypothesesOf(one);
  return lnReferences > -Infinity && (isSomebodyTyped || question.kind === 'relative');
}

function linkedOutcomes(group: LinkedInput, question: Asked): Outcomes | null {
  switch (question.kind) {
    case 'now':
      return linkedNow(group);
    case 'relative':
      return linkedRelative(group, question.relative);
    case 'secondBone':
      return linkedBone(group, (marker) => question.markers?.includes(marker) ?? true);
  }
}

function outcomesOf(one: OutcomeInput, question: Asked): Outcomes {
  switch (question.kind) {
    case 'now':
      return outcomesNow(one);
    case 'relative':
      return outcomesOfRelative(one, question.relative);
    case 'secondBone':
      return question.markers === undefined || question.markers.includes(one.marker.marker.name) ? outcomesOfBone(one) : outcomesNow(one);
  }
}

/** Of linked markers the one that most profiles show stays; the others are named. */
function leaveOneOf(group: LinkageGroup, { profiles, remains }: AdviceInput): LinkedOut[] {
  const shown = (name: string): number => [...Object.values(profiles), remains ?? {}].filter((profile) => observationAt(profile, name) !== undefined).length;
  const [keeps = '', ...others] = [...group.markers].sort((a, b) => shown(b) - shown(a));
  return others.map((marker) => ({ marker, keeps }));
}
