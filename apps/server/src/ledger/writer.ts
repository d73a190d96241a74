import { setImmediate } from 'node:timers/promises';
import { chainKey } from '@imena/ledger';
import { makeProblem, ProblemError } from '@imena/problem';
import { problemOfConstraint } from '../database/constraint-problems.ts';
import type { SingleConnection } from '../database/open-database.ts';
import type { EntryRules } from './entry-rules.ts';
import { deleteWaiting, insertQuarantined, readWaiting } from './ledger.queries.ts';
import { loadState } from './load-state.ts';
import type { LogIdentity, LogState } from './log-state.ts';
import { prepareEntry } from './prepared-entry.ts';
import { RuleRefusal } from './rule-refusal.ts';
import { nameEntry, writeBatch, type Outcome, type Submission, type WrittenBatch } from './write-batch.ts';

/** Most entries that one transaction takes: more gain nothing and make everybody in the batch wait. */
const batchEntries = 2000;

interface Queued extends Submission {
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (error: unknown) => void;
}

export interface WriterOptions {
  readonly connection: SingleConnection;
  readonly identity: LogIdentity;
  readonly state: LogState;
  readonly rules: EntryRules;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Called after each commit with the new size of the log. */
  readonly onCommit: (size: number) => void;
  /** Resolves when the register has folded every entry before this index; rules see nothing older. */
  readonly waitForFold: (size: number) => Promise<void>;
}

/**
 * The one writer of the ledger. Requests queue while a batch is being committed and then go together, so that many
 * devices share one flush of the disk. Its connection holds the lock that keeps a second server out: when the
 * connection is lost, nothing more is written.
 */
export class LedgerWriter {
  readonly #options: WriterOptions;
  #queue: Queued[] = [];
  #tasks: (() => Promise<void>)[] = [];
  #running: Promise<void> | null = null;
  #stopped: Error | null = null;

  constructor(options: WriterOptions) {
    this.#options = options;
    void options.connection.ended.then((error) => this.#stop(error ?? new Error('the connection of the writer has ended')));
  }

  /** Queues entries whose content and signatures were verified; answers after their commit, in their order. */
  submit(submission: Submission): Promise<readonly Outcome[]> {
    if (submission.entries.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      if (this.#stopped !== null) {
        reject(stoppedProblem());
        return;
      }
      this.#queue.push({ ...submission, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Runs work between two batches, with nothing being written: for what replaces the log itself. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#tasks.push(() => work().then(resolve, reject));
      this.#running ??= this.#run();
    });
  }

  /** Resolves when everything queued so far is committed or refused; later submissions are refused. */
  async close(): Promise<void> {
    this.#stopped ??= new Error('the writer was closed');
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      // One turn of the event loop: requests that have arrived together go together.
      await setImmediate();
      while (this.#queue.length + this.#tasks.length > 0) await (this.#tasks.shift() ?? (() => this.#writeNext()))();
    } finally {
      this.#running = null;
    }
  }

  async #writeNext(): Promise<void> {
    const first = this.#queue[0];
    if (first === undefined) return;
    if (this.#hasRule(first)) {
      this.#queue.shift();
      return this.#writeWithRules(first);
    }
    const taken: Queued[] = [];
    for (let entries = 0; this.#queue.length > 0;) {
      const next = this.#queue[0];
      if (next === undefined || this.#hasRule(next) || (entries > 0 && entries + next.entries.length > batchEntries)) break;
      entries += next.entries.length;
      taken.push(next);
      this.#queue.shift();
    }
    await this.#writeTogether(taken);
  }

