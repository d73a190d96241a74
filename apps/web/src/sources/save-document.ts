import type { DocumentText } from '@imena/exchange';
import type { Json } from '@imena/problem';
import { bodyOf } from '../components/index.ts';
import { hashFile, newId } from '../device/index.ts';
import type { Statement } from '../record/index.ts';

export interface DocumentToSave {
  readonly scope: string;
  /** Fields of `source.taken_in` as the person left them. */
  readonly fields: Readonly<Record<string, Json | undefined>>;
  /** Null for a text that was pasted or typed without a file. */
  readonly original: File | null;
  readonly read: DocumentText;
  readonly demonstration: boolean;
}

/** The statements that take a document in: what it is, the original as it came, and the text made out of it. */
export async function statementsOfDocument({ scope, fields, original, read, demonstration }: DocumentToSave): Promise<{ readonly subject: string; readonly statements: readonly Statement[] }> {
  const subject = newId();
  const about = { scope, subject, subjectKind: 'source' } as const;
  return { subject, statements: [{ ...about, body: bodyOf('source.taken_in', { basis: 'document', ...fields }, demonstration) }, ...(await statementsOfText({ scope, subject, original, read }))] };
}

/** The original as it came, where there is one, and the text made out of it: also of a document that was only described before. */
export async function statementsOfText({ scope, subject, original, read }: Pick<DocumentToSave, 'scope' | 'original' | 'read'> & { readonly subject: string }): Promise<readonly Statement[]> {
  const about = { scope, subject, subjectKind: 'source' } as const;
  const text = new File([read.text], 'text.txt', { type: 'text/plain' });
  const originalHash = original === null ? null : await hashFile(original);
  return [
    ...(original === null ? [] : [{ ...about, files: [original], body: { type: 'subject.attached', basis: 'document', file: 0, mediaType: original.type === '' ? 'application/octet-stream' : original.type.slice(0, 100), name: nameOf(original) } }]),
    { ...about, files: [text], body: { type: 'source.text_extracted', basis: 'document', file: 0, sha256: await hashFile(text), characters: read.text.length, extractor: read.extractor, ...(originalHash === null ? {} : { original: originalHash }) } },
  ];
}

function nameOf(file: File): string {
  return file.name.replace(/\p{Cc}+/gu, ' ').trim().slice(-300) || 'original';
}
