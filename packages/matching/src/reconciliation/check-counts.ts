import { makeMismatch } from './make-mismatch.ts';
import type { JournalLink, Mismatch } from './types.ts';
import type { PreparedLists } from './weigh-link.ts';

/**
 * People listed against individuals found, over all graves and journal lines that hang together by links: a line about two
 * people may lie in two graves. Graves that were not emptied leave the number found open.
 */
export function checkCounts({ rows, graves }: PreparedLists, links: readonly JournalLink[]): Mismatch[] {
  return groupsOf(links).flatMap((group): Mismatch[] => {
    const own = graves.filter(({ grave }) => group.graves.has(grave.id));
    const lines = rows.filter(({ row }) => group.journal.has(row.id));
    const listed = lines.reduce((sum, { row }) => sum + row.people, 0);
    const individuals = own.flatMap((grave) => grave.individuals.map(({ individual }) => individual.id));
    const isOpen = own.some(({ grave }) => !grave.emptied);
    const about = { journal: lines.map(({ row }) => row.id), graves: own.map(({ grave }) => grave.id), individuals };
    const details = { listed, found: individuals.length };
    if (individuals.length > listed) return [makeMismatch('more_found_than_listed', about, details)];
    if (isOpen || individuals.length === listed) return [];
    return [makeMismatch(individuals.length === 0 ? 'nobody_found' : 'fewer_found_than_listed', about, details)];
  });
}

interface Group {
  readonly journal: Set<string>;
  readonly graves: Set<string>;
}

function groupsOf(links: readonly JournalLink[]): Group[] {
  let groups: Group[] = [];
  for (const { journal, grave } of links) {
    const touched = groups.filter((group) => group.journal.has(journal) || group.graves.has(grave));
    const joined: Group = { journal: new Set([journal, ...touched.flatMap((group) => [...group.journal])]), graves: new Set([grave, ...touched.flatMap((group) => [...group.graves])]) };
    groups = [...groups.filter((group) => !touched.includes(group)), joined];
  }
  return groups;
}
