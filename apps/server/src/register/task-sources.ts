import type { Role } from '@imena/record';
import type { Database } from '../database/tables.ts';

/** Something that waits for somebody: found by looking, never stored. */
export interface FoundTask {
  readonly task: string;
  readonly role: Role;
  /** The subject it is about. */
  readonly subject: string;
  readonly since: Date;
}

/** Looks for tasks under the wall of the account whose transaction it is. */
export type TaskSource = (tx: Database) => Promise<readonly FoundTask[]>;

/** Where tasks come from; the register brings its own, other parts add theirs (`candidates` of matching). */
export class TaskSources {
  readonly #sources: TaskSource[] = [];

  add(source: TaskSource): void {
    this.#sources.push(source);
  }

  async find(tx: Database): Promise<FoundTask[]> {
    const found: FoundTask[] = [];
    for (const source of this.#sources) found.push(...(await source(tx)));
    return found;
  }
}
