import { chainKey, encodeHex, signCheckpoint, type ChainHead } from '@imena/ledger';
import type { Problem } from '@imena/problem';
import type { Transaction } from '../database/tables.ts';
import { refuseBecauseOfRule } from './rule-refusal.ts';
import { BatchSurroundings } from './gather-surroundings.ts';
import type { EntryRules } from './entry-rules.ts';
import { judgeEntry } from './judge-entry.ts';
import {
  deleteWaiting, findWaiting, insertCheckpoint, insertEntries, insertQuarantined, insertWaiting, type LogRow, type Quarantined, type Waiting,
} from './ledger.queries.ts';
import type { LogIdentity, LogState } from './log-state.ts';
import { prepareEntry, type PreparedEntry } from './prepared-entry.ts';

/** What became of one entry. */
export type Outcome =
  | { readonly status: 'logged'; readonly logIndex: number }
  | { readonly status: 'held'; readonly problem: Problem }
  | { readonly status: 'refused'; readonly problem: Problem };

/** Entries of one request, in the order in which they were sent. */
export interface Submission {
  readonly account: string;
  readonly entries: readonly PreparedEntry[];
  /** All of them or none: when one cannot be logged, nothing of the transaction is. */
  readonly isWhole?: true;
}

/** What a written batch adds to the state in memory, once its transaction is committed. */
export interface WrittenBatch {
  readonly outcomes: readonly (readonly Outcome[])[];
  readonly rows: readonly LogRow[];
  readonly newHeads: ReadonlyMap<string, ChainHead>;
  readonly checkpoint: { readonly note: string; readonly at: Date } | null;
  readonly waitingChange: number;
  readonly quarantined: readonly Quarantined[];
  /** Entries with rules that waited and may come now; they are submitted anew, one by one. */
  readonly ready: readonly Submission[];
}

export interface BatchTools {
  readonly state: LogState;
  readonly identity: LogIdentity;
  readonly rules: EntryRules;
  readonly now: () => Date;
}

/**
 * Judges and writes the entries of several requests in one transaction, with one checkpoint over all of them. A crash
 * before the commit leaves nothing; after it, everything: the answer is only given after it.
 */
export async function writeBatch(tx: Transaction, submissions: readonly Submission[], tools: BatchTools): Promise<WrittenBatch> {
  const batch = new Batch(tx, tools);
  await batch.surroundings.read(tx, submissions.flatMap((submission) => submission.entries));
  const outcomes: Outcome[][] = [];
  for (const submission of submissions) outcomes.push(await batch.judge(submission));
  await batch.admitWaiting();
  return { outcomes, ...(await batch.write()) };
}

class Batch {
  readonly surroundings: BatchSurroundings;
  readonly #tx: Transaction;
  readonly #tools: BatchTools;
  readonly #rows: LogRow[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #quarantined: Quarantined[] = [];
  readonly #settled: string[] = [];
  readonly #ready: Submission[] = [];

  constructor(tx: Transaction, tools: BatchTools) {
    this.#tx = tx;
    this.#tools = tools;
    this.surroundings = new BatchSurroundings(tools.state, tools.identity);
  }

