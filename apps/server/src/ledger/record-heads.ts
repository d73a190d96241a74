import { randomUUID } from 'node:crypto';
import type { ServerContext } from '../http/context.ts';
import { findGrownScopes } from './heads.queries.ts';

const everyMs = 10 * 60 * 1000;
/** As many chains as one statement may hold. */
const chainsPerEntry = 10_000;

/**
 * Logs the lengths of all chains of every scope that has grown, in that very scope and by the installation's own key,
 * so that a package of one scope proves what it leaves out. Returns how many scopes were recorded.
 */
export async function recordHeads({ ledger, author }: Pick<ServerContext, 'ledger' | 'author'>): Promise<number> {
  const atSize = ledger.state.size;
  const scopes = await findGrownScopes(ledger.worker, atSize);
  const statements = scopes.flatMap(({ scope, chains }) =>
    pagesOf(chains).map((page) => ({
      scope, subject: randomUUID(),
      body: { type: 'heads.recorded', basis: 'computed' as const, ofScope: scope, atSize: String(atSize), chains: page },
    })));
  await author.append(statements);
  return scopes.length;
}

/** Records heads every ten minutes when something has changed, until stopped. */
export function startRecordingHeads(context: ServerContext): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = recordHeads(context).catch((error: unknown) => context.log(`heads could not be recorded: ${String(error)}`));
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

function pagesOf<T>(items: readonly T[]): T[][] {
  const pages: T[][] = [];
  for (let from = 0; from < items.length; from += chainsPerEntry) pages.push(items.slice(from, from + chainsPerEntry));
  return pages;
}
