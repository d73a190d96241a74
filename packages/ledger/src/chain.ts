import { refuse } from '@imena/problem';
import { envelopeHash, parseEnvelope } from './envelope.ts';
import type { Envelope } from './envelope-types.ts';

/** The newest entry of one device in one scope. */
export interface ChainHead {
  readonly device: string;
  readonly scope: string;
  readonly seq: number;
  readonly envelopeHash: string;
}

/**
 * Where an envelope belongs in the chain that ends at `head` (null: no entry yet): `next` follows it; `gap` comes
 * later, something is missing; `behind` has a number that was used already (known, or the mark of a cloned
 * device: compare bytes); `fork` has the next number but follows another entry.
 */
export type ChainPlace = 'next' | 'gap' | 'behind' | 'fork';

export function placeInChain(head: ChainHead | null, envelope: Envelope): ChainPlace {
  const expected = head === null ? 0 : head.seq + 1;
  if (envelope.seq > expected) return 'gap';
  if (envelope.seq < expected) return 'behind';
  return envelope.prev === (head?.envelopeHash ?? null) ? 'next' : 'fork';
}

/** The key of a chain in the map that `checkChain` returns. */
export function chainKey(envelope: { readonly device: string; readonly scope: string }): string {
  return `${envelope.device}/${envelope.scope}`;
}

/**
 * Checks that envelopes, in order, continue the chains of their devices and scopes (any number, interleaved).
 * @param envelopes their bytes; @param heads the chains as known before, by `chainKey` (default: none).
 * @returns the heads after the last envelope.
 * @throws Problem `ledger.chain_gap`, `ledger.chain_behind`, `ledger.chain_fork` naming the first entry that breaks;
 * the Problems of `parseEnvelope`.
 */
export function checkChain(
  envelopes: readonly Uint8Array[],
  heads: ReadonlyMap<string, ChainHead> = new Map<string, ChainHead>(),
): Map<string, ChainHead> {
  const out = new Map(heads);
  for (const bytes of envelopes) {
    const envelope = parseEnvelope(bytes);
    const key = chainKey(envelope);
    const head = out.get(key) ?? null;
    const place = placeInChain(head, envelope);
    if (place !== 'next') refusePlace(place, envelope, head);
    out.set(key, { device: envelope.device, scope: envelope.scope, seq: envelope.seq, envelopeHash: envelopeHash(bytes) });
  }
  return out;
}

/** Refuses an envelope that does not come next, naming it and the number that was expected. */
export function refusePlace(place: Exclude<ChainPlace, 'next'>, envelope: Envelope, head: ChainHead | null): never {
  const details = { id: envelope.id, seq: envelope.seq, expected: head === null ? 0 : head.seq + 1, device: envelope.device, scope: envelope.scope };
  switch (place) {
    case 'gap': return refuse('ledger.chain_gap', details);
    case 'behind': return refuse('ledger.chain_behind', details);
    case 'fork': return refuse('ledger.chain_fork', details);
  }
}
