import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { refuse } from '@imena/problem';
import type { ChunkResult } from './plan.ts';

/** What to do where an unfinished journal is found. */
export type JournalBegin = 'ask' | 'resume' | 'anew';

/**
 * What is done so far, beside the result file: a first line that names the inputs, then a line a chunk. A crash leaves at
 * most half a line at the end.
 */
export class Journal {
  readonly #file: string | null;
  readonly done: ReadonlyMap<number, ChunkResult>;

  private constructor(file: string | null, done: ReadonlyMap<number, ChunkResult>) {
    this.#file = file;
    this.done = done;
  }

  /**
   * Opens the journal of a result file; without one nothing is kept.
   * @throws Problem screen.resume_other where it was begun with other files or settings; screen.unfinished where one with
   * results is there and nothing says whether to go on or to begin anew
   */
  static open(out: string | null, how: { readonly identity: string; readonly begin: JournalBegin }): Journal {
    if (out === null) return new Journal(null, new Map());
    const file = `${out}.part`;
    if (how.begin !== 'anew' && existsSync(file)) {
      const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
      const done = new Map(lines.flatMap(resultOf));
      if (how.begin === 'ask' && done.size > 0) return refuse('screen.unfinished', { file });
      if (how.begin === 'resume' && first !== how.identity) return refuse('screen.resume_other', { file });
      if (how.begin === 'ask') done.clear();
      writeFileSync(file, [how.identity, ...[...done.values()].map((r) => JSON.stringify(r)), ''].join('\n'), { mode: 0o600 });
      return new Journal(file, done);
    }
    writeFileSync(file, `${how.identity}\n`, { mode: 0o600 });
    return new Journal(file, new Map());
  }

  keep(result: ChunkResult): void {
    if (this.#file !== null) appendFileSync(this.#file, `${JSON.stringify(result)}\n`);
  }

  remove(): void {
    if (this.#file !== null) rmSync(this.#file, { force: true });
  }
}

/** A line that was not written to its end, or was damaged since, is no result: its chunk is done again. */
function resultOf(line: string): [number, ChunkResult][] {
  try {
    const result = JSON.parse(line) as ChunkResult | null;
    return result !== null && Number.isInteger(result.chunk) && Array.isArray(result.hits) ? [[result.chunk, result]] : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
