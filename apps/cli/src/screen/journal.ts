import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { refuse } from '@imena/problem';
import type { ChunkResult } from './plan.ts';

/**
 * What is done so far, beside the result file: a first line that names the inputs, then a line a chunk. A crash leaves at
 * most half a line at the end, which is passed over: that chunk is done again.
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
   * @throws Problem screen.resume_other where it was begun with other files or settings
   */
  static open(out: string | null, how: { readonly identity: string; readonly resume: boolean }): Journal {
    if (out === null) return new Journal(null, new Map());
    const file = `${out}.part`;
    if (how.resume && existsSync(file)) {
      const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
      if (first !== how.identity) return refuse('screen.resume_other', { file });
      const done = new Map<number, ChunkResult>();
      // What stands behind the last line end was not written to its end.
      for (const line of lines.slice(0, -1)) {
        const result = JSON.parse(line) as ChunkResult;
        done.set(result.chunk, result);
      }
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
