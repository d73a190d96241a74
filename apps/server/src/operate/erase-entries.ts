import { randomUUID } from 'node:crypto';
import type { ServerContext } from '../http/context.ts';
import { removeViews } from '../files/make-view.ts';
import { foldSubjects } from '../register/fold-subjects.ts';
import { eraseContent, findErasable } from './erase.queries.ts';

export interface Erasure {
  readonly entries: readonly string[];
  readonly ground: string;
  readonly legalBasis: string;
  /** Account ids; two different people at least. */
  readonly approvers: readonly string[];
}

/**
 * Removes the content of entries: bodies, salts, files that no other entry carries. First the erasure is logged, then
 * the content goes; cut off in between, the same call goes on. What was signed, its place and its proofs stay.
 *
 * LIMIT: it reaches this server only; holders elsewhere (devices, backups, packages) are not listed yet.
 */
export async function eraseEntries({ ledger, author, files, derivations, now }: ServerContext, erasure: Erasure): Promise<void> {
  const { installation } = ledger.identity;
  const at = now();
  const [logged] = await author.append([{
    scope: installation, subject: randomUUID(),
    body: { type: 'erasure.recorded', basis: 'decided', entries: erasure.entries, ground: erasure.ground, legalBasis: erasure.legalBasis, approvers: erasure.approvers },
  }]);
  if (logged === undefined) throw new Error('nothing was appended');
  await ledger.folder.waitFor(logged.logIndex);
  const orphans = await ledger.worker.transaction().execute(async (tx) => {
    const found = await findErasable(tx, erasure.entries);
    const left = await eraseContent(tx, { found, erasure: logged.id, on: at.toISOString(), by: erasure.approvers.join(' '), ground: erasure.ground });
    await foldSubjects(tx, [...new Set(found.map((entry) => entry.subject))], { now: at, derivations });
    return left;
  });
  ledger.folder.noteChange();
  for (const sha256 of orphans) {
    await files.remove(sha256);
    await removeViews(files.folder, sha256);
  }
}
