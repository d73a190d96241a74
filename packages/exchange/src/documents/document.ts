import type { Issue } from '../issue.ts';

/** Kinds of file whose text is read. */
export type DocumentFormat = 'text' | 'html' | 'pdf' | 'docx' | 'eml' | 'srt' | 'vtt';

/** What a reader of one format finds; all of it as the document states it, null where it does not. */
export interface FoundText {
  readonly text: string;
  readonly title: string | null;
  /** The outlet or sender. */
  readonly outlet: string | null;
  /** ISO day. */
  readonly publishedOn: string | null;
  /** Where it was published, when the document names an address. */
  readonly url: string | null;
  /** Two-letter language code. */
  readonly language: string | null;
  readonly issues: readonly Issue[];
}

/** The text of a document and what the document says of itself. */
export interface DocumentText extends FoundText {
  readonly format: DocumentFormat;
  /** Name and version of what made the text out of the file; changes whenever the text of any file could change. */
  readonly extractor: string;
}

/** Beyond these a document is refused whole, with the limit in the words. */
export const documentLimits = {
  bytes: 32 * 1024 * 1024,
  characters: 2_000_000,
  pages: 2_000,
  /** Elements within elements of a page save. */
  depth: 500,
} as const;

/** Nothing known yet: the beginning of every reader's answer. */
export const nothingStated = { title: null, outlet: null, publishedOn: null, url: null, language: null } as const;
