import { inWords } from '../records/in-order.ts';
import { linkParameters } from './link-settings.ts';
import type { JournalLink, ReconciliationDecision } from './types.ts';
import { nameWeight, numberWeight, weighLink, type PreparedGrave, type PreparedLists, type PreparedRow } from './weigh-link.ts';

export interface ProposedLinks {
  readonly links: readonly JournalLink[];
  /** Other links above the threshold, best first; nothing is lost. */
  readonly alternatives: readonly JournalLink[];
}

/**
 * Proposes which journal line is about which grave. Links that a person decided stand first, and those decided against are
 * out. Then, heaviest first, each line takes a grave that has room for the people it lists: as many as were found in it or
 * have markers on it, at least one. Lines left over go to the grave of their number, full or not, whatever else speaks against it,
 * or else to their best grave above the threshold, so that a number twice is seen where it lies. A link needs number or name to
 * agree: sex and dates alone propose nothing. Cost: every line with every grave.
 * LIMIT: heaviest first, not the best sum over all; every link not taken is among the alternatives.
 */
export function proposeLinks(lists: PreparedLists, decisions: readonly ReconciliationDecision[]): ProposedLinks {
  const decided = new Map(decisions.flatMap((decision) => (decision.kind === 'explained' ? [] : [[pairKey(decision.journal, decision.grave), decision.kind]])));
  const candidates: Candidate[] = [];
  const links: JournalLink[] = [];
  const rooms = new Map(lists.graves.map((grave) => [grave.grave.id, roomOf(grave)]));
  const open = new Map(lists.rows.map(({ row }) => [row.id, row.people]));
  const take = (candidate: Candidate, standing: JournalLink['standing']): void => {
    const { link: { journal, grave }, found } = candidate;
    links.push({ ...candidate.link, standing });
    const people = open.get(journal) ?? 0;
    // A line about several people may lie in several graves: each takes as many as were found there.
    const taken = Math.min(people, Math.max(1, found));
    open.set(journal, people - taken);
    rooms.set(grave, (rooms.get(grave) ?? 0) - taken);
  };
  for (const line of lists.rows) for (const grave of lists.graves) {
    const kind = decided.get(pairKey(line.row.id, grave.grave.id));
    if (kind === 'apart') continue;
    if (kind === 'link') take(candidateOf(line, grave, lists), 'decided');
    else if (identifies(line, grave, lists)) candidates.push(candidateOf(line, grave, lists));
  }
  candidates.sort((a, b) => b.link.log10Lr - a.link.log10Lr || inWords(a.link.journal, b.link.journal) || inWords(a.link.grave, b.link.grave));
  const settled = new Set(links.map(({ journal }) => journal));
  const strong = candidates.filter(({ link }) => link.log10Lr >= linkParameters.leastLog10Lr.value);
  const free = ({ link }: Candidate): boolean => !settled.has(link.journal) && (open.get(link.journal) ?? 0) > 0;
  for (const candidate of strong) {
    if (free(candidate) && (rooms.get(candidate.link.grave) ?? 0) > 0) take(candidate, 'proposed');
  }
  const linked = new Set(links.map(({ journal }) => journal));
  for (const candidate of [...candidates.filter(({ sameNumber }) => sameNumber), ...strong]) {
    if (linked.has(candidate.link.journal)) continue;
    linked.add(candidate.link.journal);
    take(candidate, 'proposed');
  }
  const taken = new Set(links.map(({ journal, grave }) => pairKey(journal, grave)));
  return { links, alternatives: candidates.filter(({ link, sameNumber }) => (sameNumber || link.log10Lr >= linkParameters.leastLog10Lr.value) && !taken.has(pairKey(link.journal, link.grave))).map(({ link }) => link) };
}

interface Candidate {
  readonly link: JournalLink;
  readonly found: number;
  readonly sameNumber: boolean;
}

function candidateOf(line: PreparedRow, grave: PreparedGrave, lists: PreparedLists): Candidate {
  const weights = weighLink(line, grave, lists);
  const log10Lr = weights.reduce((sum, weight) => sum + weight.log10Lr, 0);
  return { link: { journal: line.row.id, grave: grave.grave.id, weights, log10Lr, standing: 'proposed' }, found: grave.individuals.length, sameNumber: hasNumberOf(line, grave) };
}

function hasNumberOf({ number }: PreparedRow, { numbers }: PreparedGrave): boolean {
  return number !== null && numbers.some(({ key }) => key === number.key);
}

/** Whether number or name agrees: looked at first, because most lines and graves have neither in common. */
function identifies(line: PreparedRow, grave: PreparedGrave, lists: PreparedLists): boolean {
  const speaks = (weight: number | null): boolean => weight !== null && weight > 0;
  return hasNumberOf(line, grave) || grave.numbers.some((number) => speaks(numberWeight(line.number, number, lists.graves.length)))
    || grave.markers.some(({ name }) => speaks(nameWeight(line.name, name))) || grave.individuals.some(({ name }) => speaks(nameWeight(line.name, name)));
}

function roomOf({ individuals, markers }: PreparedGrave): number {
  return Math.max(1, individuals.length, markers.length);
}

function pairKey(journal: string, grave: string): string {
  return JSON.stringify([journal, grave]);
}
