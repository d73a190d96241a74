import { refuse } from '@imena/problem';
import { decodeText } from '../table/decode-text.ts';

/** Encodings that a person can declare for a text that names none. */
export const documentEncodings = ['utf-8', 'windows-1251', 'koi8-u', 'windows-1250', 'windows-1252', 'iso-8859-5', 'utf-16le', 'utf-16be'] as const;
export type DocumentEncoding = (typeof documentEncodings)[number];

/**
 * Turns bytes into text without guessing: by the mark in front, by what is declared, by what the document names, else UTF-8.
 * @param stated the encoding that the document itself names, as `charset=` of a page
 *
 * Refuses with `exchange.encoding_unknown`, `exchange.encoding_mismatch`.
 */
export function decodeDocument(bytes: Uint8Array, { declared, stated }: { readonly declared: DocumentEncoding | null; readonly stated: string | null }): string {
  const isMarked = (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) || (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const label = declared ?? stated;
  if (isMarked || label === null) return decodeText(bytes, null).text;
  const text = decodeAs(bytes, label);
  if (text === null) return refuse('exchange.encoding_mismatch', { encoding: label });
  // C1 controls are what the unassigned bytes of a one-byte encoding become: it was another encoding.
  if (/[\u0080-\u009f]/.test(text)) return refuse('exchange.encoding_mismatch', { encoding: label });
  return text;
}

/** Null for an unknown label and for bytes that the encoding does not allow. */
function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

const searched = 4096;

/** The encoding that a page names in its first lines. */
export function statedCharset(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, searched));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})/i.exec(start)?.[1] ?? null;
}
