import type { FileStore } from './file-store.ts';

/** A phone may be weeks without network between two parts of a file; what is older than this was given up. */
const keptDays = 60;
const dayMs = 24 * 60 * 60 * 1000;

export interface TidyOptions {
  readonly files: FileStore;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

/** Removes uploads to which nothing was added for 60 days; the device that comes back all the same sends the file anew. */
export async function tidyUploads({ files, now, log }: TidyOptions): Promise<void> {
  const removed = await files.removeUnfinished(new Date(now().getTime() - keptDays * dayMs));
  if (removed > 0) log(`removed ${removed} unfinished uploads older than ${keptDays} days`);
}

/** Tidies now and once a day until stopped; trouble is told and does not stop the server. */
export function startTidyingUploads(options: TidyOptions): { stop(): Promise<void> } {
  const tidy = (): Promise<void> => tidyUploads(options).catch((error: unknown) => options.log(`unfinished uploads could not be removed: ${String(error)}`));
  let running = tidy();
  const timer = setInterval(() => { running = tidy(); }, dayMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
