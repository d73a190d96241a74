import { ProblemError, refuse } from '@imena/problem';
import { readXml, type XmlHandler } from '../table/read-xml.ts';
import { decodeText } from '../table/decode-text.ts';
import { openZip, type ZipArchive } from '../zip/open-zip.ts';
import { oneLine } from './clean-text.ts';
import { documentLimits, nothingStated, type FoundText } from './document.ts';

/**
 * The paragraphs of a DOCX, footnotes at the end; deleted and hidden text is left out.
 *
 * Refuses with `exchange.document_kind` (another kind of archive), `exchange.document_damaged`, `exchange.zip_*`.
 */
export function readDocx(bytes: Uint8Array): FoundText {
  const archive = openZip(bytes);
  if (!archive.names.includes('word/document.xml')) refuse('exchange.document_kind');
  const paragraphs = [...readParagraphs(archive, 'word/document.xml'), ...readParagraphs(archive, 'word/footnotes.xml')];
  return { ...nothingStated, text: paragraphs.join('\n\n'), title: readTitle(archive), issues: [] };
}

function readParagraphs(archive: ZipArchive, part: string): string[] {
  const paragraphs: string[] = [];
  let current = '';
  let characters = 0;
  let isText = false;
  let isHidden = false;
  /** Inside what stands twice: the drawing for older programs. */
  let fallbacks = 0;
  walk(archive, part, {
    open(name, attributes) {
      if (name === 'Fallback') fallbacks += 1;
      if (name === 'r') isHidden = false;
      if (name === 'vanish') isHidden = !/^(0|false|off)$/.test(attributes.get('val') ?? '1');
      if (name === 't') isText = true;
      if (name === 'tab') current += '\t';
      if (name === 'br' || name === 'cr') current += '\n';
    },
    text(text) {
      if (!isText || isHidden || fallbacks > 0) return;
      characters += text.length;
      if (characters > documentLimits.characters) refuse('exchange.document_too_long', { limit: documentLimits.characters });
      current += text;
    },
    close(name) {
      if (name === 'Fallback') fallbacks -= 1;
      if (name === 't') isText = false;
      if (name !== 'p') return;
      const text = current.split('\n').map(oneLine).filter((line) => line !== '').join('\n');
      if (text !== '') paragraphs.push(text);
      current = '';
    },
  });
  return paragraphs;
}

function readTitle(archive: ZipArchive): string | null {
  let title = '';
  let reading = false;
  walk(archive, 'docProps/core.xml', {
    open: (name) => { reading = name === 'title'; },
    text: (text) => { if (reading) title += text; },
    close: () => { reading = false; },
  });
  const line = oneLine(title).slice(0, 300);
  return line === '' ? null : line;
}

/** A part that is not there has nothing to say. */
function walk(archive: ZipArchive, part: string, handler: XmlHandler): void {
  const bytes = archive.read(part);
  if (bytes === null) return;
  try {
    readXml(decodeText(bytes, null).text, handler);
  } catch (error) {
    // The walk is shared with workbooks and speaks of them.
    if (error instanceof ProblemError && /^exchange\.(workbook|encoding)_/.test(error.problem.code)) refuse('exchange.document_damaged');
    throw error;
  }
}
