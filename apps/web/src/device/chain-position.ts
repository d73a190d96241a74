import { makeProblem, type Problem } from '@imena/problem';

/** What the next entry of a chain must carry. */
export interface ChainPosition {
  readonly seq: number;
  readonly prev: string | null;
}

export type PositionChoice = { readonly kind: 'position'; readonly position: ChainPosition } | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * Decides where the next entry of this device goes. The device's own memory leads, because it also knows what was not
 * sent yet; the server's head reveals a copied device (the server is ahead, or disagrees) and a server that lost entries.
 * @param local position after the newest entry signed here, null when none was; @param acknowledged the `seq` the next
 * entry would have if only acknowledged ones counted; @param server the server's answer, null without a network
 */
export function choosePosition({ local, acknowledged, server }: {
  readonly local: ChainPosition | null;
  readonly acknowledged: number;
  readonly server: ChainPosition | null;
}): PositionChoice {
  if (server === null) return { kind: 'position', position: local ?? { seq: 0, prev: null } };
  if (local === null) return server.seq === 0 ? { kind: 'position', position: server } : problem('web.chain_fork');
  if (server.seq > local.seq) return problem('web.chain_fork');
  if (server.seq === local.seq && server.prev !== local.prev) return problem('web.chain_fork');
  if (server.seq < acknowledged) return problem('web.chain_lost');
  return { kind: 'position', position: local };
}

function problem(code: string): PositionChoice {
  return { kind: 'problem', problem: makeProblem(code) };
}
