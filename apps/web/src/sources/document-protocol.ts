import { readDocument, typedText, type DocumentEncoding, type DocumentText } from '@imena/exchange';
import { extractStatements, reconcile, type ReadDocument, type StatementLink } from '@imena/testimony';

/** What is asked of the worker: reading takes seconds for a large file and must not freeze the page. */
export type DocumentRequest =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly fileName: string; readonly encoding: DocumentEncoding | null }
  | { readonly kind: 'typed'; readonly text: string; readonly fileName: string }
  | { readonly kind: 'propose'; readonly id: string; readonly text: string; readonly publishedOn: string | null }
  | { readonly kind: 'compare'; readonly documents: readonly ReadDocument[] };

export interface DocumentAnswers {
  readonly read: DocumentText;
  readonly typed: DocumentText;
  readonly propose: ReadDocument;
  readonly compare: readonly StatementLink[];
}

/** The work of the worker as plain functions; the worker only carries messages. */
export async function answerDocument(request: DocumentRequest): Promise<DocumentAnswers[DocumentRequest['kind']]> {
  switch (request.kind) {
    case 'read': return withStatedDay(await readDocument(request.bytes, { fileName: request.fileName, ...(request.encoding === null ? {} : { encoding: request.encoding }) }));
    case 'typed': return withStatedDay(typedText(request.text, request.fileName));
    case 'compare': return reconcile(request.documents);
    case 'propose': return extractStatements({ id: request.id, text: request.text, publishedOn: request.publishedOn });
  }
}

/** The day that a head of the text states, where the file itself states none. */
function withStatedDay(read: DocumentText): DocumentText {
  return read.publishedOn !== null ? read : { ...read, publishedOn: extractStatements({ id: '', text: read.text.slice(0, 5000), publishedOn: null }).publishedOn };
}