  async #writeTogether(taken: readonly Queued[]): Promise<void> {
    try {
      const outcomes = await this.#write(taken);
      taken.forEach((item, i) => item.resolve(outcomes[i] ?? []));
    } catch (error) {
      await this.#recover(error);
      // One request must not take the others of its batch down with it.
      if (taken.length > 1 && this.#stopped === null) for (const item of taken) await this.#writeTogether([item]);
      else for (const item of taken) item.reject(this.#stopped === null ? error : stoppedProblem());
    }
  }

  /** Entries with rules go one by one, each after everything before it has been folded into the register. */
  async #writeWithRules(item: Queued): Promise<void> {
    const outcomes: Outcome[] = [];
    const broken = new Set<string>();
    try {
      for (const entry of item.entries) {
        const chain = chainKey(entry.envelope);
        const outcome: Outcome = broken.has(chain)
          ? { status: 'refused', problem: makeProblem('server.predecessor_refused', { id: entry.envelope.id }) }
          : await this.#writeOne({ account: item.account, entries: [entry] });
        if (outcome.status === 'refused') broken.add(chain);
        outcomes.push(outcome);
      }
      item.resolve(outcomes);
    } catch (error) {
      await this.#recover(error);
      item.reject(this.#stopped === null ? error : stoppedProblem());
    }
  }

  async #writeOne(submission: Submission): Promise<Outcome> {
    const [entry] = submission.entries;
    if (entry === undefined) throw new Error('one entry at a time');
    if (this.#options.rules.of(entry).length > 0) await this.#options.waitForFold(this.#options.state.size);
    try {
      const [[outcome] = []] = await this.#write([submission]);
      if (outcome === undefined) throw new Error('an entry without an outcome');
      return outcome;
    } catch (error) {
      const problem = error instanceof RuleRefusal ? error.problem : problemOfConstraint(error);
      if (problem === null) throw error;
      await this.#recover(error);
      return { status: 'refused', problem };
    }
  }

  async #write(submissions: readonly Submission[]): Promise<readonly (readonly Outcome[])[]> {
    const { connection, state, identity, rules, now } = this.#options;
    const written = await connection.db.transaction().execute((tx) => writeBatch(tx, submissions, { state, identity, rules, now }));
    this.#commit(written);
    return written.outcomes;
  }

  #commit(written: WrittenBatch): void {
    const { state, log, onCommit } = this.#options;
    state.size += written.rows.length;
    state.waiting += written.waitingChange;
    for (const [chain, head] of written.newHeads) state.heads.set(chain, head);
    if (written.checkpoint !== null) {
      state.checkpoint = written.checkpoint.note;
      state.checkpointAt = written.checkpoint.at;
    }
    for (const { entry, problem } of written.quarantined) log(`QUARANTINE: entry ${nameEntry(entry)}: ${problem.code}`);
    if (written.rows.length > 0) onCommit(state.size);
    for (const submission of written.ready) this.#resubmit(submission);
  }

  /** What waited is judged anew, as at the start of the program; refused now, it goes into quarantine. */
  async resubmitWaiting(): Promise<void> {
    for (const row of await readWaiting(this.#options.connection.db)) {
      this.#resubmit({ account: row.account, entries: [prepareEntry(row.wire)] });
    }
  }

  #resubmit(submission: Submission): void {
    const { connection, log, now, state } = this.#options;
    this.submit(submission)
      .then(async ([outcome]) => {
        const [entry] = submission.entries;
        if (outcome?.status !== 'refused' || entry === undefined) return;
        await connection.db.transaction().execute(async (tx) => {
          await insertQuarantined(tx, [{ entry, account: submission.account, problem: outcome.problem }], now());
          state.waiting -= await deleteWaiting(tx, [entry.envelope.id]);
        });
      })
      .catch((error: unknown) => log(`an entry that waited could not be taken: ${String(error)}`));
  }

  /** After a failed transaction the tree may be ahead, and a commit cut off may have happened: ask the database. */
  async #recover(error: unknown): Promise<void> {
    if (this.#stopped !== null) return;
    const { state, connection, identity, log } = this.#options;
    if (!(error instanceof RuleRefusal)) log(`the writer rolled a batch back: ${String(error)}`);
    try {
      if (Number(state.tree.size) !== state.size || !(error instanceof RuleRefusal)) Object.assign(state, await loadState(connection.db, identity));
    } catch (lost) {
      this.#stop(lost instanceof Error ? lost : new Error(String(lost)));
    }
  }

  #stop(error: Error): void {
    if (this.#stopped !== null) return;
    this.#stopped = error;
    this.#options.log(`the writer has stopped: ${error.message}`);
    for (const item of this.#queue) item.reject(stoppedProblem());
    this.#queue = [];
  }

  #hasRule(item: Submission): boolean {
    return item.entries.some((entry) => this.#options.rules.of(entry).length > 0);
  }
}

function stoppedProblem(): ProblemError {
  return new ProblemError(makeProblem('server.writer_stopped'));
}
