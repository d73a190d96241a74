import { ProblemError, refuse } from '@imena/problem';
import { getDocumentProxy } from 'unpdf';
import { warningAt, type Issue } from '../issue.ts';
import { oneLine } from './clean-text.ts';
import { documentLimits, nothingStated, type FoundText } from './document.ts';

/** A gap of more than this many line heights begins a paragraph. */
const paragraphGap = 1.6;

/**
 * The text of a PDF, page by page; lines are joined to paragraphs by the gaps between them. The day on which the file
 * was made is no day of publication and is not taken.
 *
 * Refuses with `exchange.document_pages` (too many), `exchange.document_scan` (no text), `exchange.document_locked`
 * (password), `exchange.document_damaged`, `exchange.document_too_long`.
 */
export async function readPdf(bytes: Uint8Array, fileName: string): Promise<FoundText> {
  // The reader takes the bytes over; those of the caller stay as they are.
  const file = await open(bytes.slice());
  try {
    if (file.numPages > documentLimits.pages) refuse('exchange.document_pages', { limit: documentLimits.pages });
    const pages: string[] = [];
    const empty: number[] = [];
    let characters = 0;
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const text = joinLines((await page.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : [])));
      page.cleanup();
      characters += text.length;
      if (characters > documentLimits.characters) refuse('exchange.document_too_long', { limit: documentLimits.characters });
      if (text === '') empty.push(number);
      else pages.push(text);
    }
    if (pages.length === 0) refuse('exchange.document_scan');
    const issues: Issue[] = empty.length === 0 ? [] : [warningAt({ file: fileName }, 'exchange.document_pages_without_text', { pages: empty.slice(0, 20).join(', ') })];
    return { ...nothingStated, text: pages.join('\n\n'), title: await titleOf(file), issues };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return refuse('exchange.document_damaged');
  } finally {
    await file.loadingTask.destroy();
  }
}

type PdfFile = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<PdfFile> {
  try {
    return await getDocumentProxy(bytes, { isEvalSupported: false, enableXfa: false, stopAtErrors: false, verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return refuse('exchange.document_locked');
    return refuse('exchange.document_damaged');
  }
}

async function titleOf(file: PdfFile): Promise<string | null> {
  const { info } = await file.getMetadata();
  const title: unknown = 'Title' in info ? info.Title : null;
  const line = typeof title === 'string' ? oneLine(title).slice(0, 300) : '';
  return line === '' ? null : line;
}

interface Piece {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  readonly transform: readonly number[];
}

/** Pieces of one page as paragraphs; a word divided at the end of a line is joined again. */
function joinLines(pieces: readonly Piece[]): string {
  const paragraphs: string[] = [];
  let current = '';
  let line = '';
  let lastY: number | null = null;
  let lineY = 0;
  let lineHeight = 0;
  const endLine = (): void => {
    const text = oneLine(line);
    line = '';
    if (text === '') return;
    const gap = lastY === null ? 0 : Math.abs(lastY - lineY);
    if (current !== '' && lineHeight > 0 && gap > lineHeight * paragraphGap) {
      paragraphs.push(current);
      current = '';
    }
    lastY = lineY;
    current = current === '' ? text : /\p{L}[-\u00ad]$/u.test(current) && /^\p{Ll}/u.test(text) ? current.slice(0, -1) + text : `${current} ${text}`;
  };
  for (const piece of pieces) {
    if (piece.str.trim() !== '') {
      lineY = piece.transform[5] ?? 0;
      lineHeight = piece.height;
    }
    line += piece.str;
    if (piece.hasEOL) endLine();
  }
  endLine();
  if (current !== '') paragraphs.push(current);
  return paragraphs.join('\n\n');
}
