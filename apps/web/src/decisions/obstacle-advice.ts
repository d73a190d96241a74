import type { Problem } from '@imena/problem';
import { textOf } from '../format/index.ts';

/** What a person can do about an obstacle; each kind has a form or a place to go. */
export type ObstacleRemedy =
  | { readonly kind: 'explain_contradiction'; readonly key: string; readonly found: string; readonly reported: string }
  | { readonly kind: 'tell_apart'; readonly member: string; readonly label: string; readonly state: 'unknown' | 'missing' }
  | { readonly kind: 'answer_exposure'; readonly remains: string }
  | { readonly kind: 'review' }
  | { readonly kind: 'propose_anew' }
  | { readonly kind: 'settle_disagreement'; readonly field: string }
  | { readonly kind: 'none' };

/** The remedy of an obstacle, read out of its code and details. */
export function remedyOf({ code, details }: Problem): ObstacleRemedy {
  const text = (name: string): string => textOf(details[name]) ?? '';
  switch (code) {
    case 'decision.contradiction_open': return { kind: 'explain_contradiction', key: text('key'), found: text('found'), reported: text('reported') };
    case 'decision.sibling_unknown': return { kind: 'tell_apart', member: text('member'), label: text('label'), state: 'unknown' };
    case 'decision.sibling_symmetric': return { kind: 'tell_apart', member: text('member'), label: text('label'), state: 'missing' };
    case 'decision.exposure_unanswered': return { kind: 'answer_exposure', remains: text('remains') };
    case 'decision.not_reviewed': return { kind: 'review' };
    case 'decision.disagreement': return { kind: 'settle_disagreement', field: text('field') };
    case 'decision.dna_below_threshold': case 'decision.examiners_missing': case 'decision.authority_reason_missing': case 'decision.ground_missing': return { kind: 'propose_anew' };
    default: return { kind: 'none' };
  }
}
