import type * as Server from '@imena/server';

/** The server's use cases, read in only by the commands that need them: the others start in a fraction of the time. */
export async function loadServer(): Promise<typeof Server> {
  return await import('@imena/server');
}
