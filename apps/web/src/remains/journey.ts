import type { Role } from '@imena/record';
import type { Linked, SubjectDetail } from '../api/index.ts';
import { recordOf } from '../format/read-json.ts';

export const journeyStages = ['grave', 'recovered', 'bag', 'examined', 'sampled', 'profiled', 'candidate', 'identified', 'notified'] as const;
export type JourneyStage = (typeof journeyStages)[number];

/** How far one step of the journey is. `unseen`: what would show it is not shown to this reader. */
export type StepState = 'done' | 'next' | 'waits' | 'unseen';

export interface JourneyStep {
  readonly stage: JourneyStage;
  readonly state: StepState;
  /** A few words: a number, a code. */
  readonly words: string;
  /** Address of what shows it. */
  readonly item?: Linked['item'];
  /** Who takes the step. */
  readonly role: Role;
}

const roles: Readonly<Record<JourneyStage, Role>> = {
  grave: 'recovery', recovered: 'recovery', bag: 'recovery', examined: 'mortuary', sampled: 'mortuary', profiled: 'laboratory', candidate: 'analyst', identified: 'board', notified: 'family_liaison',
};

export interface JourneyReader {
  readonly readsProfiles: boolean;
  readonly readsRuns: boolean;
  readonly readsIdentifications: boolean;
  /** Candidates of the newest matching run; undefined while not known. */
  readonly candidates?: number;
}

/**
 * The journey of remains from the grave to the family. A step is done when the register shows it; the first step that
 * is not done, and that this reader could see, is the next. Steps may be done out of order: what has happened counts.
 */
export function journeyOf(detail: Pick<SubjectDetail, 'subject' | 'linked'>, reader: JourneyReader): JourneyStep[] {
  const { subject, linked } = detail;
  const firstOf = (kind: string): Linked['item'] | undefined => linked.find((one) => one.item.kind === kind)?.item;
  const all = (kind: string): Linked['item'][] => [...new Map(linked.filter((one) => one.item.kind === kind).map((one) => [one.item.id, one.item])).values()];
  const samples = all('sample');
  const profiles = all('profile');
  const identification = all('identification').find((item) => item.status === 'established' || item.status === 'certified');
  const grave = firstOf('grave');
  const shown: Readonly<Record<JourneyStage, { readonly done: boolean; readonly seen?: boolean; readonly words: string; readonly item?: Linked['item'] | undefined }>> = {
    grave: { done: grave !== undefined, words: grave?.code ?? '', item: grave },
    recovered: { done: true, words: textOf(subject.fields['code']?.[0]?.value) },
    bag: { done: subject.fields['bag'] !== undefined, words: textOf(subject.fields['bag']?.[0]?.value) },
    examined: { done: (subject.lists['examinations']?.length ?? 0) > 0, words: '' },
    sampled: { done: samples.length > 0, words: samples[0]?.code ?? '', item: samples[0] },
    profiled: { done: profiles.length > 0, seen: reader.readsProfiles, words: '', item: profiles[0] },
    candidate: { done: (reader.candidates ?? 0) > 0 || identification !== undefined, seen: reader.readsRuns || identification !== undefined, words: reader.candidates === undefined ? '' : String(reader.candidates) },
    identified: { done: identification !== undefined, seen: reader.readsIdentifications, words: '', item: identification },
    // LIMIT: the journey ends here. Release and burial are recorded by a later part of the system, so no step pretends to show them.
    notified: { done: identification?.facets['notified'] === true, seen: reader.readsIdentifications, words: '', item: identification },
  };
  let nextFound = false;
  return journeyStages.map((stage) => {
    const { done, seen = true, words, item } = shown[stage];
    const state: StepState = done ? 'done' : !seen ? 'unseen' : nextFound ? 'waits' : 'next';
    if (state === 'next') nextFound = true;
    return { stage, state, words, role: roles[stage], ...(item === undefined ? {} : { item }) };
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Names under which the remains were presumed; never an identification. */
export function presumedNames(subject: SubjectDetail['subject']): readonly string[] {
  return (subject.lists['presumptions'] ?? []).map((item) => textOf(recordOf(item.value)['name'])).filter((name) => name !== '');
}
