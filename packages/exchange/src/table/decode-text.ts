import { refuse } from '@imena/problem';

/** Encodings that can be declared; without a declaration a file must be UTF-8, or UTF-16 with its mark. */
export type TextEncoding = 'utf-8' | 'windows-1251' | 'windows-1250';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding | 'utf-16le' | 'utf-16be';
}

/**
 * Turns bytes into text without ever guessing: UTF-8 with or without a mark, UTF-16 with a mark, or what was declared.
 *
 * Refuses with `exchange.encoding_unknown` (asks which), `exchange.encoding_mismatch` (the declared one does not fit).
 */
export function decodeText(bytes: Uint8Array, declared: TextEncoding | null): DecodedText {
  const marked = markOf(bytes);
  if (marked !== null && declared !== null && declared !== marked) {
    refuse('exchange.encoding_mismatch', { encoding: declared });
  }
  const encoding = marked ?? declared ?? 'utf-8';
  const text = decode(bytes, encoding);
  if (text === null)
    refuse(declared === null ? 'exchange.encoding_unknown' : 'exchange.encoding_mismatch', { encoding });
  // C1 controls are what the unassigned bytes of a one-byte encoding become: it was another encoding.
  if (encoding.startsWith('windows') && /[\u0080-\u009f]/.test(text))
    refuse('exchange.encoding_mismatch', { encoding });
  return { text, encoding };
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
