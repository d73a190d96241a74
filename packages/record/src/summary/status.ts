import type { Subject } from '../fold.ts';
import { decisionState } from '../rules/decision.ts';

const order: Readonly<Record<string, readonly string[]>> = {
  site: ['suspected', 'confirmed', 'secured', 'opened', 'closed'],
  grave: ['marked', 'opened', 'emptied', 'found_empty'],
  sample: ['taken', 'sent', 'received', 'consumed', 'failed'],
};

/**
 * The state by which a subject is counted: the furthest step that anybody recorded. What has happened is never
 * refused, so steps may be missing in between.
 */
export function statusOf(subject: Subject): string {
  switch (subject.kind) {
    case 'site': case 'grave': case 'sample':
      return furthestStage(subject);
    case 'remains':
      return (subject.lists['examinations']?.length ?? 0) > 0 ? 'examined' : 'recovered';
    case 'person': {
      const outcomes = subject.lists['outcomes'] ?? [];
      const last = outcomes[outcomes.length - 1]?.value['outcome'];
      return typeof last === 'string' ? last : 'missing';
    }
    case 'relative':
      return relativeStatus(subject);
    case 'identification':
      return decisionState(subject).stage;
    case 'source':
      return (subject.lists['readings']?.length ?? 0) > 0 ? 'read' : (subject.lists['texts']?.length ?? 0) > 0 ? 'unread' : 'recorded';
    case 'device':
      return (subject.lists['revocations']?.length ?? 0) > 0 ? 'revoked' : 'enrolled';
    default:
      return 'recorded';
  }
}

function furthestStage(subject: Subject): string {
  const stages = order[subject.kind] ?? [];
  const reached = (subject.lists['stages'] ?? []).map((item) => stages.findIndex((stage) => stage === item.value['stage']));
  return stages[Math.max(0, ...reached)] ?? 'recorded';
}

function relativeStatus(subject: Subject): string {
  if ((subject.lists['consentWithdrawals']?.length ?? 0) > 0) return 'consent_withdrawn';
  if ((subject.lists['consents']?.length ?? 0) > 0) return 'consented';
  if ((subject.lists['refusals']?.length ?? 0) > 0) return 'refused';
  return 'not_asked';
}
