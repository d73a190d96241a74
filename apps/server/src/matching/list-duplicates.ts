import { proposeDuplicates, type DuplicateProposal } from '@imena/matching';
import { refuse } from '@imena/problem';
import type { ListItem, Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { findItems } from '../register/list-subjects.queries.ts';
import { countSubjectsOf, readSubjectsOf } from './run-subjects.queries.ts';

/** Proposals below this probability are not shown. */
const leastProbability = 0.05;
/** More persons than these are not compared while somebody waits; the server must answer others too. */
const mostPersons = 5000;

/** What a person decided about two reports; it stays whatever comes later, until it is taken back. */
interface Decision {
  readonly on: string;
  readonly entry: string;
  readonly verdict: string;
  readonly explanation: string;
  readonly by: string;
  readonly at: string;
}

interface Pair extends Pick<DuplicateProposal, 'a' | 'b' | 'kinds' | 'nameReasons'> {
  /** Null where people compared what the models do not propose. */
  readonly probability: number | null;
  readonly log10Lr: number | null;
  readonly decided: Decision | null;
}

/**
 * Keeps what was last proposed to each account, as long as nothing new is said of the persons that it sees.
 * Comparing a thousand persons takes about a second.
 */
export class DuplicateProposals {
  readonly #kept = new Map<string, { readonly key: string; readonly pairs: readonly Pair[] }>();

  async read(tx: Database, account: string): Promise<readonly Pair[]> {
    const { count, lastIndex } = await countSubjectsOf(tx, ['person']);
    if (count > mostPersons) return refuse('matching.too_many_persons', { count, most: mostPersons });
    const key = `${count} ${lastIndex}`;
    const kept = this.#kept.get(account);
    if (kept?.key === key) return kept.pairs;
    const pairs = findPairs(await readSubjectsOf(tx, 'person', null));
    this.#kept.delete(account);
    this.#kept.set(account, { key, pairs });
    for (const oldest of this.#kept.keys()) if (this.#kept.size > 20) this.#kept.delete(oldest);
    return pairs;
  }
}

/** Proposed pairs that wait for a person first, most probable first; then those that somebody decided. */
function findPairs(persons: readonly Subject[]): Pair[] {
  const decisions = new Map(persons.flatMap((person) => (person.lists['merges'] ?? []).map((item) => decisionOf(person.id, item))));
  const known = new Set(persons.map((person) => person.id));
  const proposed = proposeDuplicates({ persons, least: leastProbability }).map((one): Pair => ({ ...one, decided: decisions.get(keyOf(one.a, one.b)) ?? null }));
  const covered = new Set(proposed.map(({ a, b }) => keyOf(a, b)));
  const others = [...decisions].flatMap(([key, decided]): Pair[] => {
    const [a = '', b = ''] = key.split(' ');
    return covered.has(key) || !known.has(a) || !known.has(b) ? [] : [{ a, b, probability: null, log10Lr: null, kinds: [], nameReasons: [], decided }];
  });
  return [...proposed.filter((pair) => pair.decided === null), ...[...proposed, ...others].filter((pair) => pair.decided !== null)];
}

function decisionOf(on: string, { entry, by, at, value }: ListItem): [string, Decision] {
  const textOf = (field: string): string => (typeof value[field] === 'string' ? value[field] : '');
  return [keyOf(on, textOf('other')), { on, entry, verdict: textOf('verdict'), explanation: textOf('explanation'), by, at }];
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

export interface DuplicatesQuery {
  /** How many pairs are passed over. */
  readonly after: number;
  readonly limit: number;
}

/** One page of pairs of persons that may be one, with both persons as lists show them. @throws Problem `matching.too_many_persons` */
export async function listDuplicates(tx: Database, pairs: readonly Pair[], { after, limit }: DuplicatesQuery) {
  const page = pairs.slice(after, after + limit);
  const items = new Map((await findItems(tx, [...new Set(page.flatMap(({ a, b }) => [a, b]))])).map((item) => [item.id, item]));
  return {
    items: page.map((pair) => ({ ...pair, itemA: items.get(pair.a) ?? null, itemB: items.get(pair.b) ?? null })),
    next: pairs.length > after + limit ? after + limit : null,
    total: pairs.length, open: pairs.filter((pair) => pair.decided === null).length,
  };
}
