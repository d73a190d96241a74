import type { Item } from '../api/index.ts';
import type { Candidate } from '../dna/dna-api.ts';

/** What stands between a pair and a proposal; the order is the order of the queue. */
export const nextSteps = ['ready', 'returned', 'parts', 'contradiction', 'symmetric', 'rival', 'review', 'sign', 'weak', 'established', 'excluded'] as const;
export type NextStep = (typeof nextSteps)[number];

export interface QueueContext {
  /** Posterior of DNA alone that a proposal needs. */
  readonly threshold: number;
  /** Identifications that are neither revoked nor returned. */
  readonly identifications: readonly Pick<Item, 'links' | 'status'>[];
  /** Place in the log of the run's entry. */
  readonly runIndex?: number | undefined;
  /** The reader signs and reviews, and proposes nothing: what waits for them stands first. */
  readonly signsOnly?: boolean;
}

/** Whether something was stated of a subject after a run. */
export function changedSince(item: Pick<Item, 'lastIndex'> | null, runIndex: number | undefined): boolean {
  return item !== null && runIndex !== undefined && item.lastIndex > runIndex;
}

export interface QueuedCandidate {
  readonly candidate: Candidate;
  readonly step: NextStep;
  /** Kinds of evidence that speak against, as far as lists show them; the page of the pair has all of them. */
  readonly against: readonly ('sex' | 'presumption')[];
  /** Whether something was stated of the remains or the person after the run: what was weighed may be out of date. */
  readonly isChanged: boolean;
  /** Codes of other remains for which the same person is strong too: parts of one individual, or a relative. */
  readonly alsoFits: readonly string[];
}

/** The pairs in the order in which a person can do something: strong and free of contradictions first. */
export function orderQueue(candidates: readonly Candidate[], context: QueueContext): QueuedCandidate[] {
  const strong = (one: Candidate): boolean => one.posterior >= context.threshold;
  const strongOf = (id: (one: Candidate) => string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const one of candidates.filter(strong)) counts.set(id(one), (counts.get(id(one)) ?? 0) + 1);
    return counts;
  };
  const perRemains = strongOf((one) => one.remainsId);
  const remainsOf = new Map<string, Candidate[]>();
  for (const one of candidates.filter(strong)) remainsOf.set(one.personId, [...(remainsOf.get(one.personId) ?? []), one]);
  const queued = candidates.map((candidate): QueuedCandidate => {
    const against = contradictionsInLists(candidate);
    const others = strong(candidate) ? (remainsOf.get(candidate.personId) ?? []).filter((one) => one.remainsId !== candidate.remainsId) : [];
    const alsoFits = others.flatMap((one) => one.remains?.code ?? []);
    const isChanged = changedSince(candidate.remains, context.runIndex) || changedSince(candidate.person, context.runIndex);
    return { candidate, against, alsoFits, isChanged, step: stepOf(candidate, { context, against, isStrong: strong(candidate), rivals: perRemains.get(candidate.remainsId) ?? 0, unjoined: others.filter((one) => !isJoined(candidate, one)).length }) };
  });
  const order = context.signsOnly === true ? forSigners : nextSteps;
  return queued.sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step) || b.candidate.lnLr - a.candidate.lnLr || a.candidate.place - b.candidate.place);
}

const forSigners: readonly NextStep[] = ['sign', 'review', ...nextSteps.filter((step) => step !== 'sign' && step !== 'review')];

/** Whose turn it is once there is a proposal, by the state of the identification. */
const decided: Readonly<Record<string, NextStep>> = { proposed: 'review', returned: 'returned', reviewed: 'sign', established: 'established', certified: 'established' };

interface Standing {
  readonly context: QueueContext;
  readonly against: QueuedCandidate['against'];
  readonly isStrong: boolean;
  readonly rivals: number;
  /** Other remains that fit the same person and that nobody has joined with these. */
  readonly unjoined: number;
}

function stepOf(candidate: Candidate, { context, against, isStrong, rivals, unjoined }: Standing): NextStep {
  if (candidate.remains?.links.some((link) => link.rel === 'excluded' && link.to === candidate.personId) === true) return 'excluded';
  const standing = context.identifications.filter((one) => isOf(one, candidate)).map(({ status }) => decided[status]).find((step) => step !== undefined);
  if (standing !== undefined) return standing;
  if (!isStrong) return 'weak';
  if (against.length > 0) return 'contradiction';
  if (candidate.symmetric.length > 0) return 'symmetric';
  if (rivals > 1) return 'rival';
  return unjoined > 0 ? 'parts' : 'ready';
}

/** Whether somebody stated that the two bags hold one individual. */
function isJoined(a: Candidate, b: Candidate): boolean {
  const says = (one: Candidate, other: Candidate): boolean => one.remains?.links.some((link) => link.rel === 'reassociated' && link.to === other.remainsId) === true;
  return says(a, b) || says(b, a);
}

function isOf({ links, status }: Pick<Item, 'links' | 'status'>, { remainsId, personId }: Candidate): boolean {
  if (status === 'revoked') return false;
  const has = (rel: string, to: string): boolean => links.some((link) => link.rel === rel && link.to === to);
  return has('remains', remainsId) && has('person', personId);
}

function contradictionsInLists({ remains, person, personId }: Candidate): ('sex' | 'presumption')[] {
  if (remains === null || person === null) return [];
  const sexes = ['male', 'female'];
  const [found, reported] = [remains.facets['sex'], person.facets['sex']];
  const sex = typeof found === 'string' && typeof reported === 'string' && sexes.includes(found) && sexes.includes(reported) && found !== reported;
  const presumed = remains.links.filter((link) => link.rel === 'presumed').map((link) => link.to);
  const other = presumed.length > 0 && !presumed.includes(personId);
  return [...(sex ? ['sex' as const] : []), ...(other ? ['presumption' as const] : [])];
}
