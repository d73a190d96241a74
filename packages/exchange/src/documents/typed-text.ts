import { cleanText, firstLine } from './clean-text.ts';
import { nothingStated, type DocumentText } from './document.ts';

/**
 * A text that somebody typed or pasted, in the same form as one read out of a file.
 *
 * Refuses with `exchange.document_empty`, `exchange.document_binary`, `exchange.document_too_long`.
 */
export function typedText(raw: string, fileName: string): DocumentText {
  const { text, issues } = cleanText(raw, fileName);
  return { ...nothingStated, format: 'text', text, title: firstLine(text), issues, extractor: 'typed by hand' };
}
