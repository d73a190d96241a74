import { makeProblem, ProblemError } from '@imena/problem';
import type { Subject } from '@imena/record';
import { queryOptions } from '@tanstack/react-query';
import { send } from '../api/index.ts';
import { hashFile } from '../device/index.ts';
import { numberOf, textOf } from '../format/index.ts';

/** The stored text of a document: the entry that holds it, and what was said of it. */
export interface SourceText {
  readonly entry: string;
  readonly sha256: string;
  readonly extractor: string;
  readonly characters: number;
}

/** The newest text of a document; null where none was made. */
export function sourceText(subject: Subject): SourceText | null {
  const item = subject.lists['texts']?.at(-1);
  const sha256 = textOf(item?.value['sha256']);
  if (item === undefined || sha256 === undefined) return null;
  return { entry: item.entry, sha256, extractor: textOf(item.value['extractor']) ?? '', characters: numberOf(item.value['characters']) ?? 0 };
}

/** What made the text, in words where it was a person. */
export function extractorWords(extractor: string, byHand: string): string {
  return extractor === 'typed by hand' ? byHand : extractor;
}

const tries = 20;

/** The text itself, believed only when its hash is the one in the ledger. */
export function textQuery({ entry, sha256 }: SourceText) {
  return queryOptions({
    queryKey: ['source-text', sha256],
    staleTime: Number.POSITIVE_INFINITY,
    // The bytes of a file follow its entry.
    retry: (count, error) => count < tries && error instanceof ProblemError && error.problem.code === 'files.missing',
    retryDelay: 500,
    queryFn: async ({ signal }): Promise<string> => {
      const bytes = await (await send(`/files/${sha256}?entry=${entry}&view=original`, { signal })).blob();
      if ((await hashFile(bytes)) !== sha256) throw new ProblemError(makeProblem('web.text_changed'));
      return bytes.text();
    },
  });
}
