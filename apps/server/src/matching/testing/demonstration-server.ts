import { buildDemonstration, type Demonstration } from '@imena/izium';
import { held, startWholeServer, type Member, type WholeServer } from '../../testing/test-server.ts';
import type { ServerOptions } from '../../start-server.ts';
import { matchingPart, type MatchingOptions } from '../matching-part.ts';

/** The whole server with the demonstration in its log, and the people who match and decide. */
export interface DemonstrationServer extends WholeServer {
  readonly demonstration: Demonstration;
  readonly analyst: Member;
  readonly laboratory: Member;
  readonly board: readonly [Member, Member, Member];
  readonly liaison: Member;
}

/** Starts it; the worker runs in this process and nothing is computed that nobody asks for, unless told otherwise. */
export async function startDemonstrationServer(matching: MatchingOptions = { worker: 'inside' }, options: Partial<ServerOptions> = {}): Promise<DemonstrationServer> {
  const whole = await startWholeServer({ parts: [matchingPart({ followAfterMs: null, ...matching })], ...options });
  const demonstration = buildDemonstration();
  const { author, ledger } = whole.server.context;
  await author.append(demonstration.entries.map(({ ref, ...statement }) => ({ id: ref, ...statement })));
  await ledger.folder.waitForAll(ledger.state.size);
  const member = (role: 'analyst' | 'laboratory' | 'board' | 'family_liaison'): Promise<Member> => whole.member([held(role)]);
  return Object.assign(Object.create(whole) as WholeServer, {
    demonstration, analyst: await member('analyst'), laboratory: await member('laboratory'),
    board: [await member('board'), await member('board'), await member('board')] as const, liaison: await member('family_liaison'),
  });
}

export interface JobAnswer {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly run: string | null;
  readonly problem: { readonly code: string } | null;
}

/** Asks for a run and waits until it is done; the answer is its job. */
export async function runAs(member: Member, request: Readonly<Record<string, unknown>> = {}): Promise<JobAnswer> {
  const { job } = await member.person.expect<{ job: JobAnswer }>(202, 'POST', '/api/runs', request);
  return waitForJob(member, job.id, (state) => state !== 'waiting' && state !== 'running');
}

/** Asks for a job again and again until its state fits. */
export async function waitForJob(member: Member, id: string, fits: (state: string, job: JobAnswer) => boolean): Promise<JobAnswer> {
  for (;;) {
    const job = await member.person.expect<JobAnswer>(200, 'GET', `/api/jobs/${id}`);
    if (fits(job.state, job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
