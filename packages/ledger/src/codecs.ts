import { refuse } from '@imena/problem';

const hexDigits = '0123456789abcdef';
const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const base64Values = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) base64Values[base64Alphabet.charCodeAt(i)] = i;

const encoder = new TextEncoder();
// ignoreBOM keeps a byte order mark in the text: it must never vanish from something that is signed.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Lower-case hex of `bytes`. */
export function encodeHex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += hexDigits.charAt(byte >> 4) + hexDigits.charAt(byte & 15);
  return out;
}

/** Bytes of lower-case hex. @throws Problem `ledger.hex` for anything else, upper case included. */
export function decodeHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) refuse('ledger.hex', {});
  const out = new Uint8Array(text.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return out;
}

/** Standard base64 (RFC 4648 section 4) with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  // Written out: `btoa` takes several times as long for the 32 bytes of a hash, and proofs are made of those.
  let out = '';
  const whole = bytes.length - (bytes.length % 3);
  for (let i = 0; i < whole; i += 3) out += base64Digits(((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0), 4);
  if (bytes.length - whole === 1) return `${out}${base64Digits((bytes[whole] ?? 0) << 16, 2)}==`;
  if (bytes.length - whole === 2) return `${out}${base64Digits(((bytes[whole] ?? 0) << 16) | ((bytes[whole + 1] ?? 0) << 8), 3)}=`;
  return out;
}

const base64Pairs = Array.from({ length: 4096 }, (_, i) => base64Alphabet.charAt(i >> 6) + base64Alphabet.charAt(i & 63));

// The first `count` digits of 24 bits.
function base64Digits(bits: number, count: number): string {
  const digits = (base64Pairs[bits >> 12] ?? '') + (base64Pairs[bits & 4095] ?? '');
  return count === 4 ? digits : digits.slice(0, count);
}

/**
 * Bytes of standard base64. One value has one text: padding is required, spare bits must be zero,
 * no white space, no URL alphabet.
 * @throws Problem `ledger.base64`
 */
export function decodeBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) refuse('ledger.base64', {});
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  const out = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < digits; i++) {
    const value = base64Values[text.charCodeAt(i)] ?? -1;
    if (value < 0) refuse('ledger.base64', {});
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out[at++] = (bits >> held) & 0xff;
    }
  }
  if ((bits & ((1 << held) - 1)) !== 0) refuse('ledger.base64', {});
  return out;
}

/** UTF-8 of `text`; lone surrogates become U+FFFD, so check for them before. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Text of well-formed UTF-8. @throws Problem `ledger.utf8` */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return refuse('ledger.utf8', {});
  }
}

/** Whether two byte strings are equal. Not constant-time: nothing secret is compared in this package. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The parts one after another. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