  async judge({ account, entries, isWhole }: Submission): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const entry of entries) outcomes.push(await this.#take(entry, account));
    const bad = isWhole === true ? outcomes.find((outcome) => outcome.status !== 'logged') : undefined;
    if (bad !== undefined) refuseBecauseOfRule(bad.problem);
    this.surroundings.forgetBroken();
    return outcomes;
  }

  async #take(entry: PreparedEntry, account: string): Promise<Outcome> {
    const verdict = judgeEntry(entry, { account }, this.surroundings);
    switch (verdict.kind) {
      case 'known':
        return { status: 'logged', logIndex: verdict.logIndex };
      case 'hold':
        this.#waiting.push({ entry, account, problem: verdict.problem, reason: verdict.reason });
        return { status: 'held', problem: verdict.problem };
      case 'refuse':
        if (verdict.isQuarantined) this.#quarantined.push({ entry, account, problem: verdict.problem });
        this.surroundings.breakChain(chainKey(entry.envelope));
        return { status: 'refused', problem: verdict.problem };
      case 'append': {
        const logIndex = this.#tools.state.size + this.#rows.length;
        for (const rule of this.#tools.rules.of(entry)) refuseBecauseOfRule(await rule(this.#tx, entry, { logIndex }));
        const isNewSubject = this.surroundings.add(entry, { logIndex, subjectKind: verdict.subjectKind });
        this.#rows.push({ logIndex, entry, subjectKind: verdict.subjectKind, isNewSubject });
        return { status: 'logged', logIndex };
      }
    }
  }

  /** Whatever waited for what this batch brings goes in with it, and what waited for that, until nothing follows. */
  async admitWaiting(): Promise<void> {
    if (this.#tools.state.waiting === 0) return;
    const settled = new Set<string>();
    for (let from = 0; from < this.#rows.length;) {
      const fresh = this.#rows.slice(from);
      from = this.#rows.length;
      const subjects = fresh.filter((row) => row.isNewSubject).map((row) => row.entry.envelope.subject);
      const found = await findWaiting(this.#tx, [...this.surroundings.newHeads.values()], subjects);
      const open = found.filter((row) => !settled.has(row.entry)).map((row) => ({ entry: prepareEntry(row.wire), account: row.account }));
      await this.surroundings.read(this.#tx, open.map((item) => item.entry));
      for (const { entry, account } of open) if (await this.#readmit(entry, account)) settled.add(entry.envelope.id);
    }
  }

  /** Returns whether the entry need not be looked at again in this batch. */
  async #readmit(entry: PreparedEntry, account: string): Promise<boolean> {
    const verdict = judgeEntry(entry, { account }, this.surroundings);
    if (verdict.kind === 'hold') return false;
    if (verdict.kind === 'append' && this.#tools.rules.of(entry).length > 0) {
      this.#ready.push({ account, entries: [entry] });
      return true;
    }
    const outcome = await this.#take(entry, account);
    this.surroundings.forgetBroken();
    this.#settled.push(entry.envelope.id);
    // Nobody is there any more to whom it could be refused: it is kept in quarantine with the reason.
    const isKept = this.#quarantined[this.#quarantined.length - 1]?.entry === entry;
    if (outcome.status === 'refused' && !isKept) this.#quarantined.push({ entry, account, problem: outcome.problem });
    return true;
  }

  async write(): Promise<Omit<WrittenBatch, 'outcomes'>> {
    const { state, identity, now } = this.#tools;
    const at = now();
    let checkpoint: WrittenBatch['checkpoint'] = null;
    if (this.#rows.length > 0) {
      await insertEntries(this.#tx, this.#rows, at);
      state.tree.append(this.#rows.map((row) => row.entry.leafHash));
      const size = state.size + this.#rows.length;
      const root = state.tree.root(BigInt(size));
      const note = signCheckpoint({ origin: identity.origin, size: BigInt(size), root }, identity.signer);
      await insertCheckpoint(this.#tx, { size, root, note, at });
      checkpoint = { note, at };
    }
    const added = await insertWaiting(this.#tx, this.#waiting, at);
    const logged = this.#rows.map((row) => row.entry.envelope.id);
    const left = state.waiting === 0 ? 0 : await deleteWaiting(this.#tx, [...logged, ...this.#settled]);
    await insertQuarantined(this.#tx, this.#quarantined, at);
    return {
      rows: this.#rows, newHeads: this.surroundings.newHeads, checkpoint, waitingChange: added - left,
      quarantined: this.#quarantined, ready: this.#ready,
    };
  }
}

/** For logs of the server: which entry, without anything of its content. */
export function nameEntry(entry: PreparedEntry): string {
  return `${entry.envelope.id} (device ${entry.envelope.device.slice(0, 12)}, leaf ${encodeHex(entry.leafHash).slice(0, 12)})`;
}
