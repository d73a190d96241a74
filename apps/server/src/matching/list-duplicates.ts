import { nameReasonsBetween, type DuplicateProposal } from '@imena/matching';
import type { ListItem, Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import { describeJob } from '../jobs/describe-job.ts';
import { findNewestJobs } from '../jobs/jobs.queries.ts';
import { findItemsById } from '../register/list-subjects.queries.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { findFoldedMany } from './pair-subjects.queries.ts';
import { countChangedSince, countSubjectsOf, findReadable, readComparedPersons } from './run-subjects.queries.ts';
import { readDuplicatesResult } from './search-duplicates.ts';
import type { NamedWeights, Weights } from './weights/weights.ts';

/** What a person decided about two reports; it stays whatever comes later, until it is taken back. */
interface Decision {
  readonly on: string;
  readonly entry: string;
  readonly verdict: string;
  readonly explanation: string;
  readonly by: string;
  readonly at: string;
}

interface Pair extends Pick<DuplicateProposal, 'a' | 'b' | 'kinds'> {
  /** Null where people compared what the models do not propose. */
  readonly probability: number | null;
  readonly log10Lr: number | null;
  readonly decided: Decision | null;
}

interface Found {
  readonly asOf: number;
  readonly persons: number;
  readonly weights: NamedWeights | null;
  readonly pairs: readonly Pair[];
}

export interface DuplicatesTools {
  readonly account: string;
  readonly files: FileStore;
  readonly now: Date;
  /** Those in use: a search may have been made under others. */
  readonly weights: Weights;
  readonly kept: KeptAnswers<Found>;
}

export interface DuplicatesQuery {
  /** How many pairs are passed over. */
  readonly after: number;
  readonly limit: number;
  /** Only pairs of this person. */
  readonly person?: string | undefined;
}

/**
 * One page of pairs of persons that may be one, from the last search, with what people decided since: proposals that
 * wait for a person first, most probable first, then what somebody decided. Pairs of which the account may not read both
 * persons are left out and not counted.
 * @throws Problem `matching.file_missing`, `matching.file_damaged`
 */
export async function listDuplicates(tx: Database, tools: DuplicatesTools, { after, limit, person }: DuplicatesQuery) {
  const { done, open } = await findNewestJobs(tx, 'duplicates');
  const { count, lastIndex } = await countSubjectsOf(tx, ['person']);
  const { pairs: all, asOf, persons, weights } = await tools.kept.read(tools.account, `${done?.id ?? ''} ${count} ${lastIndex}`, () => gather(tx, tools.files, done?.resultSha256 ?? null));
  const pairs = person === undefined ? all : all.filter(({ a, b }) => a === person || b === person);
  const page = pairs.slice(after, after + limit);
  const ids = [...new Set(page.flatMap(({ a, b }) => [a, b]))];
  const items = await findItemsById(tx, ids);
  const folded = new Map((await findFoldedMany(tx, ids)).map((person) => [person.id, person]));
  return {
    items: page.map((pair) => ({ ...pair, itemA: items.get(pair.a) ?? null, itemB: items.get(pair.b) ?? null, nameReasons: reasonsOf(folded.get(pair.a), folded.get(pair.b)) })),
    next: pairs.length > after + limit ? after + limit : null,
    total: pairs.length, open: pairs.filter((pair) => pair.decided === null).length,
    /** The search that the list rests on; null before the first. */
    search: done === null ? null : { at: done.finishedAt?.toISOString() ?? null, asOf, persons, weights, inUse: tools.weights.version, changedSince: await countChangedSince(tx, 'person', asOf) },
    /** A search under way, or the last one where it ended otherwise than well. */
    job: open === null ? null : describeJob(open, tools.now),
  };
}

function reasonsOf(a: Subject | undefined, b: Subject | undefined) {
  return a === undefined || b === undefined ? [] : nameReasonsBetween(a, b);
}

async function gather(tx: Database, files: FileStore, resultSha256: string | null): Promise<Found> {
  const result = resultSha256 === null ? { asOf: 0, persons: 0, weights: null, pairs: [] } : await readDuplicatesResult(files, resultSha256);
  const decisions = await readDecisions(tx);
  const proposed = result.pairs.map((one): Pair => ({ ...one, decided: decisions.get(keyOf(one.a, one.b)) ?? null }));
  const covered = new Set(proposed.map(({ a, b }) => keyOf(a, b)));
  const others = [...decisions].flatMap(([key, decided]): Pair[] => {
    const [a = '', b = ''] = key.split(' ');
    return covered.has(key) ? [] : [{ a, b, probability: null, log10Lr: null, kinds: [], decided }];
  });
  const readable = await findReadable(tx, [...new Set([...proposed, ...others].flatMap(({ a, b }) => [a, b]))]);
  const seen = [...proposed, ...others].filter(({ a, b }) => readable.has(a) && readable.has(b));
  return { asOf: result.asOf, persons: result.persons, weights: result.weights ?? null, pairs: [...seen.filter(({ decided }) => decided === null), ...seen.filter(({ decided }) => decided !== null)] };
}

/** What people decided of two persons, as this account may read it, by both ids with a space between, the lower first. */
export async function readDecisions(tx: Database): Promise<ReadonlyMap<string, Decision>> {
  return new Map((await readComparedPersons(tx)).flatMap((person) => (person.lists['merges'] ?? []).map((item) => decisionOf(person.id, item))));
}

function decisionOf(on: string, { entry, by, at, value }: ListItem): [string, Decision] {
  const textOf = (field: string): string => (typeof value[field] === 'string' ? value[field] : '');
  return [keyOf(on, textOf('other')), { on, entry, verdict: textOf('verdict'), explanation: textOf('explanation'), by, at }];
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
