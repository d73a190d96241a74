import { makeProblem, ProblemError } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import type { Derivation } from './derivation.ts';
import { findTouched, readFoldPosition, writeFoldPosition } from './fold.queries.ts';
import { foldSubjects } from './fold-subjects.ts';

/** Entries that one transaction of the fold takes. */
const batchEntries = 1000;
/** How long a screen is let wait for its own entry before it is told that the register is behind. */
const waitMs = 15_000;

export interface FolderOptions {
  readonly db: Database;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  readonly derivations: readonly Derivation[];
}

/**
 * Follows the ledger into the register. Where it stands is stored in the same transaction as what it folded, so after
 * a crash it goes on exactly there; folding an entry twice changes nothing, because subjects are folded whole.
 */
export class RegisterFolder {
  readonly #options: FolderOptions;
  #position = 0;
  #revision = 0;
  #wanted = 0;
  #running: Promise<void> | null = null;
  #waiters: { readonly index: number; readonly resolve: () => void }[] = [];
  #isClosed = false;

  constructor(options: FolderOptions) {
    this.#options = options;
  }

  /** Reads where the fold stands and catches up with a log of `size` entries. */
  async start(size: number): Promise<void> {
    this.#position = await readFoldPosition(this.#options.db);
    this.follow(size);
  }

  /** Every entry before this log index is in the register. */
  get position(): number {
    return this.#position;
  }

  /** Another number after each change of the register, whatever made it: what was counted before holds no longer. */
  get revision(): number {
    return this.#revision;
  }

  /** Hears that the register was changed by something else than the fold: an erasure folds subjects anew by itself. */
  noteChange(): void {
    this.#revision += 1;
  }

  /** Hears that the log has grown. */
  follow(size: number): void {
    this.#wanted = Math.max(this.#wanted, size);
    if (this.#running === null && this.#position < this.#wanted && !this.#isClosed) this.#running = this.#run();
  }

  /**
   * Resolves when the entry at `index` is in the register.
   * @throws Problem `register.behind` after 15 seconds
   */
  async waitFor(index: number): Promise<void> {
    if (index < this.#position) return;
    await new Promise<void>((resolve, reject) => {
      const waiter = { index, resolve: () => { clearTimeout(timer); resolve(); } };
      const timer = setTimeout(() => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        reject(new ProblemError(makeProblem('register.behind', { index, position: this.#position })));
      }, waitMs);
      this.#waiters.push(waiter);
    });
  }

  /** Resolves when everything before `size` is folded, however long it takes. */
  async waitForAll(size: number): Promise<void> {
    if (size <= this.#position) return;
    await new Promise<void>((resolve) => this.#waiters.push({ index: size - 1, resolve }));
  }

  /** Begins at the first entry again: the log was replaced by an empty one. */
  reset(): void {
    this.#position = 0;
    this.#wanted = 0;
    this.noteChange();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#position < this.#wanted && !this.#isClosed) {
        this.#position = await foldNext(this.#options.db, this.#position, { now: this.#options.now(), derivations: this.#options.derivations });
        this.noteChange();
        this.#wake();
      }
    } catch (error) {
      // The database is away or refuses: the next commit, or the timer below, tries again from the stored position.
      // A commit may have happened all the same, so what was counted is forgotten.
      this.noteChange();
      this.#options.log(`the register fell behind at log index ${this.#position}: ${String(error)}`);
      setTimeout(() => this.follow(this.#wanted), 1000).unref();
    } finally {
      this.#running = null;
    }
  }

  #wake(): void {
    const ready = this.#waiters.filter((waiter) => waiter.index < this.#position);
    this.#waiters = this.#waiters.filter((waiter) => waiter.index >= this.#position);
    for (const waiter of ready) waiter.resolve();
  }
}

/** Folds the next entries in one transaction; returns the new position. */
export async function foldNext(db: Database, from: number, options: FoldOptions): Promise<number> {
  return db.transaction().execute((tx) => foldWithin(tx, from, options));
}

export interface FoldOptions {
  readonly now: Date;
  readonly derivations: readonly Derivation[];
}

/** The same within a transaction that is already open. */
export async function foldWithin(tx: Database, from: number, options: FoldOptions): Promise<number> {
  const { subjects, next } = await findTouched(tx, from, batchEntries);
  await foldSubjects(tx, subjects, options);
  await writeFoldPosition(tx, next);
  return next;
}
