import { refuse } from '@imena/problem';
import { communities } from '../languages/index.ts';
import { givenNames } from '../given/given-names.ts';
import { surnameAt, type PreparedName, type PreparedWord } from '../prepare/prepared.ts';
import { defaultNameModel } from './default-model.ts';
import type { NameModel } from './name-model.ts';
import { measureSurprise } from './surprise.ts';

export interface LearnNameOptions {
  /** What the list is, for the report of a match: `missing persons of the event, 2022-09-15`. */
  readonly source: string;
  /** Where to start; the estimates built in if left out. Error rates are taken over, they cannot be learned from one list. */
  readonly base?: NameModel;
}

/** Fewer names than this teach nothing about how common a name is. */
export const fewestNames = 300;

/** For how many names the starting shares count. */
const baseWeight = 300;

/**
 * Learns how common surnames and given names are, and which sounds follow which, from a list of the population concerned
 * (for instance all missing persons of an event). Shares of surnames seen once are discounted by Good and Turing (Good
 * 1953), all are mixed with the starting shares.
 *
 * LIMIT: repeated reports of one person count as often as they come; a list of one village speaks for that village only.
 * @throws Problem `names.too_few_to_learn` below 300 names with a surname
 */
export function learnNameModel(names: Iterable<PreparedName>, { source, base = defaultNameModel() }: LearnNameOptions): NameModel {
  const surnames = new Map<string, Surname>();
  const given = { male: new Map<number, number>(), female: new Map<number, number>() };
  let total = 0;
  for (const name of names) {
    const found = name.words.filter(isSurname);
    if (found.length > 0) total++;
    for (const word of found) countSurname(surnames, word, 1 / found.length);
    for (const word of name.words) countGiven(given, word);
  }
  if (total < fewestNames) refuse('names.too_few_to_learn', { found: total, needed: fewestNames });
  const once = [...surnames.values()].filter(({ count }) => count <= 1).length;
  const twice = [...surnames.values()].filter(({ count }) => count > 1 && count <= 2).length;
  // Good and Turing: what was seen once is expected 2 n2 / n1 times; kept within what any list could mean.
  const onceExpected = Math.min(0.9, Math.max(0.2, once === 0 ? 0.5 : (2 * twice) / once));
  const unseen = Math.min(onceExpected, 0.2);
  const share = (count: number, before: number): number => (count + baseWeight * before) / (total + baseWeight);
  const shares: Record<string, number> = {};
  for (const [key, before] of Object.entries(base.surnameShares)) shares[key] = share(unseen, before);
  for (const [key, { count }] of surnames) shares[key] = share(count <= 1 ? onceExpected : count - 0.5, base.surnameShares[key] ?? Math.min(base.rareSurname, 1 / total));
  return {
    ...base,
    version: `learned-1/${base.version}`,
    source: `${source}; start: ${base.source}`,
    verified: false,
    learnedFrom: total,
    surnameShares: shares,
    rareSurname: share(unseen, Math.min(base.rareSurname, 1 / total)),
    givenShares: learnGiven(given, base),
    surprise: measureSurprise([...surnames.values()].map(({ sounds }) => ({ sounds, weight: 1 })), communities[0]?.soundShares),
  };
}

interface Surname {
  readonly sounds: Uint8Array;
  count: number;
}

function isSurname({ roleCosts, initial, unread, key }: PreparedWord): boolean {
  return roleCosts[surnameAt] === 0 && !initial && !unread && key.length > 1;
}

function countSurname(surnames: Map<string, Surname>, { key, readings }: PreparedWord, weight: number): void {
  const known = surnames.get(key);
  if (known === undefined) surnames.set(key, { sounds: readings[0]?.neutral ?? new Uint8Array(), count: weight });
  else known.count += weight;
}

function countGiven(counts: Readonly<Record<'male' | 'female', Map<number, number>>>, { given, roleCosts }: PreparedWord): void {
  if (given === null || given.sex === null || given.cost > 0 || roleCosts[1] > 0) return;
  const sexCounts = counts[given.sex];
  for (const id of given.ids) sexCounts.set(id, (sexCounts.get(id) ?? 0) + 1 / given.ids.length);
}

function learnGiven(counts: Readonly<Record<'male' | 'female', ReadonlyMap<number, number>>>, base: NameModel): number[] {
  const totals = { male: sum(counts.male), female: sum(counts.female) };
  return givenNames().map(({ id, sex }) => ((counts[sex].get(id) ?? 0) + baseWeight * (base.givenShares[id] ?? base.rareGiven)) / (totals[sex] + baseWeight));
}

function sum(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
