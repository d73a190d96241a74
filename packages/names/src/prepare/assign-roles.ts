import type { NameCustoms } from '../languages/index.ts';
import { RecentMemory } from '../recent-memory.ts';
import { givenAt, patronymicAt, surnameAt } from './prepared.ts';

/** What a word alone says about its role: costs of being surname, given name, patronymic, hundredths of log10. */
export type RoleCosts = readonly [surname: number, given: number, patronymic: number];

export interface RoleWord {
  readonly initial: boolean;
  readonly roleCosts: RoleCosts;
}

/** Beyond these many words all orders are not tried; each word then keeps what it says alone. */
const mostWordsTried = 5;

/** Beside a surname, initials stand for given name and patronymic; after a given name (Марія К.) the initial is the surname. */
const surnameAsInitial = { besideSurname: 150, besideGiven: -130 } as const;

/**
 * What each role of each word costs when the whole name is read in the most likely way (min-marginals over all
 * assignments): a name of three words has one surname at an end, and the patronymic follows the given name.
 */
export function assignRoles(words: readonly RoleWord[], customs: NameCustoms): readonly RoleCosts[] {
  if (words.length === 0 || words.length > mostWordsTried) return words.map(({ roleCosts }) => roleCosts);
  let remembered = rememberedOf.get(customs);
  if (remembered === undefined) rememberedOf.set(customs, (remembered = new RecentMemory<string, readonly RoleCosts[]>(20_000)));
  let key = '';
  for (const { initial, roleCosts } of words) key += `${initial ? 'i' : 'w'}${roleCosts[0]},${roleCosts[1]},${roleCosts[2]}`;
  return remembered.get(key) ?? remembered.set(key, tryAll(words, customs));
}

/** Few words differ in what they say of their roles. */
const rememberedOf = new Map<NameCustoms, RecentMemory<string, readonly RoleCosts[]>>();

function tryAll(words: readonly RoleWord[], customs: NameCustoms): RoleCosts[] {
  const best = words.map(() => [Infinity, Infinity, Infinity]);
  const roles: number[] = [];
  const visit = (sum: number): void => {
    const at = roles.length;
    const word = words[at];
    if (word === undefined) {
      const total = sum + orderCost(roles, words, customs);
      roles.forEach((role, index) => {
        const row = best[index];
        if (row !== undefined) row[role] = Math.min(row[role] ?? Infinity, total);
      });
      return;
    }
    for (const role of [surnameAt, givenAt, patronymicAt]) {
      roles.push(role);
      visit(sum + (word.roleCosts[role] ?? 0));
      roles.pop();
    }
  };
  visit(0);
  return best.map((row) => {
    const least = Math.min(...row);
    return [(row[surnameAt] ?? 0) - least, (row[givenAt] ?? 0) - least, (row[patronymicAt] ?? 0) - least];
  });
}

function initialAsSurname(roles: readonly number[], words: readonly RoleWord[]): number {
  const whole = roles.filter((_, at) => words[at]?.initial === false);
  if (whole.length === 0) return 0;
  return whole.includes(givenAt) && !whole.includes(surnameAt) && words.length - whole.length === 1 ? surnameAsInitial.besideGiven : surnameAsInitial.besideSurname;
}

function orderCost(roles: readonly number[], words: readonly RoleWord[], { absent, repeated, surnameFirst, surnameInside, patronymicAlone, hasFathersChain }: NameCustoms): number {
  let cost = 0;
  for (const role of [surnameAt, givenAt, patronymicAt]) {
    const count = roles.filter((one) => one === role).length;
    cost += count === 0 ? (absent[role] ?? 0) : (count - 1) * (repeated[role] ?? 0);
  }
  roles.forEach((role, at) => {
    if (role === surnameAt && at > 0 && at < roles.length - 1 && roles[at - 1] !== surnameAt && roles[at + 1] !== surnameAt) cost += surnameInside;
    if (role === surnameAt && at === 0 && roles.length > 1) cost += surnameFirst;
    if (role === patronymicAt && roles[at - 1] !== givenAt && !(hasFathersChain && roles[at - 1] === patronymicAt)) cost += patronymicAlone;
    if (role === surnameAt && words[at]?.initial === true) cost += initialAsSurname(roles, words);
  });
  return cost;
}
