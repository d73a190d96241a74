import { refuse } from '@imena/problem';
import { cleanText, firstLine } from './clean-text.ts';
import { decodeDocument, statedCharset, type DocumentEncoding } from './decode-document.ts';
import { documentLimits, nothingStated, type DocumentFormat, type DocumentText, type FoundText } from './document.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readSubtitles } from './read-subtitles.ts';

export interface DocumentOptions {
  /** Decides between formats whose beginnings look alike, and names the file in issues. */
  readonly fileName: string;
  /** Left out: as the file marks or names it, else UTF-8. */
  readonly encoding?: DocumentEncoding;
}

/** Raised whenever the text of any file could come out otherwise: stored texts name the reader that made them. */
const readerVersion = 1;

/**
 * Reads the text of a document and what the document says of itself. Nothing is guessed: a document without a date has
 * no date, one without a title only its first short line. Works in Node and browser; large PDF files take seconds.
 * @param bytes the whole file
 *
 * Refuses with `exchange.document_*`, `exchange.encoding_*`, `exchange.zip_*`.
 */
export async function readDocument(bytes: Uint8Array, options: DocumentOptions): Promise<DocumentText> {
  if (bytes.length > documentLimits.bytes) refuse('exchange.document_too_large', { limit: '32 MiB' });
  if (bytes.length === 0) refuse('exchange.document_empty');
  const format = formatOf(bytes, options.fileName);
  const found = await readAs(format, bytes, options);
  const { text, issues } = cleanText(found.text, options.fileName);
  return {
    ...found, format, text, title: found.title ?? firstLine(text), language: found.language ?? lettersLanguage(text), issues: [...found.issues, ...issues],
    extractor: `@imena/exchange ${format} ${readerVersion}`,
  };
}

async function readAs(format: DocumentFormat, bytes: Uint8Array, { fileName, encoding }: DocumentOptions): Promise<FoundText> {
  const decode = (stated: string | null): string => decodeDocument(bytes, { declared: encoding ?? null, stated });
  switch (format) {
    case 'pdf': return (await import('./read-pdf.ts')).readPdf(bytes, fileName);
    case 'docx': return readDocx(bytes);
    case 'eml': return (await import('./read-mail.ts')).readMail(bytes, fileName);
    case 'html': return readHtml(decode(statedCharset(bytes)), fileName);
    case 'srt': case 'vtt': return readSubtitles(decode(null));
    case 'text': return { ...nothingStated, text: decode(null), issues: [] };
  }
}

/** By the first bytes where they tell, else by the name; kinds that are not read are refused by name. */
function formatOf(bytes: Uint8Array, fileName: string): DocumentFormat {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const ending = /\.([a-z0-9]{1,6})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK')) return 'docx';
  if (/^(\u00ff\u00d8\u00ff|\u0089PNG|GIF8|II\*\u0000|MM\u0000\*|BM)/.test(start) || /^RIFF....WEBP/s.test(start) || /^....ftyp(heic|heix|mif1|avif)/s.test(start)) refuse('exchange.document_image');
  if (/^\u00d0\u00cf\u0011\u00e0/.test(start) || start.startsWith('{\\rtf')) refuse('exchange.document_old_format');
  // Read as plain text, a cut off or exchanged file would look like a document with strange words.
  if (ending === 'pdf' || ending === 'docx') refuse('exchange.document_name_differs', { ending });
  if (/^[\u00ef\u00bb\u00bf]*WEBVTT/.test(start)) return 'vtt';
  if (ending === 'srt' || ending === 'vtt' || ending === 'eml') return ending;
  if (['html', 'htm', 'xhtml'].includes(ending) || /^[\u00ef\u00bb\u00bf\s]*(?:<!doctype html|<html[\s>])/i.test(start)) return 'html';
  return 'text';
}

/** Ukrainian by its own letters; other languages are not told apart by letters alone. */
function lettersLanguage(text: string): string | null {
  const start = text.slice(0, 20_000);
  const own = start.match(/[іїєґ]/giu)?.length ?? 0;
  const foreign = start.match(/[ыэъё]/giu)?.length ?? 0;
  return own > 3 && own > foreign * 4 ? 'uk' : null;
}
