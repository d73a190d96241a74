import type { Attribution } from './attribution.ts';
import { normAt, type Reading } from './reading.ts';
import type { Modality } from './types.ts';

/** How a statement is meant; a word of the reporting verb outweighs the words of its content. */
export function readModality(reading: Reading, from: number, to: number, attribution: Pick<Attribution, 'modality' | 'kind'> | null): Modality {
  const { tokens, language } = reading;
  if (attribution?.kind === 'deny' || attribution?.kind === 'blame') return attribution.modality ?? 'observation';
  const own = attribution?.modality ?? null;
  const seen = new Set<Modality>();
  // The first sentence of a quotation carries its weight.
  let isFirst = true;
  for (let at = from; at < to; at++) {
    const norm = normAt(tokens, at);
    if (/^[.!?]$/.test(norm) && at < to - 2) isFirst = false;
    if (language.modality.allegation.has(norm)) seen.add('allegation');
    if (!isFirst) continue;
    if (language.modality.forecast.has(norm)) seen.add('forecast');
    if (language.modality.intent.has(norm)) seen.add('intent');
    if (language.modality.estimate.has(norm) && !(tokens[at]?.isCapital && norm === 'may')) seen.add('estimate');
    if (language.modality.denial.has(norm)) seen.add('denial');
  }
  if (own !== null) return own;
  for (const modality of ['denial', 'intent', 'forecast', 'allegation', 'estimate'] as const) if (seen.has(modality)) return modality;
  return 'observation';
}
