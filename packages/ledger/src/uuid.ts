import { refuse } from '@imena/problem';
import { encodeHex } from './codecs.ts';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether `text` is a UUID of RFC 9562 in lower case. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** Whether `text` is a UUID of version 7 in lower case. */
export function isUuidV7(text: string): boolean {
  return uuidPattern.test(text) && text.charAt(14) === '7';
}

/**
 * A UUID of version 7 (RFC 9562 section 5.7).
 * @param timeMs milliseconds since 1970, 0 .. 2^48-1; @param random 10 random bytes (74 bits of them are used).
 * @throws Problem `ledger.uuid_time`
 */
export function uuidV7({ timeMs, random }: { readonly timeMs: number; readonly random: Uint8Array }): string {
  if (!Number.isSafeInteger(timeMs) || timeMs < 0 || timeMs >= 2 ** 48 || random.length !== 10) refuse('ledger.uuid_time', {});
  const bytes = new Uint8Array(16);
  for (let i = 0, rest = timeMs; i < 6; i++, rest = Math.floor(rest / 256)) bytes[5 - i] = rest % 256;
  bytes.set(random, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = encodeHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
