import { ReportFiles, tieReports, togetherFrom, type PersonsOfFile, type ReportTie } from '@imena/matching';
import type { Database } from '../database/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import { findNewestJobs } from '../jobs/jobs.queries.ts';
import { KeptAnswers } from './kept-answers.ts';
import { readDecisions } from './list-duplicates.ts';
import { findFoldedMany } from './pair-subjects.queries.ts';
import { countSubjectsOf, findReadable } from './run-subjects.queries.ts';
import { readDuplicatesResult } from './search-duplicates.ts';

/**
 * Which persons of the register are one, as an account may know it: by what people decided, and by the last search for
 * repeated reports. Nothing is merged: whoever is read as one file stays as many persons as were reported. Read once for each state of the
 * register that the account sees.
 */
export class RegisterFiles {
  readonly #worker: Database;
  readonly #files: FileStore;
  readonly #kept = new KeptAnswers<ReportFiles>();

  /** @param worker for the last search, which not everybody may read; of its pairs an account gets those that it may read */
  constructor(worker: Database, files: FileStore) {
    this.#worker = worker;
    this.#files = files;
  }

  async read(tx: Database, account: string): Promise<ReportFiles> {
    const done = await this.#newestSearch();
    const { count, lastIndex } = await countSubjectsOf(tx, ['person']);
    return this.#kept.read(account, `${done?.id ?? ''} ${count} ${lastIndex}`, () => this.#gather(tx, done?.resultSha256 ?? null));
  }

  /** Names the last search for repeated reports: with the entries that an account sees all that its files follow from. */
  async searched(): Promise<string> {
    return (await this.#newestSearch())?.id ?? '';
  }

  async #newestSearch() {
    return (await findNewestJobs(this.#worker, 'duplicates')).done;
  }

  async #gather(tx: Database, resultSha256: string | null): Promise<ReportFiles> {
    // Those that `imena match` reads as one file.
    const proposed: ReportTie[] = resultSha256 === null ? [] : (await readDuplicatesResult(this.#files, resultSha256)).pairs.filter(({ probability }) => probability >= togetherFrom);
    const decided = [...(await readDecisions(tx))].map(([key, { verdict }]) => {
      const [a = '', b = ''] = key.split(' ');
      return { a, b, verdict: verdict === 'same_person' ? verdict : 'kept_apart' } as const;
    });
    const readable = await findReadable(tx, [...new Set([...proposed, ...decided].flatMap(({ a, b }) => [a, b]))]);
    const isRead = ({ a, b }: { readonly a: string; readonly b: string }): boolean => readable.has(a) && readable.has(b);
    return new ReportFiles(tieReports(decided.filter(isRead), proposed.filter(isRead)));
  }
}

/** The persons of the file that holds this one; null where it stands alone. */
export async function findPersonsOfFile(tx: Database, files: ReportFiles, person: string): Promise<PersonsOfFile | null> {
  const file = files.of(person);
  if (file === null) return null;
  const folded = new Map((await findFoldedMany(tx, file.ids)).map((one) => [one.id, one]));
  const persons = file.ids.flatMap((id) => folded.get(id) ?? []);
  return persons.length === file.ids.length ? { file, persons } : null;
}
