import { sha256Hex } from '@imena/ledger';
import type { TextPlace } from './locator.ts';

/**
 * The id of the statement at a place of a stored text: the same on every device, so that two people who confirm the same
 * words, or one who confirms again after the network was lost, state one thing and do not make two. A version 8 UUID
 * (RFC 9562) of the document's random id, the text's hash and the place.
 */
export function claimIdAt(document: string, { start, end, sha256 }: TextPlace): string {
  const hash = sha256Hex(new TextEncoder().encode(`imena statement\n${document}\n${sha256}\n${start},${end}`));
  const variant = '89ab'[Number.parseInt(hash.charAt(16), 16) % 4] ?? '8';
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
