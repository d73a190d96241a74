import { readDocument, typedText, type DocumentEncoding, type DocumentText } from '@imena/exchange';
import { extractStatements, reconcile, type ReadDocument, type StatementLink } from '@imena/testimony';
import { offeredDay, type OfferedDay } from './offered-day.ts';

/** What is asked of the worker: reading takes seconds for a large file and must not freeze the page. */
export type DocumentRequest =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly fileName: string; readonly encoding: DocumentEncoding | null }
  | { readonly kind: 'typed'; readonly text: string; readonly fileName: string }
  | { readonly kind: 'propose'; readonly id: string; readonly text: string; readonly publishedOn: string | null }
  | { readonly kind: 'compare'; readonly documents: readonly ReadDocument[] };

/** A text that was read, with the day that it seems to have been published on. */
export interface ReadText extends DocumentText {
  readonly offeredDay: OfferedDay | null;
}

export interface DocumentAnswers {
  readonly read: ReadText;
  readonly typed: ReadText;
  readonly propose: ReadDocument;
  readonly compare: readonly StatementLink[];
}

/** The work of the worker as plain functions; the worker only carries messages. */
export async function answerDocument(request: DocumentRequest): Promise<DocumentAnswers[DocumentRequest['kind']]> {
  switch (request.kind) {
    case 'read': return withOfferedDay(await readDocument(request.bytes, { fileName: request.fileName, ...(request.encoding === null ? {} : { encoding: request.encoding }) }));
    case 'typed': return withOfferedDay(typedText(request.text, request.fileName));
    case 'compare': return reconcile(request.documents);
    case 'propose': return extractStatements({ id: request.id, text: request.text, publishedOn: request.publishedOn });
  }
}

/** Without a day of its own, a file gets none silently: what a head of its text states is offered with its words, and a person says. */
function withOfferedDay(read: DocumentText): ReadText {
  return { ...read, offeredDay: read.publishedOn === null ? offeredDay(read.text) : null };
}
